import { logLineEntries } from "../../logging/logItemEntries.ts";
import type { LogItem } from "../../logging/logReading.ts";
import { changeText } from "../../viewmodel/text/changeText.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import type { PlanSession } from "../session/planSession.ts";
import { saveNewEntries } from "./saveNewEntries.ts";

/** Saves a parsed line as one step: an entry for the time and one for the progress of each part. */
export async function saveLogged(
	session: PlanSession,
	source: ViewSource,
	logged: ReadonlyArray<LogItem>,
): Promise<boolean> {
	const { clock } = session;
	const time = { today: source.today, now: clock.now(), timeZone: clock.timeZone() };
	const drafts = logLineEntries(source.plan, logged, time);
	const [only] = logged;
	const isChange = logged.length === 1 && only?.change !== undefined && only.minutes === undefined;
	const text = isChange && only.change ? changeText(source, only.on, only.change) : undefined;
	return saveNewEntries(session, source.plan, drafts, text);
}

import { momentAt } from "../../journal/moment.ts";
import type { Draft } from "../../journal/newEntry.ts";
import type { Logged } from "../../journal/typed/logged.ts";
import { formatDay } from "../../plan/day.ts";
import { changeText } from "../../present/changeText.ts";
import type { ViewSource } from "../../present/viewSource.ts";
import type { Session } from "../session.ts";
import { loggedDrafts, saveDrafts } from "./saveDrafts.ts";

/** Saves what was understood as one step: an entry for the time and one for the progress of each part. */
export async function saveLogged(
	session: Session,
	source: ViewSource,
	logged: ReadonlyArray<Logged>,
): Promise<boolean> {
	const drafts = logged.flatMap((each) => draftsOf(session, source, each));
	const [only] = logged;
	const isChange = logged.length === 1 && only?.change !== undefined && only.minutes === undefined;
	const text = isChange && only.change ? changeText(source, only.on, only.change) : undefined;
	return saveDrafts(session, source.plan, drafts, text);
}

function draftsOf(session: Session, source: ViewSource, logged: Logged): ReadonlyArray<Draft> {
	return loggedDrafts(source.plan, logged, momentOf(session, source, logged.day, logged.end));
}

/** The end of the time where it is known, else a bare day; undefined for now. */
function momentOf({ clock }: Session, { today }: ViewSource, day: number, end: number | undefined): string | undefined {
	if (end !== undefined) {
		return momentAt(day, end, clock.timeZone());
	}
	return day === today ? undefined : formatDay(day);
}

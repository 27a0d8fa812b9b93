import * as vscode from "vscode";
import { dayOfMoment } from "../../journal/moment.ts";
import { askForLog } from "./askForLog.ts";
import { textIn } from "./commandArguments.ts";
import { needLog } from "./needLog.ts";
import { loggedDrafts, saveDrafts } from "./saveDrafts.ts";
import { saveLogged } from "./saveLogged.ts";
import { stepThrough } from "./stepThrough.ts";
import type { CommandContext } from "./table.ts";
import { isTold, stillToCome, wrongTime } from "./wrongArguments.ts";

/**
 * Logs time. What the arguments do not say is asked for: all of it in one line, the rest step by step.
 *
 * @param given a row, or `{on, minutes, at, note}`: an id of the plan, minutes as a number, a day or a time in ISO 8601
 */
export async function logTime(context: CommandContext, given?: unknown): Promise<void> {
	const beginning = await needLog(context, given, wrongTime);
	if (!beginning) {
		return;
	}
	const { session, source, wanted, on } = beginning;
	const minutes = wanted["minutes"] as number | undefined;
	const at = textIn(wanted, "at");
	const note = textIn(wanted, "note");
	const day = at === undefined ? undefined : dayOfMoment(at, source.plan.week.dayEnds);
	if (isTold(stillToCome(at, source, session.clock.now()))) {
		return;
	}
	if (on !== undefined && minutes !== undefined) {
		const logged = { on, minutes, ...(note === undefined ? {} : { note }) };
		await saveDrafts(session, source.plan, loggedDrafts(source.plan, logged, at));
		return;
	}
	const title =
		on === undefined ? vscode.l10n.t("Log Time") : source.words.title(source.plan.byId.get(on) ?? { title: on });
	const wish = { title, first: "time", on, clock: session.clock } as const;
	const begun = {
		...(on === undefined ? {} : { on }),
		...(minutes === undefined ? {} : { minutes }),
		...(day === undefined ? {} : { day }),
		...(note === undefined ? {} : { note }),
	};
	const isBegun = minutes !== undefined || day !== undefined || note !== undefined;
	const logged = await (isBegun ? stepThrough(source, wish, begun) : askForLog(source, wish));
	if (logged) {
		await saveLogged(session, source, logged);
	}
}

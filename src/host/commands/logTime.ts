import * as vscode from "vscode";
import { logItemEntries } from "../../logging/logItemEntries.ts";
import { dayOfMoment } from "../../time/moment.ts";
import { textArgument } from "../logging/commandArguments.ts";
import { logWizard } from "../logging/prompts/logWizard.ts";
import { promptLog } from "../logging/prompts/promptLog.ts";
import { requireLog } from "../logging/requireLog.ts";
import { saveLogged } from "../logging/saveLogged.ts";
import { saveNewEntries } from "../logging/saveNewEntries.ts";
import { reportInvalid, validateNotInFuture, validateTime } from "../logging/validateArguments.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/**
 * Logs time. Missing arguments are prompted for: all of them in one line, some of them step by step.
 *
 * @param given a row, or `{on, minutes, at, note}`: an ID of the plan, minutes as a number, a date or time in ISO 8601
 */
export async function logTime(context: CommandContext, given?: unknown): Promise<void> {
	const beginning = await requireLog(context, given, validateTime);
	if (!beginning) {
		return;
	}
	const { session, source, wanted, on } = beginning;
	const minutes = wanted["minutes"] as number | undefined;
	const at = textArgument(wanted, "at");
	const note = textArgument(wanted, "note");
	const day = at === undefined ? undefined : dayOfMoment(at, source.plan.week.dayEnds);
	if (reportInvalid(validateNotInFuture(at, source, session.clock.now()))) {
		return;
	}
	if (on !== undefined && minutes !== undefined) {
		const logged = { on, minutes, ...(note === undefined ? {} : { note }) };
		await saveNewEntries(session, source.plan, logItemEntries(source.plan, logged, at));
		return;
	}
	const title =
		on === undefined ? vscode.l10n.t("Log Time") : source.formatter.title(source.plan.byId.get(on) ?? { title: on });
	const draft = await session.promptDraft(on === undefined ? "logTime" : `logTime ${on}`);
	const wish = { title, first: "time", on, clock: session.clock, draft } as const;
	const begun = {
		...(on === undefined ? {} : { on }),
		...(minutes === undefined ? {} : { minutes }),
		...(day === undefined ? {} : { day }),
		...(note === undefined ? {} : { note }),
	};
	const isBegun = minutes !== undefined || day !== undefined || note !== undefined;
	const logged = await (isBegun ? logWizard(source, wish, begun) : promptLog(source, wish));
	if (logged && (await saveLogged(session, source, logged))) {
		draft.clear();
	}
}

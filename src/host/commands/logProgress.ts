import * as vscode from "vscode";
import type { Change } from "../../amount/change.ts";
import { trends } from "../../amount/trend.ts";
import { logItemEntries } from "../../logging/logItemEntries.ts";
import { currentValueText } from "../../viewmodel/logSuggestions.ts";
import { changeText, targetTitle } from "../../viewmodel/text/changeText.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { textArgument } from "../logging/commandArguments.ts";
import { promptLog } from "../logging/prompts/promptLog.ts";
import { requireLog } from "../logging/requireLog.ts";
import { saveLogged } from "../logging/saveLogged.ts";
import { saveNewEntries } from "../logging/saveNewEntries.ts";
import { validateProgress } from "../logging/validateArguments.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/**
 * Logs progress. Missing arguments are prompted for, in one line.
 *
 * @param given a row, or `{on, set, add, note, link}`: an ID of the plan; `set` is a number, true, false or a trend
 */
export async function logProgress(context: CommandContext, given?: unknown): Promise<void> {
	const beginning = await requireLog(context, given, validateProgress);
	if (!beginning) {
		return;
	}
	const { session, source, wanted, on } = beginning;
	const change = changeIn(wanted);
	if (on !== undefined && change !== undefined) {
		const note = textArgument(wanted, "note");
		const link = textArgument(wanted, "link");
		const logged = { on, change, ...(note === undefined ? {} : { note }), ...(link === undefined ? {} : { link }) };
		await saveNewEntries(session, source.plan, logItemEntries(source.plan, logged), changeText(source, on, change));
		return;
	}
	const title = on === undefined ? vscode.l10n.t("Log Progress") : titleWithValue(source, on);
	const draft = await session.promptDraft(on === undefined ? "logProgress" : `logProgress ${on}`);
	const logged = await promptLog(source, { title, first: "progress", on, clock: session.clock, draft });
	if (logged && (await saveLogged(session, source, logged))) {
		draft.clear();
	}
}

function titleWithValue(source: ViewSource, on: string): string {
	const reached = currentValueText(source, on);
	return reached ? `${targetTitle(source, on)}: ${reached}` : targetTitle(source, on);
}

function changeIn({ set, add }: Readonly<Record<string, unknown>>): Change | undefined {
	if (typeof add === "number" && Number.isFinite(add)) {
		return { add };
	}
	const trend = trends.find((each) => each === set);
	const value = typeof set === "boolean" || (typeof set === "number" && Number.isFinite(set)) ? set : trend;
	return value === undefined ? undefined : { set: value };
}

import * as vscode from "vscode";
import { trends } from "../../journal/entry.ts";
import type { Change } from "../../journal/typed/progress.ts";
import { changeText, titleIn } from "../../present/changeText.ts";
import { reachedWords } from "../../present/itemWords.ts";
import type { ViewSource } from "../../present/viewSource.ts";
import { askForLog } from "./askForLog.ts";
import { argumentsOf, textIn } from "./commandArguments.ts";
import { needLog } from "./needLog.ts";
import { needSession } from "./needSession.ts";
import { needTarget } from "./needTarget.ts";
import { loggedDrafts, saveDrafts } from "./saveDrafts.ts";
import { saveLogged } from "./saveLogged.ts";
import type { CommandContext } from "./table.ts";
import { wrongProgress } from "./wrongArguments.ts";

/**
 * Logs how far something has come. What the arguments do not say is asked for, in one line.
 *
 * @param given a row, or `{on, set, add, note, link}`: an id of the plan; `set` a number, true, false or a trend
 */
export async function logProgress(context: CommandContext, given?: unknown): Promise<void> {
	const beginning = await needLog(context, given, wrongProgress);
	if (!beginning) {
		return;
	}
	const { session, source, wanted, on } = beginning;
	const change = changeIn(wanted);
	if (on !== undefined && change !== undefined) {
		const note = textIn(wanted, "note");
		const link = textIn(wanted, "link");
		const logged = { on, change, ...(note === undefined ? {} : { note }), ...(link === undefined ? {} : { link }) };
		await saveDrafts(session, source.plan, loggedDrafts(source.plan, logged), changeText(source, on, change));
		return;
	}
	const title = on === undefined ? vscode.l10n.t("Log Progress") : titleWithValue(source, on);
	const logged = await askForLog(source, { title, first: "progress", on, clock: session.clock });
	if (logged) {
		await saveLogged(session, source, logged);
	}
}

/** Logs that something is done. @param given a row, or `{on}`; asked for when left out */
export function markDone(context: CommandContext, given?: unknown): Promise<void> {
	return mark(context, given, true);
}

/** Logs that something is not done after all. @param given a row, or `{on}`; asked for when left out */
export function markNotDone(context: CommandContext, given?: unknown): Promise<void> {
	return mark(context, given, false);
}

async function mark(context: CommandContext, given: unknown, set: boolean): Promise<void> {
	const found = await needSession(context);
	if (found) {
		const title = set ? vscode.l10n.t("Mark Done") : vscode.l10n.t("Mark Not Done");
		const on = await needTarget(found.plan, found.session.words, argumentsOf(given), title);
		if (on !== undefined) {
			await logProgress(context, { on, set });
		}
	}
}

function titleWithValue(source: ViewSource, on: string): string {
	const item = source.snapshot.items.get(on);
	const reached = item && reachedWords(item, source.snapshot.progressOf(item), source.words).join(", ");
	return reached ? `${titleIn(source, on)}: ${reached}` : titleIn(source, on);
}

function changeIn({ set, add }: Readonly<Record<string, unknown>>): Change | undefined {
	if (typeof add === "number" && Number.isFinite(add)) {
		return { add };
	}
	const trend = trends.find((each) => each === set);
	const value = typeof set === "boolean" || (typeof set === "number" && Number.isFinite(set)) ? set : trend;
	return value === undefined ? undefined : { set: value };
}

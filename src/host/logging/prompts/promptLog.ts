import * as vscode from "vscode";
import { logCandidates } from "../../../logging/line/logCandidates.ts";
import { parseLog } from "../../../logging/line/parseLog.ts";
import { TargetFinder } from "../../../logging/line/targetFinder.ts";
import type { LogItem } from "../../../logging/logReading.ts";
import { logSource } from "../../../logging/logSource.ts";
import { currentValueText, logSuggestions } from "../../../viewmodel/logSuggestions.ts";
import { targetTitle } from "../../../viewmodel/text/changeText.ts";
import { logProblemText, logQuestionText, readingText } from "../../../viewmodel/text/logText.ts";
import { isHidden } from "../../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import { minuteOfDay } from "../../core/clock.ts";
import type { PromptDraft } from "../../core/promptDrafts.ts";
import { searchStep } from "../../ui/quickInput.ts";
import { type LogPromptOptions, logWizard } from "./logWizard.ts";

interface LogPickItem extends vscode.QuickPickItem {
	/** The items that Enter saves. */
	readonly logged?: ReadonlyArray<LogItem>;
	/** The start of the step-by-step prompt. */
	readonly begun?: Partial<LogItem>;
	/** The line to go on with. */
	readonly line?: string;
}

/**
 * Prompts for one line with everything: item, time, progress, date, and note. Its meaning is shown before Enter; if it
 * is ambiguous, the user chooses. The pencil button starts the step-by-step prompt.
 *
 * @returns the items to save; undefined if canceled
 */
export async function promptLog(
	source: ViewSource,
	wish: LogPromptOptions,
): Promise<ReadonlyArray<LogItem> | undefined> {
	const log = logSource(source, {
		first: wish.first,
		now: minuteOfDay(wish.clock, source.today),
		timeZone: wish.clock.timeZone(),
		numbers: source.formatter.numbers,
	});
	const finder = new TargetFinder(log);
	const read = (typed: string) => parseLog(wish.on === undefined ? typed : `#${quoted(wish.on)} ${typed}`, log, finder);
	const edit = { iconPath: new vscode.ThemeIcon("edit"), tooltip: vscode.l10n.t("Step by Step") };
	const found = await searchStep<LogPickItem>({
		title: wish.title,
		placeholder:
			wish.first === "time"
				? vscode.l10n.t("45m writing yesterday drafted the article")
				: vscode.l10n.t("articles +1 https://… what it was about"),
		typed: "",
		draft: wish.draft.field("line"),
		types: ({ line }) => line,
		itemsFor(typed) {
			if (typed.trim() === "") {
				return { items: offered(source, wish) };
			}
			const reading = read(typed);
			const candidates = logCandidates(typed, reading, log, finder);
			const items = [
				...understood(
					{ ...reading, ...(reading.readings.length > 0 && candidates.length > 0 ? { readings: candidates } : {}) },
					source,
					edit,
				),
				...(reading.readings.length > 0 ? [] : savedItems(candidates, source, edit)),
				...(reading.problems.some(({ code }) => code === "no-amount") ? matchItems(typed, finder, source) : []),
			];
			// A candidate is a guess: it is never taken by Enter alone.
			return { items, isOpen: reading.questions.length > 0 || candidates.length > 0 };
		},
		isTaken: ({ logged, begun }) => logged !== undefined || begun !== undefined,
	});
	if (!found) {
		return undefined;
	}
	const { logged, begun } = found.item;
	const toCorrect = found.button && logged ? logged[0] : begun;
	return toCorrect ? logWizard(source, wish, toCorrect) : logged;
}

function quoted(id: string): string {
	return /^[^\s,"“”]+$/.test(id) ? id : `"${id}"`;
}

/** Suggestions before the user types, each to be completed step by step. */
function offered(source: ViewSource, { on, first, draft }: LogPromptOptions): ReadonlyArray<LogPickItem> {
	const unsaved = unsavedItems(source, draft);
	if (on !== undefined) {
		return [...unsaved, { label: `$(list-ordered) ${vscode.l10n.t("Step by step")}`, begun: { on } }];
	}
	return [
		...unsaved,
		...logSuggestions(source, first).map(
			({ id, label, description, icon }): LogPickItem => ({
				label: `$(${icon}) ${label}`,
				description,
				begun: { on: id },
			}),
		),
		{ label: `$(list-ordered) ${vscode.l10n.t("Something else, step by step...")}`, begun: {} },
	];
}

/** What was typed before and isn't saved yet, to go on with. */
function unsavedItems(source: ViewSource, { texts }: PromptDraft): ReadonlyArray<LogPickItem> {
	const { line, on, minutes, change, day, note } = texts;
	const isShown = !source.formatter.discreet;
	const description = vscode.l10n.t("not saved last time");
	const steps = [minutes ?? change, day, note].filter((text) => text !== undefined);
	const isKnown = on !== undefined && source.plan.byId.has(on);
	const item = (text: string) => ({
		label: `$(history) ${isShown ? vscode.l10n.t("Continue: {0}", text) : vscode.l10n.t("Continue")}`,
		description,
	});
	return [
		...(line === undefined ? [] : [{ ...item(line), line }]),
		...(isKnown && steps.length > 0
			? [{ ...item([targetTitle(source, on), ...steps].join(" · ")), begun: { on } }]
			: []),
	];
}

/** Rows that say what Enter saves. */
function savedItems(
	readings: ReadonlyArray<ReadonlyArray<LogItem>>,
	source: ViewSource,
	edit: vscode.QuickInputButton,
): ReadonlyArray<LogPickItem> {
	return readings.map((logged) => ({
		logged,
		label: `$(${logged.length === 1 ? "check" : "checklist"}) ${readingText(logged, source)}`,
		...(logged.length === 1 ? { buttons: [edit] } : {}),
		alwaysShow: true,
	}));
}

/** What a line without an amount can be about, with its current value. */
function matchItems(typed: string, finder: TargetFinder, source: ViewSource): ReadonlyArray<LogPickItem> {
	const [match] = finder.find([{ text: typed.trim(), length: 1 }]);
	return (match?.ids ?? [])
		.filter((id) => !isHidden(source.plan.byId.get(id), source.formatter))
		.map((id) => ({
			label: `$(arrow-right) ${targetTitle(source, id)}`,
			description: currentValueText(source, id),
			begun: { on: id },
			alwaysShow: true,
		}));
}

function understood(
	{ readings, questions, problems }: ReturnType<typeof parseLog>,
	source: ViewSource,
	edit: vscode.QuickInputButton,
): ReadonlyArray<LogPickItem> {
	const items = savedItems(readings, source, edit);
	const [question] = questions;
	if (question !== undefined) {
		const label = logQuestionText(question);
		return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
	}
	const wrong = problems.map((problem): LogPickItem => {
		const { understood: begun } = problem;
		const canGoOn = begun.on !== undefined || begun.minutes !== undefined || begun.change !== undefined;
		return {
			label: `$(info) ${logProblemText(problem, source)}`,
			...(canGoOn ? { begun, description: vscode.l10n.t("Press Enter to fill in the rest") } : {}),
			alwaysShow: true,
		};
	});
	return [...items, ...wrong];
}

import * as vscode from "vscode";
import type { Logged } from "../../journal/typed/logged.ts";
import { readLog } from "../../journal/typed/readLog.ts";
import { logSource } from "../../present/logSource.ts";
import { logSuggestions } from "../../present/logSuggestions.ts";
import { listedText, loggedText, logProblemText, logQuestionText } from "../../present/logText.ts";
import type { ViewSource } from "../../present/viewSource.ts";
import { type Clock, minuteOfDay } from "../clock.ts";
import { searchStep } from "./steps.ts";
import { stepThrough } from "./stepThrough.ts";

/** What is wanted of a line. */
export interface LogWish {
	readonly title: string;
	/** What a number without a unit is taken for first. */
	readonly first: "time" | "progress";
	/** The id of what it is about, where that is known already. */
	readonly on?: string | undefined;
	readonly clock: Clock;
}

interface LogItem extends vscode.QuickPickItem {
	/** What Enter saves. */
	readonly logged?: ReadonlyArray<Logged>;
	/** What is asked for step by step instead. */
	readonly begun?: Partial<Logged>;
}

/**
 * Asks for one line that says all: what, how long, how far, when, and a note. Whatever it was understood as is shown before
 * Enter; where it may mean several things, one of them has to be chosen. The pencil goes through it step by step.
 *
 * @returns what is to be saved; undefined when it was cancelled
 */
export async function askForLog(source: ViewSource, wish: LogWish): Promise<ReadonlyArray<Logged> | undefined> {
	const log = logSource(source, wish.first, minuteOfDay(wish.clock, source.today));
	const read = (typed: string) => readLog(wish.on === undefined ? typed : `#${quoted(wish.on)} ${typed}`, log);
	const edit = { iconPath: new vscode.ThemeIcon("edit"), tooltip: vscode.l10n.t("Step by Step") };
	const found = await searchStep<LogItem>({
		title: wish.title,
		placeholder:
			wish.first === "time"
				? vscode.l10n.t("45m writing yesterday drafted the article")
				: vscode.l10n.t("articles +1 https://… what it was about"),
		typed: "",
		itemsFor(typed) {
			if (typed.trim() === "") {
				return { items: offered(source, wish) };
			}
			const reading = read(typed);
			return { items: understood(reading, source, edit), isOpen: reading.questions.length > 0 };
		},
		isTaken: ({ logged, begun }) => logged !== undefined || begun !== undefined,
	});
	if (!found) {
		return undefined;
	}
	const { logged, begun } = found.item;
	const toMend = found.button && logged ? logged[0] : begun;
	return toMend ? stepThrough(source, wish, toMend) : logged;
}

function quoted(id: string): string {
	return /^[^\s,"“”]+$/.test(id) ? id : `"${id}"`;
}

/** Before anything is typed: what is likely to be logged, each to be gone through step by step. */
function offered(source: ViewSource, { on, first }: LogWish): ReadonlyArray<LogItem> {
	if (on !== undefined) {
		return [{ label: `$(list-ordered) ${vscode.l10n.t("Step by step")}`, begun: { on } }];
	}
	return [
		...logSuggestions(source, first).map(
			({ id, label, description, icon }): LogItem => ({ label: `$(${icon}) ${label}`, description, begun: { on: id } }),
		),
		{ label: `$(list-ordered) ${vscode.l10n.t("Something else, step by step...")}`, begun: {} },
	];
}

function understood(
	{ readings, questions, problems }: ReturnType<typeof readLog>,
	source: ViewSource,
	edit: vscode.QuickInputButton,
): ReadonlyArray<LogItem> {
	const items = readings.map((logged): LogItem => {
		const [first] = logged;
		return {
			logged,
			label:
				logged.length === 1 && first
					? `$(check) ${loggedText(first, source)}`
					: `$(checklist) ${listedText(logged, source)}`,
			...(logged.length === 1 ? { buttons: [edit] } : {}),
			alwaysShow: true,
		};
	});
	const [question] = questions;
	if (question !== undefined) {
		const label = logQuestionText(question);
		return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
	}
	const wrong = problems.map((problem): LogItem => {
		const { understood: begun } = problem;
		const canGoOn = begun.on !== undefined || begun.minutes !== undefined || begun.change !== undefined;
		return {
			label: `$(info) ${logProblemText(problem, source)}`,
			...(canGoOn ? { begun, description: vscode.l10n.t("Enter asks for the rest") } : {}),
			alwaysShow: true,
		};
	});
	return [...items, ...wrong];
}

import * as l10n from "@vscode/l10n";
import type { LogItem, LogProblem, LogQuestion } from "../../logging/logReading.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";
import { progressText } from "./entryText.ts";
import type { Formatter } from "./formatter.ts";

/** The context for these texts. */
export interface LogContext {
	readonly plan: Plan;
	readonly formatter: Formatter;
	readonly today: Day;
}

/** The preview of a parsed line: "45 min · Thought leadership · Yesterday, Nov 24, 2026 · note". */
export function logItemText(logged: LogItem, context: LogContext): string {
	const { formatter, today } = context;
	const { on, minutes, change, day, end, note, link } = logged;
	return [
		minutes === undefined ? undefined : formatter.minutes(minutes),
		title(on, context),
		change && changeText(change, on, context),
		day === today || day === today - 1
			? `${formatter.dayName(day, today)}, ${formatter.date(day)}`
			: formatter.dayName(day, today),
		end === undefined ? undefined : endText(formatter.time(end), minutes),
		note === undefined ? undefined : formatter.plain(note),
		link,
	]
		.filter((part) => part !== undefined)
		.join(" · ");
}

/** Time is logged up to a moment; anything else happened at it. */
function endText(time: string, minutes: number | undefined): string {
	return minutes === undefined ? time : l10n.t("until {0}", time);
}

/** The preview of what Enter saves. */
export function readingText(logged: ReadonlyArray<LogItem>, context: LogContext): string {
	const [first] = logged;
	return logged.length === 1 && first ? logItemText(first, context) : logItemsText(logged, context);
}

/** Several entries in one line, each with all that is saved: "2 entries: 2 h · Writing · Today; 30 min · Networking · Today". */
export function logItemsText(logged: ReadonlyArray<LogItem>, context: LogContext): string {
	return l10n.t("{0} entries: {1}", logged.length, logged.map((each) => logItemText(each, context)).join("; "));
}

/** The question for ambiguous lines and guesses. */
export function logQuestionText(question: LogQuestion): string {
	switch (question) {
		case "amount":
			return l10n.t("How much did you mean?");
		case "target":
			return l10n.t("What is it about?");
		case "spelling":
			return l10n.t("Did you mean this?");
		case "day":
			return l10n.t("Which day was it?");
		case "note":
			return l10n.t("Is this part of the note?");
		case "list":
			return l10n.t("Is this one entry or several?");
	}
}

/** The error for a line, and what to enter instead. */
export function logProblemText({ code, text, nearest, understood }: LogProblem, context: LogContext): string {
	const name = understood.on === undefined ? "" : title(understood.on, context);
	switch (code) {
		case "empty":
			return l10n.t("Enter what you did, for example: 45m writing yesterday drafted the article");
		case "long-text":
			return l10n.t("The text is too long. Shorten the note.");
		case "no-target":
			return l10n.t("What was it about? Type the start of a title.");
		case "unknown-target":
			return nearest === undefined
				? l10n.t("No title in the plan starts with: {0}", text)
				: l10n.t("No title in the plan starts with: {0}. Did you mean {1}?", text, title(nearest, context));
		case "no-amount":
			return l10n.t("Enter a duration or progress, for example 45m, 1h30, 7, +1, 50%, or done.");
		case "time-only":
			return l10n.t("You can only log time for {0}, for example 45m.", name);
		case "done-only":
			return l10n.t("{0} has no goal to count toward, so it's either done or not. Enter done.", name);
		case "bad-amount":
			return l10n.t("{0} doesn't match the goal of {1}. Enter a number in the same unit.", text, name);
		case "zero":
			return l10n.t("Enter a duration greater than zero.");
		case "too-long":
			return l10n.t("That is more than 24 hours. Log each day separately.");
		case "no-such-day":
			return l10n.t("{0} isn't a valid date.", text);
		case "future":
			return l10n.t("The date is in the future.");
		case "future-time":
			return l10n.t(
				"{0} is in the future. If it was yesterday, add the day. Otherwise, enter only the duration.",
				text,
			);
	}
}

/** A value in the style of the goal, if there is one: "$250K". */
function changeText(change: NonNullable<LogItem["change"]>, on: string, { plan, formatter }: LogContext): string {
	const goal = plan.items.find((item) => item.id === on || item.of === on)?.goal;
	if (goal && typeof change.set === "number") {
		return `${change.set < 0 ? "=" : ""}${formatter.exact(change.set, goal)}`;
	}
	return goal && change.add !== undefined
		? `${change.add < 0 ? "" : "+"}${formatter.exact(change.add, goal)}`
		: progressText(change, formatter);
}

function title(id: string, { plan, formatter }: LogContext): string {
	const node = plan.byId.get(id);
	return node?.title ? formatter.title(node) : id;
}

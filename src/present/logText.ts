import * as l10n from "@vscode/l10n";
import type { Logged, LogProblem, LogQuestion } from "../journal/typed/logged.ts";
import type { Day } from "../plan/day.ts";
import type { Plan } from "../plan/plan.ts";
import { progressText } from "./entryText.ts";
import type { Words } from "./words.ts";

/** What is needed to say what was understood. */
export interface LogContext {
	readonly plan: Plan;
	readonly words: Words;
	readonly today: Day;
}

/** What was understood, as one line to read before Enter: "45 min · Thought leadership · Yesterday, Nov 24, 2026 · note". */
export function loggedText(logged: Logged, context: LogContext): string {
	const { words, today } = context;
	const { on, minutes, change, day, end, note, link } = logged;
	return [
		minutes === undefined ? undefined : words.minutes(minutes),
		title(on, context),
		change && changeText(change, on, context),
		day === today || day === today - 1 ? `${words.dayName(day, today)}, ${words.date(day)}` : words.dayName(day, today),
		end === undefined ? undefined : l10n.t("until {0}", words.time(end)),
		note === undefined ? undefined : words.plain(note),
		link,
	]
		.filter((part) => part !== undefined)
		.join(" · ");
}

/** Several at once, in one line: "3 entries: 2 h Thought leadership, 30 min Executive networking". */
export function listedText(logged: ReadonlyArray<Logged>, context: LogContext): string {
	const parts = logged.map(({ on, minutes, change }) => {
		const time = minutes === undefined ? [] : [context.words.minutes(minutes)];
		return [...time, title(on, context), ...(change ? [changeText(change, on, context)] : [])].join(" ");
	});
	return l10n.t("{0} entries: {1}", logged.length, parts.join(", "));
}

/** What is asked where several readings are shown, or one that is a guess. */
export function logQuestionText(question: LogQuestion): string {
	switch (question) {
		case "amount":
			return l10n.t("How much is meant?");
		case "target":
			return l10n.t("What is it about?");
		case "spelling":
			return l10n.t("Is this what is meant?");
		case "day":
			return l10n.t("Which day was it?");
		case "note":
			return l10n.t("Does this belong to the note?");
		case "list":
			return l10n.t("Is it one entry or several?");
	}
}

/** Why nothing can be logged, and what to write instead. */
export function logProblemText({ code, text, nearest, understood }: LogProblem, context: LogContext): string {
	const name = understood.on === undefined ? "" : title(understood.on, context);
	switch (code) {
		case "empty":
			return l10n.t("Write what was done, as in: 45m writing yesterday drafted the article");
		case "long-text":
			return l10n.t("That is too long to be read. Shorten the note.");
		case "no-target":
			return l10n.t("What was it about? Write the beginning of a title.");
		case "unknown-target":
			return nearest === undefined
				? l10n.t("Nothing in the plan begins like this: {0}", text)
				: l10n.t("Nothing in the plan begins like this: {0}. Did you mean {1}?", text, title(nearest, context));
		case "no-amount":
			return l10n.t("How long, or how far? Write it, as in: 45m, 1h30, 7, +1, 50%, done");
		case "time-only":
			return l10n.t("{0} takes time, as in 45m, and no progress.", name);
		case "bad-amount":
			return l10n.t("{0} does not fit the goal of {1}. Write a number in its unit.", text, name);
		case "zero":
			return l10n.t("That is no time at all.");
		case "too-long":
			return l10n.t("That is more than 24 hours. Log each day by itself.");
		case "future":
			return l10n.t("That day is still to come.");
		case "future-time":
			return l10n.t("{0} is still to come. Was it yesterday? Add the day, or write only how long it took.", text);
	}
}

/** A value in the manner of the goal, where there is one: "$250K". */
function changeText(change: NonNullable<Logged["change"]>, on: string, { plan, words }: LogContext): string {
	const goal = plan.items.find((item) => item.id === on || item.of === on)?.goal;
	if (goal && typeof change.set === "number") {
		return words.value(change.set, goal);
	}
	return goal && change.add !== undefined
		? `${change.add < 0 ? "" : "+"}${words.value(change.add, goal)}`
		: progressText(change, words);
}

function title(id: string, { plan, words }: LogContext): string {
	const node = plan.byId.get(id);
	return node?.title ? words.title(node) : id;
}

import * as l10n from "@vscode/l10n";
import { parseGoal } from "../../amount/parseQuantity.ts";
import { type Fact, factsOf } from "../../progress/review/reviewFact.ts";
import type { PageTable } from "../../review/reviewPageModel.ts";
import type { Formatter } from "../text/formatter.ts";
import { habitDoneText } from "../text/habits/habitText.ts";

/** Hours by commitment in the period, with their targets. */
export function hoursTable(facts: ReadonlyArray<Fact>, formatter: Formatter): PageTable {
	const hours = factsOf(facts, "hours");
	const counted = hours.filter(({ id }) => id !== undefined);
	const sum = (key: "minutes" | "low" | "high") => counted.reduce((total, each) => total + each[key], 0);
	const row = (title: string, { minutes, low, high }: { minutes: number; low: number; high: number }) => [
		title,
		formatter.minutes(minutes),
		high > 0 ? formatter.aim({ low, high }) : "–",
		low > 0 ? formatter.rounded(minutes / low) : "–",
	];
	return {
		title: l10n.t("Hours by commitment"),
		columns: [
			{ title: l10n.t("Commitment") },
			{ title: l10n.t("Time"), isNumber: true },
			{ title: l10n.t("Aim"), isNumber: true },
			{ title: l10n.t("Reached"), isNumber: true },
		],
		rows: [
			...hours.map((each) => row(each.id === undefined ? l10n.t("Other") : formatter.title(each), each)),
			...(counted.length > 1
				? [row(l10n.t("All commitments"), { minutes: sum("minutes"), low: sum("low"), high: sum("high") })]
				: []),
		],
		empty: l10n.t("No time was logged in this period."),
	};
}

/** What was done of each habit in the period, and in how many weeks it was enough. */
export function habitTable(facts: ReadonlyArray<Fact>, formatter: Formatter): PageTable {
	return {
		title: l10n.t("Habits"),
		columns: [
			{ title: l10n.t("Habit") },
			{ title: l10n.t("Done"), isNumber: true },
			{ title: l10n.t("Weeks kept"), isNumber: true },
		],
		rows: factsOf(facts, "habit").map((habit) => [
			formatter.title(habit),
			habitDoneText({ ...habit, goal: parseGoal(habit.goal) }, formatter),
			l10n.t("{0} of {1}", formatter.number(habit.kept), formatter.number(habit.weeks)),
		]),
	};
}

/** The split of time between tracks in the period, with the planned shares. */
export function splitTable(facts: ReadonlyArray<Fact>, formatter: Formatter): PageTable {
	const tracks = factsOf(facts, "track");
	return {
		title: l10n.t("Split by track"),
		columns: [
			{ title: l10n.t("Track") },
			{ title: l10n.t("Time"), isNumber: true },
			{ title: l10n.t("Share"), isNumber: true },
			{ title: l10n.t("Planned"), isNumber: true },
		],
		rows: tracks.map((track) => [
			formatter.title(track),
			formatter.minutes(track.minutes),
			track.share === undefined ? "–" : formatter.rounded(track.share),
			track.planned === undefined ? "–" : formatter.rounded(track.planned),
		]),
		empty: l10n.t("The plan has no tracks."),
	};
}

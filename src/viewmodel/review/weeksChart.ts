import * as l10n from "@vscode/l10n";
import { type FactOf, factsOf } from "../../progress/review/reviewFact.ts";
import type { WeeksChart } from "../../review/reviewPageModel.ts";
import { parseDay } from "../../time/day.ts";
import { plural } from "../../util/plural.ts";
import type { ChartSource } from "./chartSource.ts";

/** Hours per week, with the target. */
export function weeksChart({ facts, formatter }: ChartSource): WeeksChart | undefined {
	const weeks = factsOf(facts, "week").map((week): WeeksChart["weeks"][number] & { readonly cells: Array<string> } => {
		const { minutes, low, high } = week;
		const start = parseDay(week.start) ?? 0;
		const state = weekState(week);
		const aim = high > 0 ? formatter.aim({ low, high }) : l10n.t("off");
		const cells = [formatter.date(start), formatter.minutes(minutes), aim, stateWord(state)];
		return { start, minutes, low, high, state, text: cells.join("\n"), cells };
	});
	if (weeks.length === 0) {
		return undefined;
	}
	const asked = weeks.filter(({ state }) => state === "kept" || state === "missed");
	const kept = asked.filter(({ state }) => state === "kept").length;
	const time = formatter.minutes(weeks.reduce((sum, week) => sum + week.minutes, 0));
	return {
		kind: "weeks",
		title: l10n.t("Hours per week"),
		summary: [
			plural(weeks.length, l10n.t("{0} in 1 week.", time), l10n.t("{0} in {1} weeks.", time, weeks.length)),
			plural(
				asked.length,
				l10n.t("{0} of 1 finished week kept.", kept),
				l10n.t("{0} of {1} finished weeks kept.", kept, asked.length),
			),
		].join(" "),
		unit: l10n.t("hours"),
		aim: l10n.t("aim"),
		weeks: weeks.map(({ cells, ...week }) => week),
		table: {
			title: l10n.t("Hours per week"),
			columns: [
				{ title: l10n.t("Week from") },
				{ title: l10n.t("Time"), isNumber: true },
				{ title: l10n.t("Aim"), isNumber: true },
				{ title: l10n.t("State") },
			],
			rows: weeks.map(({ cells }) => cells),
		},
	};
}

function stateWord(state: WeeksChart["weeks"][number]["state"]): string {
	switch (state) {
		case "kept":
			return l10n.t("done");
		case "missed":
			return l10n.t("not reached");
		case "off":
			return l10n.t("off");
		case "running":
			return l10n.t("not over yet");
	}
}

function weekState({ minutes, low, high, running }: FactOf<"week">): WeeksChart["weeks"][number]["state"] {
	if (high === 0) {
		return "off";
	}
	if (minutes >= low) {
		return "kept";
	}
	return running ? "running" : "missed";
}

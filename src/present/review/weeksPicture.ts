import * as l10n from "@vscode/l10n";
import { parseDay } from "../../plan/day.ts";
import { factsOf } from "../../progress/review/facts.ts";
import type { WeeksPicture } from "./page.ts";
import type { PictureSource } from "./pictures.ts";

/** Hours per week against the aim. */
export function weeksPicture({ facts, words }: PictureSource): WeeksPicture | undefined {
	const weeks = factsOf(facts, "week").map(
		(week): WeeksPicture["weeks"][number] & { readonly cells: Array<string> } => {
			const { minutes, low, high, running } = week;
			const start = parseDay(week.start) ?? 0;
			const state = minutes >= low && high > 0 ? "kept" : high === 0 ? "off" : running ? "running" : "missed";
			const aim = high > 0 ? words.aim({ low, high }) : l10n.t("off");
			const cells = [words.date(start), words.minutes(minutes), aim, stateWord(state)];
			return { start, minutes, low, high, state, text: cells.join("\n"), cells };
		},
	);
	if (weeks.length === 0) {
		return undefined;
	}
	const asked = weeks.filter(({ state }) => state === "kept" || state === "missed");
	const kept = asked.filter(({ state }) => state === "kept").length;
	const minutes = weeks.reduce((sum, week) => sum + week.minutes, 0);
	return {
		kind: "weeks",
		title: l10n.t("Hours per week"),
		summary: l10n.t(
			"{0} in {1} weeks; {2} of {3} finished weeks kept.",
			words.minutes(minutes),
			weeks.length,
			kept,
			asked.length,
		),
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

function stateWord(state: WeeksPicture["weeks"][number]["state"]): string {
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

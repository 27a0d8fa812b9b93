import * as l10n from "@vscode/l10n";
import { type Fact, factsOf } from "../../progress/review/facts.ts";
import type { Words } from "../words.ts";
import type { Table } from "./page.ts";

/** Hours by commitment in the period, against what it asked for. */
export function hoursTable(facts: ReadonlyArray<Fact>, words: Words): Table {
	const hours = factsOf(facts, "hours");
	const counted = hours.filter(({ id }) => id !== undefined);
	const sum = (key: "minutes" | "low" | "high") => counted.reduce((total, each) => total + each[key], 0);
	const row = (title: string, { minutes, low, high }: { minutes: number; low: number; high: number }) => [
		title,
		words.minutes(minutes),
		high > 0 ? words.aim({ low, high }) : "–",
		low > 0 ? words.rounded(minutes / low) : "–",
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
			...hours.map((each) => row(each.id === undefined ? l10n.t("Other things") : words.title(each), each)),
			...(counted.length > 1
				? [row(l10n.t("All commitments"), { minutes: sum("minutes"), low: sum("low"), high: sum("high") })]
				: []),
		],
		empty: l10n.t("No time was logged in these days."),
	};
}

/** How time was split between the tracks in the period, against the plan. */
export function splitTable(facts: ReadonlyArray<Fact>, words: Words): Table {
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
			words.title(track),
			words.minutes(track.minutes),
			track.share === undefined ? "–" : words.rounded(track.share),
			track.planned === undefined ? "–" : words.rounded(track.planned),
		]),
		empty: l10n.t("The plan has no tracks."),
	};
}

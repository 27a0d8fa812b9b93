import * as l10n from "@vscode/l10n";
import { parseDay } from "../../plan/day.ts";
import { type FactOf, factsOf } from "../../progress/review/facts.ts";
import type { Words } from "../words.ts";
import type { TimelinePicture } from "./page.ts";
import type { PictureSource } from "./pictures.ts";
import { dateText } from "./recordLines.ts";

/** Phases, stages and checkpoints, with today. */
export function timelinePicture({ facts, words, today, key }: PictureSource): TimelinePicture | undefined {
	const stretches = factsOf(facts, "stretch");
	if (stretches.length === 0) {
		return undefined;
	}
	const tracks = new Map(factsOf(facts, "track").map((track) => [track.id, words.title(track)]));
	const groupOf = ({ track }: FactOf<"stretch">) =>
		track === undefined ? l10n.t("Phases") : (tracks.get(track) ?? words.plain(track));
	const checkpoints = factsOf(facts, "checkpoint");
	const [period] = factsOf(facts, "period");
	const bars = stretches.map((each) => ({
		group: groupOf(each),
		title: words.title(each),
		start: parseDay(each.start) ?? 0,
		end: each.end === undefined ? null : (parseDay(each.end) ?? 0) + 1,
		text: `${words.title(each)}\n${datesText(each, words)}`,
	}));
	const current = bars.filter(({ start, end }) => start <= today && (end === null || today < end));
	return {
		kind: "timeline",
		title: l10n.t("Where this review stands"),
		summary: l10n.t(
			"On {0}: {1}",
			words.date(today),
			current.map(({ title }) => title).join(", ") || l10n.t("no phase"),
		),
		today,
		todayText: words.date(today),
		bars,
		points: checkpoints.map((each) => ({
			title: words.title(each),
			day: parseDay(each.day) ?? 0,
			isHeld: each.held !== undefined,
			isThis: each.id === key.checkpoint && each.occurrence === key.occurrence,
			text: `${words.title(each)}\n${checkpointDates(each, words)}`,
		})),
		period: { start: parseDay(period?.start ?? "") ?? today, end: (parseDay(period?.end ?? "") ?? today) + 1 },
		table: {
			title: l10n.t("Where this review stands"),
			columns: [{ title: l10n.t("What") }, { title: l10n.t("Which") }, { title: l10n.t("Dates") }],
			rows: [
				...stretches.map((each) => [groupOf(each), words.title(each), datesText(each, words)]),
				...checkpoints.map((each) => [l10n.t("Reviews"), words.title(each), checkpointDates(each, words)]),
			],
		},
	};
}

function datesText({ start, end }: FactOf<"stretch">, words: Words): string {
	const first = parseDay(start) ?? 0;
	const last = end === undefined ? undefined : parseDay(end);
	return words.dates(last === undefined ? { start: first } : { start: first, end: last + 1 });
}

function checkpointDates({ day, held }: FactOf<"checkpoint">, words: Words): string {
	const date = dateText(day, words) ?? "";
	return held === undefined ? date : l10n.t("{0}, held {1}", date, dateText(held, words) ?? "");
}

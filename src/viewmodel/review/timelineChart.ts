import * as l10n from "@vscode/l10n";
import { type FactOf, factsOf } from "../../progress/review/reviewFact.ts";
import type { TimelineChart } from "../../review/reviewPageModel.ts";
import { parseDay } from "../../time/day.ts";
import type { Formatter } from "../text/formatter.ts";
import type { ChartSource } from "./chartSource.ts";
import { dateText } from "./reviewLines.ts";

/** Phases, stages and checkpoints, with today. */
export function timelineChart({ facts, formatter, today, key }: ChartSource): TimelineChart | undefined {
	const stretches = factsOf(facts, "stretch");
	if (stretches.length === 0) {
		return undefined;
	}
	const tracks = new Map(factsOf(facts, "track").map((track) => [track.id, formatter.title(track)]));
	const groupOf = ({ track }: FactOf<"stretch">) =>
		track === undefined ? l10n.t("Phases") : (tracks.get(track) ?? formatter.plain(track));
	const checkpoints = factsOf(facts, "checkpoint");
	const [period] = factsOf(facts, "period");
	const bars = stretches.map((each) => ({
		group: groupOf(each),
		title: formatter.title(each),
		start: parseDay(each.start) ?? 0,
		end: each.end === undefined ? null : (parseDay(each.end) ?? 0) + 1,
		text: `${formatter.title(each)}\n${datesText(each, formatter)}`,
	}));
	const current = bars.filter(({ start, end }) => start <= today && (end === null || today < end));
	return {
		kind: "timeline",
		title: l10n.t("Status of this review"),
		summary: l10n.t(
			"For {0}: {1}",
			formatter.date(today),
			current.map(({ title }) => title).join(", ") || l10n.t("no phase"),
		),
		today,
		todayText: formatter.date(today),
		bars,
		points: checkpoints.map((each) => ({
			title: formatter.title(each),
			day: parseDay(each.day) ?? 0,
			isHeld: each.held !== undefined,
			isThis: each.id === key.checkpoint && each.occurrence === key.occurrence,
			text: `${formatter.title(each)}\n${checkpointDates(each, formatter)}`,
		})),
		period: { start: parseDay(period?.start ?? "") ?? today, end: (parseDay(period?.end ?? "") ?? today) + 1 },
		table: {
			title: l10n.t("Status of this review"),
			columns: [{ title: l10n.t("What") }, { title: l10n.t("Which") }, { title: l10n.t("Dates") }],
			rows: [
				...stretches.map((each) => [groupOf(each), formatter.title(each), datesText(each, formatter)]),
				...checkpoints.map((each) => [l10n.t("Reviews"), formatter.title(each), checkpointDates(each, formatter)]),
			],
		},
	};
}

function datesText({ start, end }: FactOf<"stretch">, formatter: Formatter): string {
	const first = parseDay(start) ?? 0;
	const last = end === undefined ? undefined : parseDay(end);
	return formatter.dates(last === undefined ? { start: first } : { start: first, end: last + 1 });
}

function checkpointDates({ day, held }: FactOf<"checkpoint">, formatter: Formatter): string {
	const date = dateText(day, formatter) ?? "";
	return held === undefined ? date : l10n.t("{0}, held {1}", date, dateText(held, formatter) ?? "");
}

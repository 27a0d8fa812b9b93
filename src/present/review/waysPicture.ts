import * as l10n from "@vscode/l10n";
import { type Day, parseDay } from "../../plan/day.ts";
import { type FactOf, factsOf } from "../../progress/review/facts.ts";
import type { Words } from "../words.ts";
import type { WaysPicture } from "./page.ts";
import type { PictureSource } from "./pictures.ts";
import { dateText, quantityOf } from "./recordLines.ts";

/** Ways that are drawn; what has most to tell comes first. */
const maxWays = 12;

/** Each numeric target's way towards its goal. */
export function waysPicture({ facts, words, today }: PictureSource): WaysPicture | undefined {
	const items = factsOf(facts, "item").filter((item) => item.listed && !(words.discreet && item.private));
	const ways = items.flatMap((item) => wayOf(item, words, today)).slice(0, maxWays);
	if (ways.length === 0) {
		return undefined;
	}
	return {
		kind: "ways",
		title: l10n.t("On the way to the goals"),
		summary: ways.map(({ title, reached }) => `${title}: ${reached}`).join("; "),
		planned: l10n.t("planned"),
		ways: ways.map(({ rows, ...way }) => way),
		table: {
			title: l10n.t("On the way to the goals"),
			columns: [{ title: l10n.t("Goal") }, { title: l10n.t("Day") }, { title: l10n.t("Value"), isNumber: true }],
			rows: ways.flatMap(({ rows }) => rows),
		},
	};
}

type Way = WaysPicture["ways"][number] & { readonly rows: ReadonlyArray<ReadonlyArray<string>> };

function wayOf(item: FactOf<"item">, words: Words, today: Day): ReadonlyArray<Way> {
	const goal = quantityOf(item.goal);
	const values = item.values ?? [];
	// What is counted anew each month has no way towards its goal; money has none that others may see.
	if (!goal || goal.per || values.length === 0 || (words.discreet && goal.currency !== undefined)) {
		return [];
	}
	const title = words.title(item);
	const from = item.from ?? 0;
	const [start, end] = [dayIn(item.start), dayIn(item.due)];
	const points = values.map(([day, value]) => ({
		day: dayIn(day) ?? 0,
		value,
		text: `${words.value(value, goal)}\n${dateText(day, words)}`,
	}));
	return [
		{
			title,
			reached: l10n.t("{0} of {1}", words.value(item.value ?? from, goal), words.goal(goal)),
			today,
			...(start === undefined || end === undefined ? {} : { line: { start, from, end, to: goal.low } }),
			goal: goal.low,
			points,
			ticks: [from, goal.low].map((value) => ({ value, text: words.value(value, goal) })),
			rows: values.map(([day, value]) => [title, dateText(day, words) ?? "", words.value(value, goal)]),
		},
	];
}

function dayIn(day: string | undefined): Day | undefined {
	return day === undefined ? undefined : parseDay(day);
}

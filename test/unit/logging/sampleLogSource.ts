import assert from "node:assert/strict";
import { formatChange } from "../../../src/amount/change.ts";
import { parseQuantity } from "../../../src/amount/parseQuantity.ts";
import type { LogItem, LogReading, LogSource, LogTarget } from "../../../src/logging/logReading.ts";
import { formatDay, parseDay } from "../../../src/time/day.ts";
import { formatMinutes } from "../../../src/time/minutes.ts";

/** A Wednesday. */
export const today = parseDay("2026-11-25") ?? assert.fail();

/** What a plan may name, with how often each was logged. */
const named: ReadonlyArray<LogTarget & { readonly uses?: number }> = [
	{ id: "writing", title: "Thought leadership", formerly: ["blog"], timeOnly: true, uses: 9 },
	{ id: "drafts", title: "Articles written and published", timeOnly: true },
	{ id: "exec-networking", title: "Executive networking", timeOnly: true, uses: 5 },
	{ id: "networking", title: "Networking events", timeOnly: true, uses: 2 },
	{ id: "learning", title: "Strategic learning", timeOnly: true },
	{ id: "aws-saa", title: "AWS Solutions Architect Associate" },
	{ id: "aws-security", title: "AWS Security Specialty" },
	{ id: "articles", title: "Technical articles published", ...goal("5+") },
	{ id: "connections", title: "Professional connections", ...goal("100+") },
	{ id: "impact", title: "Business impact delivered", ...goal("$1M+") },
	{ id: "adoption", title: "Platform adoption", ...goal("40%") },
	{ id: "team", title: "People I lead", ...goal("8-12 people") },
	{ id: "title-progression", title: "Progress in title" },
	{ id: "launch", title: "🚀 Launch" },
	{ id: "写作", title: "写作" },
	{ id: "monday-review", title: "Monday review" },
	{ id: "gym", title: "Gym", weekly: true, counted: true },
	{ id: "cafe", title: "Café talks" },
];

/** A source of targets as a plan gives them. */
export const source: LogSource = {
	targets: named,
	uses: (id) => named.find((target) => target.id === id)?.uses ?? 0,
	today,
};

/** A reading as one line: `writing · 45m · 11-24 · "drafted"`; parts are joined by ` ++ `. */
export function shown(parts: ReadonlyArray<LogItem>): string {
	return parts
		.map(({ on, minutes, end, change, day, note, link }) =>
			[
				on,
				minutes === undefined ? undefined : formatMinutes(minutes),
				end === undefined ? undefined : `until ${Math.floor(end / 60)}:${String(end % 60).padStart(2, "0")}`,
				change && formatChange(change),
				day === today ? undefined : formatDay(day).slice(5),
				note === undefined ? undefined : `"${note}"`,
				link,
			]
				.filter((fact) => fact !== undefined)
				.join(" · "),
		)
		.join(" ++ ");
}

/** All of a reading as lines: its questions, its readings, its problems. */
export function facts({ readings, questions, problems }: LogReading): ReadonlyArray<string> {
	return [
		...(questions.length > 0 ? [`? ${questions.join(", ")}`] : []),
		...readings.map(shown),
		...problems.map(({ code, text }) => `! ${code}${text === "" ? "" : ` ${text}`}`),
	];
}

function goal(text: string): Pick<LogTarget, "goal"> {
	const quantity = parseQuantity(text);
	return typeof quantity === "string" ? assert.fail(quantity) : { goal: quantity };
}

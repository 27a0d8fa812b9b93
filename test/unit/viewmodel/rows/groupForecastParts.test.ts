import assert from "node:assert/strict";
import { finish } from "../../../../src/journal/steps.ts";
import { computeSnapshot } from "../../../../src/progress/snapshot.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { roadmapRows } from "../../../../src/viewmodel/rows/roadmapRows.ts";
import type { Row } from "../../../../src/viewmodel/rows/row.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { day, type Logged, ledgerOf, planOf } from "../../progress/progressFixture.ts";
import { byPhase, plainSpaces, tooltipLines } from "../rows/renderRows.ts";

const ticks = Array.from({ length: 20 }, (_, index) => `{id: i${index}, title: I${index}}`).join(", ");
const phases = `phases: [{title: Now, when: year 1, outcomes: {work: [${ticks}]}}, {title: Later, when: year 3, outcomes: {work: [L]}}]`;
const tracks = `tracks: [{id: t, title: T, stages: [{title: One, when: year 1, milestones: [${ticks}]}]}]`;

/** One of the items done each week. */
function rowsOf(
	yaml: string,
	done: number,
	{ weeks = done, forecasts = true, areKnown = false } = {},
): ReadonlyArray<Row> {
	const plan = planOf(yaml);
	const logged = Array.from(
		{ length: done },
		(_, index): Logged => [formatDay(day("2026-01-05") + index * 7), `i${index}`, { set: true }],
	);
	const ledger = ledgerOf(plan, logged);
	const today = day("2026-01-05") + weeks * 7;
	const snapshot = computeSnapshot(plan, ledger, today, { forecasts });
	if (areKnown) finish(snapshot.forecasts.steps());
	const source = { snapshot, plan, ledger, aliases: snapshot.aliases, today, formatter: new Formatter("en", false) };
	const rows = roadmapRows(source, yaml === tracks ? { ...byPhase, grouping: "track" } : byPhase);
	return rows.filter(({ id }) => id !== "attention");
}

const forecastOf = (row: Row | undefined) =>
	row &&
	tooltipLines(row)
		.map(plainSpaces)
		.find((line) => line.startsWith("Forecast: "));

describe("the forecast of a phase, a track or a stage", () => {
	it("comes from the items done over time, in the tooltip", () => {
		assert.match(forecastOf(rowsOf(phases, 12)[0]) ?? "", /^Forecast: likely Jun 2026 – \w+ 2027, .*by Jan 2027$/);
		const [track] = rowsOf(tracks, 12);
		assert.match(forecastOf(track) ?? "", /^Forecast: likely Jun 2026 – \w+ 2027$/);
		assert.match(forecastOf(track?.children?.()[0]) ?? "", /^Forecast: likely Jun 2026 – \w+ 2027, .*by Jan 2027$/);
	});

	it("shows that it is too early, and that it has stopped", () => {
		assert.equal(forecastOf(rowsOf(phases, 2)[0]), "Forecast: too early to say");
		assert.match(forecastOf(rowsOf(phases, 5, { weeks: 150 })[0]) ?? "", /not at this rate/);
	});

	it("is empty before it starts, once all is done, and if forecasts are off", () => {
		const [now, later] = rowsOf(phases, 20);
		assert.deepEqual([forecastOf(now), forecastOf(later)], [undefined, undefined]);
		assert.equal(forecastOf(rowsOf(phases, 12, { forecasts: false })[0]), undefined);
	});

	it("is in the row once it is known, before the dates, where it is late or there are no dates", () => {
		const textOf = (row: Row | undefined) => plainSpaces(row?.description ?? "");
		const [late] = rowsOf(phases, 5, { weeks: 40, areKnown: true });
		assert.match(textOf(late), /^25% · (?:likely \w+ \d+ – \w+ \d+|not at this rate) · Jan 5, 2026/);
		assert.match(plainSpaces(late?.accessibleName ?? ""), /25% reached, (?:likely|not at)/);
		assert.match(textOf(rowsOf(phases, 5, { weeks: 40 })[0]), /^25% · Jan 5, 2026/);
		// One a week, two left, and half a year to go: all is well.
		assert.match(textOf(rowsOf(phases, 18, { areKnown: true })[0]), /^90% · Jan 5, 2026/);
		const [track] = rowsOf(tracks, 12, { areKnown: true });
		assert.match(textOf(track), /^60% · likely Jun 2026/);
		const [stopped] = rowsOf(tracks, 5, { weeks: 40, areKnown: true });
		assert.match(textOf(stopped?.children?.()[0]), /^5 of 20 done · (?:likely|not at this rate)/);
	});
});

import assert from "node:assert/strict";
import { finish } from "../../../../src/journal/steps.ts";
import { formatDay } from "../../../../src/time/day.ts";
import { aimRows } from "../../../../src/viewmodel/rows/aimRow.ts";
import { roadmapRows } from "../../../../src/viewmodel/rows/roadmapRows.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { day, type Logged } from "../../progress/progressFixture.ts";
import { sourceWith } from "../viewSourceFor.ts";
import { byPhase, tooltipLines } from "./renderRows.ts";

const yaml = [
	"goal: Become a director",
	"targets:",
	"  by year 3:",
	"    - {id: a, title: Articles, goal: 60}",
	"    - {id: b, title: Books, goal: 3000}",
	"    - {id: c, title: Contacts, goal: 10}",
	"    - {id: d, title: Talk, private: true}",
	"    - {id: e, title: Team, goal: 2}",
].join("\n");
const logged = [
	...["a", "b"].flatMap((id) =>
		Array.from({ length: 40 }, (_, week): Logged => [formatDay(day("2026-01-05") + week * 7), id, { add: 1 }]),
	),
	["2026-03-01", "e", { set: 2 }],
] as ReadonlyArray<Logged>;

describe("the row of the aim", () => {
	it("says how the items are likely to turn out, once that is known", () => {
		const source = sourceWith(yaml, logged, "2026-10-12");
		assert.equal(aimRows(source)[0]?.label, "Goal: 1 of 5 reached");
		finish(source.snapshot.forecasts.steps());
		const [row] = roadmapRows(source, byPhase);
		const text = "1 of 5 likely, 1 reached, 1 not at this rate, 1 too early to say, 1 without a forecast";
		assert.equal(row?.label, "Goal: 1 of 5 likely");
		assert.equal(
			row?.description,
			"Become a director · 1 reached · 1 not at this rate · 1 too early to say · 1 without a forecast",
		);
		assert.equal(row?.accessibleName, `Become a director, roadmap goal, ${text}`);
		const [heading, forecast, ...parts] = row ? tooltipLines(row) : [];
		assert.deepEqual([heading, forecast], ["# Become a director", `Forecast: ${text}`]);
		// Each with its own chance: they are not multiplied.
		assert.match(parts[0] ?? "", /^Articles: likely .+, (very likely|about an? \d0% chance) by Jan 2029$/);
		assert.match(parts[1] ?? "", /^Books: not at this rate, hardly any chance by Jan 2029$/);
		assert.deepEqual(parts.slice(2), ["Contacts: too early to say", "Talk: not started", "Team: done"]);
		assert.deepEqual(
			row?.children?.().map(({ id, label }) => [id, label]),
			[
				["aim:a", "Articles"],
				["aim:b", "Books"],
				["aim:c", "Contacts"],
				["aim:d", "Talk"],
				["aim:e", "Team"],
			],
		);
	});

	it("hides the goal and private items in discreet mode", () => {
		const [row] = aimRows(sourceWith(yaml, logged, "2026-10-12", new Formatter("en", true)));
		assert.ok(row && !JSON.stringify(row).includes("director"));
		assert.match(row.accessibleName, /^Roadmap goal, roadmap goal, /);
		assert.equal(row?.children?.()[3]?.label, "Private");
		assert.equal(tooltipLines(row)[5], "Private");
	});

	it("lists at most ten items in the tooltip", () => {
		const items = Array.from({ length: 13 }, (_, index) => `T${index}`);
		const [row] = aimRows(sourceWith(`targets: {by year 3: [${items.join(", ")}]}`));
		const lines = row ? tooltipLines(row) : [];
		assert.equal(lines.length, 2 + 10 + 1);
		assert.equal(lines.at(-1), "3 more");
	});

	it("isn't shown without items that measure it, or if only some items are shown", () => {
		assert.deepEqual(aimRows(sourceWith("goal: Up")), []);
		const source = sourceWith(yaml, logged, "2026-10-12");
		assert.ok(roadmapRows(source, { ...byPhase, filter: "open" }).every(({ id }) => id !== "aim"));
	});
});

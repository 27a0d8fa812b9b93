import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLedger } from "../../../src/journal/ledger/readLedger.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { computeSnapshot } from "../../../src/progress/snapshot.ts";
import { parseDay } from "../../../src/time/day.ts";

const folder = join("test", "unit", "examples", "oldSample");

/** Every figure of a plan and its journal on some days: items, groups, weeks, the split, reviews, signals, and risks. */
function figuresOf(planText: string, journalText: string, days: ReadonlyArray<string>): unknown {
	const { plan, problems } = parsePlan(planText);
	assert.ok(plan);
	const ledger = readLedger([journalText], plan.week.dayEnds);
	const on = days.map((date) => {
		const today = parseDay(date) ?? assert.fail();
		const snapshot = computeSnapshot(plan, ledger, today);
		const items = plan.items.map((item) => {
			const { share, value, state, due, dueSoon, pace, holds, lapsed, expired, periods } = snapshot.progressOf(item);
			const forecast = snapshot.forecastOf(item);
			return [
				item.id,
				item.title,
				item.span,
				{ share, value, state, due, dueSoon, pace, holds, lapsed, expired, periods },
				forecast && { ...forecast, state: forecast.state },
			];
		});
		const weekOf = ({ aim, minutes, expected, state }: typeof snapshot.week) => [aim, minutes, expected, state];
		return [
			date,
			items,
			snapshot.phases.map(({ phase, tense, share, milestones, targets }) => [
				phase.title,
				tense,
				share,
				[...milestones, ...targets].map(({ id }) => id),
			]),
			snapshot.tracks.map(({ track, share, stages }) => [track.id, share, stages.map((stage) => stage.share)]),
			snapshot.targets.map(({ group, share }) => [group.title, share]),
			[0, 7, 14, 70].map((back) => weekOf(snapshot.weekWith(today - back))),
			snapshot.week.commitments.map(({ commitment, aim, minutes, state }) => [commitment.id, aim, minutes, state]),
			snapshot.split.overall.tracks.map(({ minutes, planned, owes }) => [minutes, planned, owes]),
			snapshot.checkpoints.map(({ checkpoint, occurrence, day, state }) => [checkpoint.id, occurrence, day, state]),
			[...snapshot.leading, ...snapshot.lagging].map(({ item, trend, last }) => [item.id, trend, last?.reading]),
			snapshot.risks.map(({ risk, live }) => [risk.title, live]),
			snapshot.overdue.items.map(({ id }) => id),
		];
	});
	const round = (_: string, value: unknown) => (typeof value === "number" ? Math.round(value * 1e9) / 1e9 : value);
	return JSON.parse(JSON.stringify({ problems, on }, round));
}

describe("a plan that was written before parts, habits, and optional items", () => {
	it("keeps its meaning to the number", () => {
		const read = (name: string) => readFileSync(join(folder, name), "utf8");
		const expected = JSON.parse(read("figures.json")) as {
			readonly days: ReadonlyArray<string>;
			readonly figures: unknown;
		};
		assert.deepEqual(figuresOf(read("roadmap.yaml"), read("roadmap.log.jsonl"), expected.days), expected.figures);
	});
});

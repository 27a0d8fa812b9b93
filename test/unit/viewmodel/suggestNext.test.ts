import assert from "node:assert/strict";
import { finish } from "../../../src/journal/steps.ts";
import { chanceGain } from "../../../src/progress/forecast/whatIf.ts";
import { formatDay } from "../../../src/time/day.ts";
import { suggestNext } from "../../../src/viewmodel/suggestNext.ts";
import { day, type Logged } from "../progress/progressFixture.ts";
import { sourceWith } from "./viewSourceFor.ts";

const yaml = [
	"commitments: [{id: writing, title: Writing, hours: 2}, {id: reading, title: Reading, hours: 3}, {id: talking, title: Talking, hours: 1}]",
	"targets:",
	"  2026-06: [{id: late, title: Late, goal: 4}]",
	"  2026-07: [{id: soon, title: Soon}]",
	"  2027: [{id: far, title: Far}]",
	"checkpoints: [{id: half, title: Half year, every: 6 months}]",
].join("\n");

// Wednesday; the review fell due on 4 July.
const date = "2026-07-08";
const spent = (at: string, on: string, minutes: number): Logged => [at, on, { minutes }];
const shown = (logged: ReadonlyArray<Logged>, on = date) =>
	suggestNext(sourceWith(yaml, logged, on)).map(({ label, reason }) => `${label}: ${reason.replace(/\s/g, " ")}`);

describe("the suggestions for what is next", () => {
	it("are reviews, then commitments by remaining time, then targets by due date, each with the reason", () => {
		assert.deepEqual(shown([spent("2026-07-06", "talking", 60), spent("2026-07-06", "writing", 60)]), [
			"Half year: review, was due 4 days ago",
			"Reading: 3 h left to log this week · 0 min of 3 h · behind",
			"Writing: 1 h left to log this week · 1 h of 2 h · ahead",
			"Late: was due 8 days ago · 0 of 4",
			"Soon: due in 3 weeks",
		]);
	});

	it("put commitments that are behind before those on pace, whatever their remaining time", () => {
		const labels = shown([spent("2026-07-06", "reading", 52), spent("2026-07-06", "talking", 60)]).slice(1, 3);
		assert.deepEqual(labels, [
			"Writing: 2 h left to log this week · 0 min of 2 h · behind",
			"Reading: 2 h 8 min left to log this week · 52 min of 3 h · on pace",
		]);
	});

	it("have an action for Enter and buttons for the others", () => {
		const actions = suggestNext(sourceWith(yaml, [], date)).map((each) =>
			each.actions.map(({ command, args }) => `${command} ${JSON.stringify(args)}`),
		);
		assert.deepEqual(
			[actions[0], actions[1], actions.at(-1)],
			[
				['waymark.openReview {"checkpoint":"half","occurrence":1}'],
				['waymark.startTimer {"on":"reading"}', 'waymark.logTime {"on":"reading"}'],
				['waymark.logProgress {"on":"soon"}', 'waymark.startTimer {"on":"soon"}'],
			],
		);
	});

	it("offer to resume first after quiet weeks", () => {
		const [first] = suggestNext(sourceWith(yaml, [spent("2026-06-20", "writing", 5)], date));
		assert.equal(first?.actions[0].command, "waymark.quietWeeks");
		assert.match(first?.reason ?? "", /^Nothing was logged for 2 weeks\./);
	});

	it("are empty if everything is done", () =>
		assert.deepEqual(
			suggestNext(
				sourceWith("commitments: [{id: writing, title: Writing, hours: 2}]", [spent(date, "writing", 120)], date),
			),
			[],
		));

	it("end with what isn't due soon, by how much a week of work adds to its chance", () => {
		const plan =
			"targets: {year 1: [{id: a, title: Almost, goal: 26}, {id: b, title: Far, goal: 60}, {id: c, title: Sure, goal: 22}]}";
		const logged = ["a", "b", "c"].flatMap((id) =>
			Array.from({ length: 20 }, (_, week): Logged => [formatDay(day("2026-01-05") + week * 7), id, { add: 1 }]),
		);
		const source = sourceWith(plan, logged, "2026-05-24");
		assert.deepEqual(suggestNext(source), []);
		finish(source.snapshot.forecasts.steps());
		const gains = source.plan.items.map((item) => {
			const question = source.snapshot.forecasts.question(item) ?? assert.fail();
			return [item.title, chanceGain(question, source.snapshot.forecastOf(item) ?? assert.fail())] as const;
		});
		const expected = gains.filter(([, gain]) => gain >= 0.01).toSorted(([, x], [, y]) => y - x);
		assert.ok(expected.length > 1);
		const found = suggestNext(source);
		assert.deepEqual(
			found.map(({ label }) => label),
			expected.map(([title]) => title),
		);
		assert.match(found[0]?.reason ?? "", /(chance|likely) by Jan 2027 · 1 a week recently · [\d.]+ a week needed$/);
	});
});

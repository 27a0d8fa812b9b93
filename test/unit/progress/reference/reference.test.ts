import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry } from "../../../../src/journal/entry.ts";
import { Ledger } from "../../../../src/journal/ledger/ledger.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { computeSnapshot, type Snapshot } from "../../../../src/progress/snapshot.ts";
import { isDeep } from "../../../harness/depth.ts";
import { ReferenceLedger } from "../../journal/ledger/referenceLedger.ts";
import { arbitraryEntries, arbitraryPlan } from "./arbitraryRoadmaps.ts";
import type { RawPlan } from "./rawPlan.ts";
import { dayOf } from "./referenceDates.ts";
import { ReferenceRoadmap } from "./referenceRoadmap.ts";
import { endsOf } from "./referenceSignals.ts";

/** What the product says, in the reference's terms. */
function shown(snapshot: Snapshot) {
	const hasBegun = snapshot.today >= (snapshot.plan.start ?? snapshot.today);
	const items = [...snapshot.progress].map(([id, each]) => {
		const { share, value, state, due, dueSoon, pace, notMeasured, holds, lapsed, expired, periods } = each;
		const { lapses, expires } = each;
		const numbers = { share, value, state, due, dueSoon, pace, notMeasured, holds, lapsed, expired, periods };
		return [id, { ...numbers, lapses, expires }];
	});
	const paceOf = ({ aim, minutes, expected, state }: Snapshot["week"] | Snapshot["week"]["commitments"][number]) => ({
		...{ aim, minutes, expected, state },
	});
	return {
		items: Object.fromEntries(items),
		phases: snapshot.phases.map(({ tense, share }) => ({ tense, share })),
		tracks: snapshot.tracks.map(({ stages, share }) => ({ stages: stages.map((each) => each.share), share })),
		targets: snapshot.targets.map(({ share }) => share),
		weeks: [0, 7, 30].map((back) => {
			const { openDays, commitments, ...week } = snapshot.weekWith(snapshot.today - back);
			const each = commitments.map((one) => ({ id: one.commitment.id, ...paceOf(one) }));
			return { ...paceOf(week as Snapshot["week"]), openDays, commitments: each };
		}),
		habits: [0, 7].map((back) =>
			snapshot.habitsWith(snapshot.today - back).map(({ node, unit, aim, count, expected: asked, state }) => ({
				...{ id: node.id, unit, aim, count, expected: asked, state },
			})),
		),
		splits: Object.fromEntries(
			(["overall", "week", ...(hasBegun ? (["quarter", "year"] as const) : [])] as const).map((name) => [
				name,
				snapshot.split[name].tracks.map(({ minutes, planned, owes }) => ({
					minutes,
					...(planned === undefined ? {} : { planned, owes }),
				})),
			]),
		),
		weeksKept: snapshot.weeksKept,
		risks: snapshot.risks.map(({ live }) => live),
		indicators: [...snapshot.leading, ...snapshot.lagging].map(({ item, trend }) => ({ id: item.id, trend })),
		checkpoints: snapshot.checkpoints
			.map(({ checkpoint, occurrence, day, state }) => `${day} ${checkpoint.id} ${occurrence} ${state}`)
			.sort(),
	};
}

/** The same from docs/format.md alone. */
function expected(plan: RawPlan, entries: ReadonlyArray<Entry>, today: number) {
	const roadmap = new ReferenceRoadmap(plan, new ReferenceLedger(entries).counted, today);
	const items = [...roadmap.items.keys()].map((id) => {
		const { reached: _, ends, ...numbers } = roadmap.numbers.on(id, today);
		return [id, { ...numbers, ...endsOf(ends) }];
	});
	return {
		items: Object.fromEntries(items),
		phases: roadmap.phases(),
		tracks: roadmap.tracks(),
		targets: roadmap.targets(),
		weeks: [0, 7, 30].map((back) => roadmap.week(today - back)),
		habits: [0, 7].map((back) => roadmap.habits(today - back)),
		splits: roadmap.splits(),
		weeksKept: roadmap.weeksKept(),
		risks: roadmap.risks(),
		indicators: roadmap.indicators(),
		checkpoints: roadmap.checkpoints(),
	};
}

/** Numbers to nine digits: the two add up in another order. */
function rounded(value: unknown): unknown {
	return JSON.parse(
		JSON.stringify(value, (_, each) => (typeof each === "number" ? Math.round(each * 1e9) / 1e9 + 0 : each)),
	);
}

describe("the numbers of any roadmap", function () {
	this.timeout(3_600_000);

	it("equal in every field those of a separate implementation of docs/format.md", () => {
		fc.assert(
			fc.property(arbitraryPlan, arbitraryEntries, fc.integer({ min: -15, max: 450 }), (raw, entries, days) => {
				const { plan } = parsePlan(JSON.stringify(raw));
				assert.ok(plan);
				const ledger = new Ledger();
				for (const entry of entries) {
					ledger.add(entry);
				}
				const today = dayOf(raw.start) + days;
				assert.deepEqual(rounded(shown(computeSnapshot(plan, ledger, today))), rounded(expected(raw, entries, today)));
			}),
			{ numRuns: isDeep() ? 20_000 : 5000 },
		);
	});
});

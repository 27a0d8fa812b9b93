import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry } from "../../../../src/journal/entry.ts";
import { Ledger } from "../../../../src/journal/ledger/ledger.ts";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import { latestMark, latestTrend, latestValue } from "../../../../src/journal/ledger/valueHistory.ts";
import { writeLine } from "../../../../src/journal/text/entryLine.ts";
import { formatDay, parseDay } from "../../../../src/time/day.ts";
import { runs } from "../../../harness/depth.ts";
import { anyEntry, entryIds, idsOf, targetIds } from "../arbitraryJournals.ts";
import { type Counted, ReferenceLedger } from "./referenceLedger.ts";

const march = { start: parseDay("2026-03-01") ?? 0, end: parseDay("2026-04-01") ?? 0 };
const journal = fc.array(anyEntry, { maxLength: 16 });
const counts = ["latest", "total", "period"] as const;

/** All that can be asked about a target. */
function answersFor(ledger: Ledger, target: string) {
	const progress = ledger.on([target], { type: "progress" });
	const { current, forgotten } = ledger.timers();
	return {
		on: ledger.on([target]),
		inMarch: ledger.on([target], { span: march }),
		running: [current, ...forgotten].filter((live) => live?.entry.on === target),
		mark: latestMark(progress)?.set,
		trend: latestTrend(progress)?.set,
		values: counts.map((count) => latestValue(progress, { count, from: 0.3, span: march })),
	};
}

/** All that can be asked, without the places and the order of arrival, which are not the journal's. */
function observe(ledger: Ledger) {
	return {
		size: ledger.size,
		between: ledger.between(),
		firstDay: ledger.firstDay(),
		inMarch: ledger.between(march),
		targets: targetIds.map((target) => answersFor(ledger, target)),
		together: ledger.on(targetIds),
		timers: ledger.timers(),
		named: [...ledger.named()].sort(),
		newest: ledger.newest(),
		ids: entryIds.map((id) => [ledger.get(id), ledger.live(id), ledger.isLive(id), ledger.chainOf(id)]),
		voids: entryIds.map((id) => [...ledger.voidsOf(id)].sort()),
		problems: problemsOf(ledger),
	};
}

function problemsOf(ledger: Ledger): ReadonlyArray<string> {
	return ledger
		.problems()
		.map(({ code, args }) => `${code} ${args[0]}`)
		.sort();
}

function ledgerOf(entries: ReadonlyArray<Entry>): Ledger {
	const ledger = new Ledger();
	entries.forEach((entry, index) => {
		ledger.add(entry, "", index + 1);
	});
	return ledger;
}

/** The value of a target in hundredths, by the words of the format. */
function referenceValue(counted: ReadonlyArray<Counted>, target: string, count: (typeof counts)[number]) {
	let sum = 30;
	let any = false;
	for (const { entry, day } of counted) {
		if (entry.type !== "progress" || entry.on !== target || (count === "period" && !day.startsWith("2026-03"))) {
			continue;
		}
		const { set, add } = entry;
		if (typeof set === "number") {
			sum = Math.round(set * 100);
			any = true;
		} else if (add !== undefined) {
			sum += Math.round(add * 100);
			any = true;
		}
	}
	return any ? sum / 100 : undefined;
}

describe("any journal", function () {
	this.timeout(120_000);

	it("follows the rules of the format", () => {
		fc.assert(
			fc.property(journal, (entries) => {
				const ledger = ledgerOf(entries);
				const reference = new ReferenceLedger(entries);
				assert.deepEqual(
					ledger.between().map(({ entry, root, day }) => ({ entry, root, day: formatDay(day) })),
					reference.counted,
				);
				assert.deepEqual(
					entryIds.filter((id) => ledger.isLive(id)),
					entryIds.filter((id) => reference.isLive(id)),
				);
				const { current, forgotten } = ledger.timers();
				assert.deepEqual(idsOf(current ? [current, ...forgotten] : forgotten), reference.running);
				assert.equal(current?.entry.id, reference.current);
				assert.deepEqual(problemsOf(ledger), reference.problems);
				for (const target of targetIds) {
					assert.deepEqual(
						answersFor(ledger, target).values,
						counts.map((count) => referenceValue(reference.counted, target, count)),
					);
				}
			}),
			{ numRuns: runs(4000) },
		);
	});

	it("is the same in any order, with duplicate lines, and split into files", () => {
		const arrangement = journal.chain((entries) =>
			fc.record({
				entries: fc.constant(entries),
				again: fc
					.subarray(entries)
					.chain((doubled) =>
						fc.shuffledSubarray([...entries, ...doubled], { minLength: entries.length + doubled.length }),
					),
				files: fc.array(fc.nat({ max: 2 }), { minLength: 2 * entries.length, maxLength: 2 * entries.length }),
			}),
		);
		fc.assert(
			fc.property(arrangement, ({ entries, again, files }) => {
				const texts = ["", "", ""].map((_, file) =>
					again
						.filter((__, index) => files[index] === file)
						.map(writeLine)
						.join(""),
				);
				assert.deepEqual(observe(readLedger(texts)), observe(ledgerOf(entries)));
			}),
			{ numRuns: runs(1500) },
		);
	});

	it("is the same whether it is read after each entry or at the end, and names each target that changed", () => {
		fc.assert(
			fc.property(journal, fc.infiniteStream(fc.boolean()), (entries, asked) => {
				const ledger = new Ledger();
				let version = ledger.version;
				let before = targetIds.map((target) => answersFor(ledger, target));
				entries.forEach((entry, index) => {
					ledger.add(entry, "", index + 1);
					if (asked.next().value) {
						const after = targetIds.map((target) => answersFor(ledger, target));
						const changed = ledger.changedSince(version);
						targetIds.forEach((target, at) => {
							if (!changed.has(target)) {
								assert.deepEqual(after[at], before[at], `${target} changed with ${JSON.stringify(entry)}`);
							}
						});
						version = ledger.version;
						before = after;
					}
				});
				assert.deepEqual(observe(ledger), observe(ledgerOf(entries)));
			}),
			{ numRuns: runs(1500) },
		);
	});

	it("has every conflict between entries, so that these tests cover it", () => {
		const seen = new Set<string>();
		let chains = 0;
		for (const entries of fc.sample(journal, { numRuns: 5000, seed: 1 })) {
			const ledger = ledgerOf(entries);
			ledger.problems().forEach(({ code }) => {
				seen.add(code);
			});
			chains += ledger.between().filter(({ entry, root }) => entry.id !== root && ledger.isLive(root)).length;
		}
		assert.deepEqual([...seen].sort(), ["edit-cycle", "timer-stopped-twice", "two-contents", "void-cycle"]);
		assert.ok(chains > 20, `${chains} edits of live entries`);
	});
});

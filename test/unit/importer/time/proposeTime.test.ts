import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry } from "../../../../src/journal/entry.ts";
import { Ledger } from "../../../../src/journal/ledger/ledger.ts";
import { finish } from "../../../../src/journal/steps.ts";
import { formatMoment } from "../../../../src/time/moment.ts";
import { timeCsv } from "../../../../src/viewmodel/export/timeCsv.ts";
import { runs } from "../../../harness/depth.ts";
import { sourceOf } from "../../viewmodel/viewSourceFor.ts";
import { importInto, plan, proposalOf } from "./timeFixture.ts";

const fates = (...given: Parameters<typeof proposalOf>) =>
	proposalOf(...given).map(({ entry, fate, on, overlaps }) =>
		[entry.line, fate, on, ...(overlaps ? ["overlaps"] : [])].filter((each) => each !== undefined).join(" "),
	);
const ledgerOf = (...entries: ReadonlyArray<object>) => {
	const ledger = new Ledger();
	for (const [at, entry] of entries.entries())
		ledger.add({ id: String(at), type: "time", ...entry } as unknown as Entry);
	return ledger;
};

const source = `Project,Task,Tags,Description,Start date,Start time,Duration
thought leadership,,,A draft,2026-03-02,09:00:00,01:30:00
Blog,Drafting,,,2026-03-03,09:00:00,01:00:00
Blog,,"x, learning",,2026-03-04,09:00:00,01:00:00
Blog,,,Talks given,2026-03-05,09:00:00,01:00:00
Blog,,,Other,2026-03-06,09:00:00,01:00:00
`;

describe("the entries that a time import proposes", () => {
	it("belong to what has their project, task, tag, or text as title or ID, now or formerly", () =>
		assert.deepEqual(fates(source), ["2 new writing", "3 new drafts", "4 new study", "5 new talks", "6 unmapped"]));

	it("belong to what the user chose before anything else", () => {
		const mapping = { "project:Blog": "study", "text:Other": null, "project:Blog · Drafting": "writing" };
		assert.deepEqual(fates(source, new Ledger(), { mapping }), [
			...["2 new writing", "3 new writing", "4 new study", "5 new study", "6 left-out"],
		]);
	});

	it("are none on the second import, also if one was moved to another target since", () => {
		const ledger = importInto(new Ledger(), proposalOf(source));
		assert.deepEqual(
			fates(source, ledger).map((each) => each.split(" ")[1]),
			["logged", "logged", "logged", "logged", "unmapped"],
		);
		const moved = ledgerOf({ on: "talks", at: "2026-03-02T10:30:00+01:00", minutes: 90 });
		assert.equal(fates(source, moved)[0], "2 logged writing");
	});

	it("have the end, the length, and the text of the source", () => {
		const [first] = importInto(new Ledger(), proposalOf(source)).entries();
		assert.ok(first?.type === "time");
		assert.deepEqual(
			[first.on, first.name, first.at, first.minutes, first.note],
			[...["writing", "Thought leadership", "2026-03-02T10:30:00+01:00", 90, "A draft"]],
		);
	});

	it("are recognized by day, length, and target where only a date is known", () => {
		const table = "Date,Duration,Project\n2026-03-02,1h,Study\n2026-03-02,1h,Study\n2026-03-02,1h,Talks given\n";
		const once = ledgerOf({ on: "study", at: "2026-03-02", minutes: 60 });
		assert.deepEqual(fates(table, once), ["2 logged study", "3 new study", "4 new talks"]);
		const timed = ledgerOf({ on: "study", at: "2026-03-02T20:00:00+01:00", minutes: 60 });
		assert.deepEqual(fates(table, timed), ["2 logged study", "3 new study", "4 new talks"]);
	});

	it("are all new again after what was imported was removed", () => {
		const ledger = importInto(new Ledger(), proposalOf(source));
		const ids = [...ledger.entries()].map(({ id }) => id);
		for (const [at, entry] of ids.entries()) {
			ledger.add({ id: `v${at}`, at: "2026-11-01", type: "void", entry });
		}
		assert.equal(fates(source, ledger)[0], "2 new writing");
	});

	it("say that they overlap, and leave out what the file has twice", () => {
		const table = `Project,Start,Duration
Study,2026-03-02 09:00,1h
Talks given,2026-03-02 09:30,1h
Study,2026-03-02 09:00,1h
Study,2026-03-02 12:00,1h
Study,2026-03-02 13:00,1h
`;
		const ledger = ledgerOf({ on: "talks", at: "2026-03-02T14:30:00+01:00", minutes: 60 });
		assert.deepEqual(fates(table, ledger), [
			...["2 new study overlaps", "3 new talks overlaps", "4 repeated study", "5 new study", "6 new study overlaps"],
		]);
	});
});

describe("time that is exported", () => {
	const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"];
	const day = fc.integer({ min: 18_000, max: 20_700 });
	const at = fc.oneof(
		day.map((each) => new Date(each * 86_400_000).toISOString().slice(0, 10)),
		fc
			.tuple(day, fc.integer({ min: 0, max: 86_399_999 }), fc.constantFrom(...zones))
			.map(([each, ms, zone]) => formatMoment(each * 86_400_000 + ms, zone)),
		// Around the times when clocks change.
		fc
			.tuple(
				fc.constantFrom(Date.UTC(2026, 2, 29, 1), Date.UTC(2025, 9, 26, 1), Date.UTC(2025, 10, 2, 6)),
				fc.integer({ min: -300, max: 300 }),
			)
			.map(([change, minutes]) => formatMoment(change + minutes * 60_000, "UTC")),
		fc
			.tuple(day, fc.constantFrom("02:30", "23:59:59", "00:00:00.250"))
			.map(([each, time]) => `${new Date(each * 86_400_000).toISOString().slice(0, 10)}T${time}`),
	);
	const entry = fc.record({
		at,
		on: fc.constantFrom("writing", "drafts", "study", "learning", "talks", "secret", "technical", "gone", "=1"),
		minutes: fc.oneof(fc.integer({ min: -5, max: 1500 }), fc.constantFrom(0.25, 1.5, 59.999, 90.75)),
		note: fc.constantFrom("A note", "=SUM(1)", 'a, "b"\nc', "-", ""),
	});

	it("has nothing new for the plan and the journal that it comes from", () => {
		fc.assert(
			fc.property(
				fc.array(entry, { maxLength: 12 }),
				fc.constantFrom(...zones),
				fc.constantFrom("toggl", "clockify"),
				(entries, timeZone, tool) => {
					const ledger = ledgerOf(...entries);
					const options = { tool, span: { start: 0, end: 30_000 }, timeZone, email: "", withPrivate: true } as const;
					const csv = finish(timeCsv(sourceOf(plan, ledger, "2026-11-28"), options));
					if (csv.split("\r\n").length > 2) {
						const proposed = proposalOf(csv, ledger, { timeZone });
						const fits = ({ minutes }: { readonly minutes: number }) => minutes >= 0.5 && minutes < 1440.5;
						assert.equal(proposed.length, entries.filter(fits).length, csv);
						const fresh = proposed.filter(({ fate, on }) => fate !== "logged" && on !== undefined);
						assert.deepEqual(fresh, [], csv);
					}
				},
			),
			{ numRuns: runs(500) },
		);
	}).timeout(30_000);
});

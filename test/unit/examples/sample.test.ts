import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { sampleJournal, sampleOptions } from "../../../examples/sampleJournal.ts";
import { parseDay } from "../../../src/time/day.ts";

const folder = "examples/director-of-ai-engineering";
const planText = readFileSync(`${folder}/roadmap.yaml`, "utf8");
const journalText = readFileSync(`${folder}/roadmap.log.jsonl`, "utf8");
const { start } = sampleOptions;

interface Entry {
	readonly id: string;
	readonly at: string;
	readonly type: string;
	readonly logged: string;
	readonly on?: string | ReadonlyArray<string>;
	readonly name?: string | ReadonlyArray<string>;
	readonly minutes?: number;
	readonly note?: string;
	readonly entry?: string;
	readonly replaces?: string;
	readonly timer?: string;
	readonly set?: unknown;
	readonly add?: number;
	readonly link?: string;
	readonly checkpoint?: string;
	readonly facts?: ReadonlyArray<{ readonly on: string; readonly name: string; readonly value: unknown }>;
	readonly next?: ReadonlyArray<{ readonly id: string; readonly on: string }>;
	readonly answers?: ReadonlyArray<{ readonly question: string }>;
}

const entries = readEntries(journalText);
const plan = readPlan(planText);
const titleById = new Map(plan.named);

describe("the sample plan", () => {
	it("is YAML without problems", () => {
		const document = parseDocument(planText, { schema: "failsafe" });
		assert.deepEqual([...document.errors, ...document.warnings], []);
	});

	it("has each ID once", () => {
		const ids = plan.named.map(([id]) => id);
		assert.deepEqual(
			ids.filter((id, index) => ids.indexOf(id) !== index),
			[],
		);
	});

	it("refers only to IDs that it has", () => {
		assert.ok(plan.references.length > 40);
		assert.deepEqual(
			plan.references.filter((id) => !titleById.has(id)),
			[],
		);
	});

	it("has titles that fit a sidebar", () => {
		assert.deepEqual(
			plan.named.filter(([, title]) => title.length > 45),
			[],
		);
	});

	it("begins on a Monday", () => {
		assert.match(planText, new RegExp(`^start: ${start}$`, "m"));
		assert.equal(weekday(start), "Mon");
	});
});

describe("the sample journal", () => {
	it("is what the script writes", () => {
		assert.equal(journalText, sampleJournal(sampleOptions));
	});

	it("has ascending UUIDs of version 7, first in each line and made at the instant of logging", () => {
		for (const line of journalText.trimEnd().split("\n")) {
			assert.match(line, /^\{"id":"[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}","at":"/);
		}
		for (const [index, entry] of entries.entries()) {
			assert.ok(index === 0 || entry.id > (entries[index - 1]?.id ?? ""), entry.id);
			assert.equal(Number.parseInt(entry.id.replaceAll("-", "").slice(0, 12), 16), Date.parse(entry.logged));
		}
	});

	it("names only items of the plan, by their title", () => {
		for (const entry of entries) {
			const ids = [entry.on ?? []].flat();
			assert.deepEqual(
				[entry.name ?? []].flat(),
				(entry.checkpoint ? [entry.checkpoint] : ids).map((id) => titleById.get(id)),
			);
			for (const fact of entry.facts ?? []) {
				assert.equal(fact.name, titleById.get(fact.on));
			}
			for (const promise of entry.next ?? []) {
				assert.ok(titleById.has(promise.on), promise.on);
			}
		}
	});

	it("asks the questions of the plan in the review", () => {
		const review = entries.filter((entry) => entry.type === "review");
		assert.equal(review.length, 1);
		assert.deepEqual(
			review[0]?.answers?.map(({ question }) => question),
			plan.sixMonthQuestions,
		);
	});

	it("voids, replaces, and closes only earlier entries", () => {
		const seen = new Map<string, string>();
		const kinds = new Set<string>();
		for (const entry of entries) {
			for (const key of ["entry", "replaces", "timer"] as const) {
				const id = entry[key];
				if (id !== undefined) {
					kinds.add(key);
					assert.ok(seen.has(id), `${key} ${id}`);
					assert.ok(key !== "timer" || seen.get(id) === "timer");
				}
			}
			seen.set(entry.id, entry.type);
		}
		assert.deepEqual([...kinds].sort(), ["entry", "replaces", "timer"]);
	});

	it("is in the time zone of Chicago", () => {
		for (const entry of entries) {
			const summer = entry.at >= "2026-03-08T02" && entry.at < "2026-11-01T02";
			assert.equal(entry.at.slice(19), summer ? "-05:00" : "-06:00");
			assert.ok(Date.parse(entry.at) <= Date.parse(entry.logged), entry.at);
			assert.match(entry.logged, /Z$/);
		}
		const winter = readEntries(sampleJournal({ start: "2027-09-06", days: 100, seed: 1 }));
		for (const entry of winter) {
			assert.equal(entry.at.slice(19), entry.at < "2027-11-07T02" ? "-05:00" : "-06:00");
		}
	});

	it("fills most weeks with 4 to 5 hours of commitments, and none of the time off", () => {
		const gone = new Set(entries.flatMap((entry) => [entry.entry ?? [], entry.replaces ?? []].flat()));
		const live = entries.filter((entry) => entry.type === "time" && !gone.has(entry.id));
		const weeks = Array.from({ length: 31 }, () => ({ commitments: 0, all: 0 }));
		for (const entry of live) {
			const week = weeks[Math.floor((dayOfText(entry.at) - dayOfText(start)) / 7)];
			assert.ok(week && entry.minutes);
			week.all += entry.minutes;
			week.commitments += plan.commitments.has(String(entry.on)) ? entry.minutes : 0;
		}
		const hours = weeks.map((week) => week.commitments / 60);
		assert.ok(weeks.every((week) => week.all < 11 * 60));
		assert.ok(hours.every((value) => value < 6.25));
		const kept = hours.filter((value) => value >= 4).length;
		assert.ok(kept >= 20 && kept <= 25, `${kept} weeks kept`);
		assert.ok(hours.filter((value) => value > 0 && value < 2.5).length >= 2);
		assert.equal(weeks[25]?.all, 0);
	});

	it("never logs two sessions at the same time", () => {
		const gone = new Set(entries.flatMap((entry) => [entry.entry ?? [], entry.replaces ?? []].flat()));
		const spans = entries
			.filter((entry) => entry.minutes !== undefined && !gone.has(entry.id))
			.map((entry) => ({ end: Date.parse(entry.at), start: Date.parse(entry.at) - (entry.minutes ?? 0) * 60_000 }))
			.sort((a, b) => a.start - b.start);
		for (const [index, span] of spans.entries()) {
			assert.ok(index === 0 || (spans[index - 1]?.end ?? 0) <= span.start);
		}
	});

	it("tells the story", () => {
		const progress = entries.filter((entry) => entry.type === "progress");
		const voided = new Set(entries.map((entry) => entry.entry));
		const lastValue = (id: string) =>
			progress
				.filter((entry) => entry.on === id && !voided.has(entry.id))
				.reduce<unknown>((value, entry) => entry.set ?? Number(value) + (entry.add ?? 0), 0);
		assert.equal(lastValue("impact"), 420_000);
		assert.equal(lastValue("articles"), 3);
		assert.equal(lastValue("team"), 3);
		assert.ok(Math.abs(Number(lastValue("connections")) - 60) <= 4, String(lastValue("connections")));
		assert.equal(lastValue("aws-saa"), true);
		assert.equal(lastValue("terraform-associate"), true);
		assert.ok(Number(lastValue("platform-project")) >= 85);
		const open = plan.firstPhase.filter((id) => lastValue(id) !== true);
		assert.deepEqual(open, ["platform-lead", "ml-leaders"]);
		assert.ok(entries.every((entry) => !entry.link || entry.link.startsWith("https://example.com/")));
	});

	it("has some entries of each type, and some logged a day late", () => {
		const types = new Set(entries.map((entry) => entry.type));
		assert.deepEqual([...types].sort(), ["note", "progress", "review", "time", "timer", "void"]);
		const late = entries.filter((entry) => Date.parse(entry.logged) - Date.parse(entry.at) > 6 * 3_600_000);
		assert.ok(late.length >= 5 && late.length < entries.length / 5);
	});

	it("repeats no note more than twice", () => {
		const counts = new Map<string, number>();
		for (const { note } of entries) {
			counts.set(note ?? "", note ? (counts.get(note) ?? 0) + 1 : 0);
		}
		assert.ok(Math.max(...counts.values()) <= 2);
	});

	it("grows only at its end if more days are requested", () => {
		const half = sampleJournal({ ...sampleOptions, days: 100 });
		assert.ok(half.length > 10_000);
		assert.ok(journalText.startsWith(half));
	});
});

function readEntries(text: string): ReadonlyArray<Entry> {
	assert.ok(text.endsWith("\n"));
	return text
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line) as Entry);
}

function dayOfText(text: string): number {
	return parseDay(text.slice(0, 10)) ?? Number.NaN;
}

function weekday(date: string): string {
	return new Date(`${date}T00:00:00Z`).toUTCString().slice(0, 3);
}

interface PlanIds {
	/** Id and title of everything that has one, in the order of the file. */
	readonly named: ReadonlyArray<readonly [id: string, title: string]>;
	/** What `needs`, `of`, `evidence` and `replaces` name. */
	readonly references: ReadonlyArray<string>;
	/** Ids of the commitments and their activities. */
	readonly commitments: ReadonlySet<string>;
	/** Ids of the first phase's outcomes. */
	readonly firstPhase: ReadonlyArray<string>;
	readonly sixMonthQuestions: ReadonlyArray<string>;
}

/** A reading of its own, apart from the extension's, so that neither hides a fault of the other. */
function readPlan(text: string): PlanIds {
	const root = parseDocument(text, { schema: "failsafe" }).contents;
	const named: Array<readonly [string, string]> = [];
	const references: Array<string> = [];
	const lists = ["needs", "drives", "evidence", "replaces"];
	const plain = ["stages", "factors", "risks", "advantages", "questions", "points", "time_off", ...lists];

	const nameOf = (node: unknown): readonly [string, string] => {
		const text = isScalar(node) ? String(node.value) : "";
		const title = isMap(node) ? String(node.get("title") ?? "") : text;
		const derived = title
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, "-")
			.replace(/^-|-$/g, "");
		return [isMap(node) && node.has("id") ? String(node.get("id")) : derived, title];
	};
	const walk = (node: unknown, key: string) => {
		if (isSeq(node)) {
			for (const item of node.items) {
				if (lists.includes(key)) {
					references.push(String(item));
				} else if (!plain.includes(key)) {
					named.push(nameOf(item));
				}
				walk(item, key);
			}
		} else if (isMap(node)) {
			for (const pair of node.items) {
				if (String(pair.key) === "of") {
					references.push(String(pair.value));
				}
				walk(pair.value, String(pair.key));
			}
		}
	};
	walk(root, "");

	assert.ok(isMap(root));
	const itemsAt = (...path: ReadonlyArray<string | number>) => {
		const node = root.getIn(path);
		return isSeq(node) ? node.items : [];
	};
	const areas = root.getIn(["phases", 0, "outcomes"]);
	assert.ok(isMap(areas));
	return {
		named,
		references,
		commitments: new Set(
			itemsAt("commitments").flatMap((node, index) => [
				nameOf(node)[0],
				...itemsAt("commitments", index, "activities").map((activity) => nameOf(activity)[0]),
			]),
		),
		firstPhase: areas.items.flatMap((area) =>
			(isSeq(area.value) ? area.value.items : []).map((node) => nameOf(node)[0]),
		),
		sixMonthQuestions: itemsAt("checkpoints", 0, "questions").map((node) =>
			isMap(node) ? String(node.get("ask")) : "",
		),
	};
}

// Writes the journal of the sample plan: about seven months of one person's evenings, made up but plausible.
import { type Day, formatDay, parseDay } from "../src/time/day.ts";
import {
	formatLocal,
	hour,
	loggedAfter,
	mulberry32,
	pick,
	type Random,
	shuffled,
	toInstant,
	uuidV7,
	wallTime,
	whole,
} from "./sampleClock.ts";
import { notes, progress, sessionNotes, titles } from "./sampleStory.ts";

/** What the sample's journal is made from. */
export interface SampleOptions {
	/** Day one of the plan, `YYYY-MM-DD`, a Monday. */
	readonly start: string;
	/** How many days it covers from `start` on; nothing is written on or after the day `start` + `days`. */
	readonly days: number;
	/** Any whole number; the same one gives the same journal. */
	readonly seed: number;
}

/** What the journal that lies beside the sample plan is made from: 31 whole weeks. */
export const sampleOptions: SampleOptions = { start: "2026-01-05", days: 217, seed: 20260105 };

/** An entry before it has an id. Times are wall clock time in Chicago, in ms, as if that were UTC. */
interface Draft {
	readonly type: string;
	readonly at: number;
	readonly logged: number;
	/** The name that later drafts refer to it by. */
	readonly key?: string;
	/** The rest of the line. `idOf` gives the id of a draft logged before; `newId` makes one more. */
	readonly fields: (idOf: (key: string) => string, newId: () => string) => Readonly<Record<string, unknown>>;
}

/**
 * The text of a journal (JSON Lines) for the sample plan, as the extension would have written it. Pure: the same
 * options give the same text, and fewer days give a beginning of it.
 */
export function sampleJournal({ start, days, seed }: SampleOptions): string {
	const first = parseDay(start);
	if (first === undefined) {
		throw new RangeError(`start must be a day written YYYY-MM-DD, not ${start}`);
	}
	const random = mulberry32(seed);
	const noteFor = notesInOrder();
	const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, week) => week);
	const drafts = [
		...storyEntries(first, mulberry32(seed + 2)),
		...corrections(first),
		sixMonthReview(first),
		...weeks.flatMap((week) => sessionsOfWeek(week, first, random, noteFor)),
	];
	const end = wallTime(first, days, 0);
	const kept = drafts.filter((draft) => draft.logged < end).sort((a, b) => toInstant(a.logged) - toInstant(b.logged));
	// Ids draw from a generator of their own, so that they do not depend on how many days were asked for.
	return writeLines(kept, mulberry32(seed + 1));
}

function writeLines(drafts: ReadonlyArray<Draft>, random: Random): string {
	const ids = new Map<string, string>();
	let last = 0;
	const lines = drafts.map((draft) => {
		// Never the same millisecond twice, so that the ids ascend like the lines.
		const instant = Math.max(toInstant(draft.logged), last + 1);
		last = instant;
		const id = uuidV7(instant, random);
		if (draft.key) {
			ids.set(draft.key, id);
		}
		const fields = draft.fields(
			(key) => ids.get(key) ?? "",
			() => uuidV7(++last, random),
		);
		const at = formatLocal(draft.at);
		const logged = new Date(instant).toISOString();
		return `${JSON.stringify({ id, at, type: draft.type, logged, ...fields })}\n`;
	});
	return lines.join("");
}

// --- Time -----------------------------------------------------------------------------------------------------------

/** How much of the 5 weekly hours each week got. Below 0.8 the weekly aim was missed; week 26 is the time off. */
const effort = [
	0.9, 1, 0.85, 1.05, 0.95, 0.6, 0.9, 1, 0.85, 0.7, 0.35, 0.9, 1, 0.95, 0.85, 1.05, 0.65, 0.9, 0.2, 0.85, 1, 0.9, 0.6,
	0.95, 0.85, 0, 0.9, 1, 0.7, 0.95, 0.9,
];

/** Study beside the commitments: at most one session a week for each row, in weeks `first` to `last` counted from 0. */
const study = [
	{ on: "aws-saa", first: 0, last: 10, minutes: [60, 95], chance: 1 },
	{ on: "aws-saa", first: 0, last: 10, minutes: [45, 90], chance: 0.9 },
	{ on: "terraform-associate", first: 11, last: 22, minutes: [60, 95], chance: 1 },
	{ on: "terraform-associate", first: 13, last: 22, minutes: [40, 70], chance: 0.6 },
	{ on: "platform-project", first: 21, last: 34, minutes: [60, 110], chance: 1 },
	{ on: "platform-project", first: 22, last: 34, minutes: [45, 75], chance: 0.6 },
	{ on: "managers-path", first: 3, last: 18, minutes: [25, 40], chance: 0.6 },
	{ on: "google-pm", first: 14, last: 34, minutes: [30, 45], chance: 0.6 },
	{ on: "technical", first: 0, last: 34, minutes: [20, 35], chance: 0.2 },
	{ on: "management", first: 0, last: 34, minutes: [20, 45], chance: 0.25 },
] as const;

const activities = {
	business: ["roi-models", "planning-frameworks", "exec-briefings"],
	"exec-networking": ["c-suite", "board-members", "investors"],
	writing: ["drafts", "drafts", "proposals", "podcasts"],
	learning: ["strategy-courses", "trends", "innovation"],
} as const;

function sessionsOfWeek(
	week: number,
	first: Day,
	random: Random,
	noteFor: ReturnType<typeof notesInOrder>,
): Array<Draft> {
	const share = effort[week] ?? 0.9;
	if (share === 0) {
		return [];
	}
	const slots = shuffled(
		Array.from({ length: 12 }, (_, slot) => slot),
		random,
	);
	const place = (on: string, minutes: number) => {
		const slot = slots.pop() ?? 0;
		const weekday = Math.floor(slot / 2);
		// Mornings before work or evenings after it; on Saturdays later in the morning or after lunch.
		const earliest = weekday === 5 ? [8 * 60 + 30, 14 * 60] : [6 * 60, 18 * 60 + 45];
		const begin = (earliest[slot % 2] ?? 0) + whole(random, 0, 40);
		const at = wallTime(first, week * 7 + weekday, begin + minutes);
		const note = noteFor(on, week);
		return time(on, minutes, { at, logged: loggedAfter(at, random) }, note);
	};

	const drafts: Array<Draft> = [];
	const order = shuffled(["writing", "business", "exec-networking", "learning", "writing"] as const, random);
	for (let left = share * 300; left >= 15; ) {
		const commitment = order.pop() ?? "writing";
		const minutes = Math.min(5 * whole(random, 9, commitment === "writing" ? 15 : 13), 5 * Math.round(left / 5));
		const on = random() < 0.25 ? commitment : pick(activities[commitment], random);
		drafts.push(place(on, minutes));
		left -= minutes;
	}
	for (const { on, first: from, last, minutes, chance } of study) {
		if (share > 0.3 && week >= from && week <= last && random() < chance) {
			drafts.push(place(on, 5 * Math.round(whole(random, minutes[0], minutes[1]) / 5)));
		}
	}
	return drafts;
}

/** Hands out the notes of each list in the story's order, spread over its weeks, none twice. */
function notesInOrder(): (on: string, week: number) => string | undefined {
	const used = new Map<string, number>();
	return (on, week) => {
		const notes = sessionNotes[on] ?? [];
		const row = study.find((entry) => entry.on === on);
		const from = row?.first ?? 0;
		const weeks = Math.min(row?.last ?? 30, 30) - from + 1;
		const next = used.get(on) ?? 0;
		if (next > ((week - from) / weeks) * notes.length) {
			return undefined;
		}
		used.set(on, next + 1);
		return notes[next];
	};
}

function time(on: string, minutes: number, when: Pick<Draft, "at" | "logged">, note?: string): Draft {
	return { type: "time", ...when, fields: () => ({ ...named(on), minutes, ...(note ? { note } : {}) }) };
}

function storyEntries(first: Day, random: Random): Array<Draft> {
	const lunch = (day: number) => wallTime(first, day, 12 * 60 + whole(random, 5, 75));
	return [
		...progress.map(([day, on, value, note, link]): Draft => {
			const at = lunch(day);
			const change = typeof value === "object" ? value : { set: value };
			const fields = { ...named(on), ...change, ...(note ? { note } : {}), ...(link ? { link } : {}) };
			return { type: "progress", at, logged: loggedAfter(at, random), fields: () => fields };
		}),
		...notes.map(([day, text, on, amount, link]): Draft => {
			const at = lunch(day) + 9 * hour;
			const about = on.length === 0 ? {} : { on, name: on.map((id) => titles[id]) };
			const fields = { ...about, text, ...(amount ? { amount } : {}), ...(link ? { link } : {}) };
			return { type: "note", at, logged: loggedAfter(at, random), fields: () => fields };
		}),
	];
}

/** A day of the plan, from 0; the start of a timer in minutes after midnight; and how long it ran. */
interface TimerRun {
	readonly day: number;
	readonly begin: number;
	readonly minutes: number;
}

/** Timers, an edit, a double entry and a slip of the finger, each with what mended it. */
function corrections(first: Day): Array<Draft> {
	const at = (day: number, clock: number, seconds = 4) => {
		const moment = wallTime(first, day, clock);
		return { at: moment, logged: moment + seconds * 1000 + 137 };
	};
	const timed = (key: string, on: string, run: TimerRun, note: string): Array<Draft> => {
		const { day, begin, minutes } = run;
		const stop = at(day, begin + minutes, 1);
		return [
			{ type: "timer", ...at(day, begin, 1), key, fields: () => named(on) },
			{ type: "time", ...stop, fields: (idOf) => ({ ...named(on), minutes, note, timer: idOf(key) }) },
		];
	};
	const session = (on: string, minutes: number, note: string) => ({ ...named(on), minutes, note });
	const undo = (entry: string) => (idOf: (key: string) => string) => ({ entry: idOf(entry) });
	const double = session("trends", 25, "Analyst call on model risk rules");
	return [
		...timed("timer-1", "drafts", { day: 23, begin: 735, minutes: 40 }, "Outline, done over lunch"),
		...timed("timer-2", "proposals", { day: 87, begin: 730, minutes: 35 }, "Abstract down to 200 words"),
		...timed("timer-3", "platform-project", { day: 205, begin: 740, minutes: 50 }, "Cost view, first query"),
		// A timer that was left running and thrown away the next morning.
		{ type: "timer", ...at(143, 1270), key: "timer-4", fields: () => named("planning-frameworks") },
		{ type: "void", ...at(144, 452), fields: undo("timer-4") },
		// 75 minutes typed for what had been 35.
		{ type: "time", ...at(66, 775), key: "typo", fields: () => session("innovation", 75, "Vector store trial") },
		{
			type: "time",
			at: wallTime(first, 66, 775),
			logged: wallTime(first, 66, 782),
			fields: (idOf) => ({ ...session("innovation", 35, "Vector store trial"), replaces: idOf("typo") }),
		},
		{ type: "time", ...at(101, 765), fields: () => double },
		{ type: "time", ...at(101, 765, 21), key: "double", fields: () => double },
		{ type: "void", ...at(101, 766), fields: undo("double") },
		// 30 people added where 3 were meant.
		{ type: "progress", ...at(128, 721), key: "slip", fields: () => ({ ...named("connections"), add: 30 }) },
		{ type: "void", ...at(128, 722), fields: undo("slip") },
	];
}

const reviewDay = 183;

function sixMonthReview(first: Day): Draft {
	const at = wallTime(first, reviewDay, 20 * 60 + 40);
	const shown: ReadonlyArray<readonly [on: string, goal?: string]> = [
		["aws-saa"],
		["terraform-associate"],
		["team", "2-3 people"],
		["infra-initiatives"],
		["connections", "100+"],
		["impact", "$1M+"],
	];
	const fields = (_: unknown, newId: () => string) => ({
		checkpoint: "six-month",
		name: titles["six-month"],
		occurrence: 1,
		answers: [
			{
				question: "Are the certificates on schedule?",
				verdict: "yes",
				note: "SAA in time, Terraform nine days late. Good enough.",
			},
			{
				question: "Which chances to lead a team have I secured?",
				verdict: "partly",
				note: "Project team of three, but none of them reports to me.",
			},
			{ question: "Does the network grow as planned?", verdict: "yes", note: "A bit over half. Few ML leaders in it." },
			{
				question: "Has the business felt a first effect?",
				verdict: "partly",
				note: "340K booked, the big ones are slow.",
			},
		],
		summary:
			"Technical side is where it should be. Leading is still by invitation, that is the work of the second half.",
		next: [
			{
				id: newId(),
				text: "Ask for the platform lead role, in writing",
				on: "platform-lead",
				due: formatDay(first + 208),
			},
			{ id: newId(), text: "Two ML leaders for coffee every month", on: "ml-leaders", due: formatDay(first + 240) },
			{ id: newId(), text: "Scale-to-zero live within the month", on: "impact", due: formatDay(first + 207) },
		],
		kept: [],
		facts: shown.map(([on, goal]) => ({ ...named(on), ...(goal ? { goal } : {}), value: valueAt(on, reviewDay) })),
	});
	return { type: "review", at, logged: at + 21_408, fields };
}

/** What the story's progress on an id came to before a day. */
function valueAt(on: string, day: number): unknown {
	let value: unknown = 0;
	for (const [when, id, change] of progress) {
		if (id === on && when < day) {
			value = typeof change !== "object" ? change : Number(value) + ("add" in change ? Number(change.add) : 0);
		}
	}
	return value;
}

function named(on: string): { readonly on: string; readonly name: string | undefined } {
	return { on, name: titles[on] };
}

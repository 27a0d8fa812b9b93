import * as z from "zod";
import { parseDay } from "../plan/day.ts";
import { isMoment } from "./moment.ts";

// The one description of what an entry may be. What is not described here is of a newer version: it is kept.

/** The longest id, in UTF-16 units; the plan has the same limit. */
export const maxId = 200;
/** The most minutes that one entry may have: a year. More was never meant. */
export const maxMinutes = 525_600;
/** The largest value, above and below 0. Sums of whole values this size are exact for millions of entries. */
export const maxValue = 1e15;

/** Directions of an indicator. */
export const trends = ["rising", "steady", "falling"] as const;
/** Answers of a review. */
export const verdicts = ["yes", "partly", "no"] as const;

const id = z.string().min(1).max(maxId);
const ids = z.union([id, z.array(id)]);
const text = z.string();
const value = z.number().min(-maxValue).max(maxValue);
const written = z.union([z.string(), z.null()]);
const verdict = z.enum(verdicts);

const common = {
	id,
	/** When it happened: ISO 8601 with the local offset, or a bare day. */
	at: text.refine(isMoment),
	/** The instant it was written down, in UTC, for people to read: nothing is reckoned from it. */
	logged: text.exactOptional(),
	/** The title when it was logged; for several ids a list like `on`. */
	name: z.union([text, z.array(text)]).exactOptional(),
	/** The id of the entry in whose place this one stands. */
	replaces: id.exactOptional(),
};

/** What the entries of each type consist of. */
export const entrySchemas = {
	/** Time spent; `at` is its end. A negative number of minutes counts 0. */
	time: z.object({
		...common,
		type: z.literal("time"),
		on: id,
		minutes: z.number().max(maxMinutes),
		note: text.exactOptional(),
		/** The id of the timer that it stops. */
		timer: id.exactOptional(),
	}),
	/** A timer was started; it runs until a `time` entry names it, or it is voided. */
	timer: z.object({ ...common, type: z.literal("timer"), on: id }),
	/** A new value, a mark, a trend (`set`), or what came on top (`add`). Note and link are the evidence. */
	progress: z
		.object({
			...common,
			type: z.literal("progress"),
			on: id,
			set: z.union([value, z.boolean(), z.enum(trends)]).exactOptional(),
			add: value.exactOptional(),
			note: text.exactOptional(),
			link: text.exactOptional(),
		})
		.refine((fields) => Object.hasOwn(fields, "set") !== Object.hasOwn(fields, "add")),
	/** Something worth keeping, for targets or for itself. */
	note: z.object({
		...common,
		type: z.literal("note"),
		text,
		on: ids.exactOptional(),
		amount: z.union([value, text]).exactOptional(),
		link: text.exactOptional(),
	}),
	/** A checkpoint was held. `occurrence` counts from 1. `facts` are goals, values, hours and dates as they were shown. */
	review: z.object({
		...common,
		type: z.literal("review"),
		checkpoint: id,
		occurrence: z.int().min(1),
		answers: z
			.array(z.object({ question: text, verdict: verdict.exactOptional(), note: text.exactOptional() }))
			.exactOptional(),
		summary: text.exactOptional(),
		next: z
			.array(
				z.object({
					id,
					text,
					on: id.exactOptional(),
					due: text.refine((day) => parseDay(day) !== undefined).exactOptional(),
				}),
			)
			.exactOptional(),
		kept: z.array(z.object({ promise: id, verdict, note: text.exactOptional() })).exactOptional(),
		facts: z.array(z.record(z.string(), z.unknown())).exactOptional(),
	}),
	/** The plan was changed through the extension, all of it where there is no `on`; null where there was nothing, or is none. */
	plan: z.object({
		...common,
		type: z.literal("plan"),
		on: id.exactOptional(),
		field: text,
		was: written.exactOptional(),
		now: written.exactOptional(),
		why: text.exactOptional(),
	}),
	/** Takes the entry of that id back; voiding a `void` brings it in again. */
	void: z.object({ ...common, type: z.literal("void"), entry: id }),
};

/**
 * Fields that an entry can do without: where such a one is wrong, it is left out and the entry still counts. A wrong
 * `replaces` or `timer` is no such thing: without it the entry would count beside what it stands for.
 */
export const softFields: ReadonlySet<PropertyKey> = new Set(
	"logged name note link amount answers summary next kept facts was now why".split(" "),
);

type Schemas = typeof entrySchemas;

/** The types of entries that are known. */
export type EntryType = keyof Schemas;

/** The entry of one type. Fields of newer versions are there as well, unseen by the compiler. */
export type EntryOf<T extends EntryType> = { [K in EntryType]: Readonly<z.output<Schemas[K]>> }[T];

/** A line of the journal. It never changes; another one takes its place. */
export type Entry = EntryOf<EntryType>;

/** The ids of the plan that an entry is about, each once. */
export function targetsOf(entry: Entry): ReadonlyArray<string> {
	switch (entry.type) {
		case "time":
		case "timer":
		case "progress":
			return [entry.on];
		case "plan":
			return entry.on === undefined ? [] : [entry.on];
		case "note":
			return entry.on === undefined ? [] : typeof entry.on === "string" ? [entry.on] : [...new Set(entry.on)];
		case "review":
			return [entry.checkpoint];
		case "void":
			return [];
	}
}

/** The title that a target had when the entry was logged. */
export function nameIn(entry: Entry, target: string): string | undefined {
	if (typeof entry.name !== "object") {
		return entry.name;
	}
	const on = entry.type === "note" && typeof entry.on === "object" ? entry.on : [];
	return entry.name[on.indexOf(target)];
}

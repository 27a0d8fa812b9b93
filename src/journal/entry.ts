import * as z from "zod";
import { maxValue } from "../amount/change.ts";
import { trends } from "../amount/trend.ts";
import { parseDay } from "../time/day.ts";
import { isMoment } from "../time/moment.ts";
import { verdicts } from "./verdict.ts";

// The only schema of entries. Fields that are not in it are of newer versions, and are kept.

/** The maximum length of an ID, in UTF-16 units; the same as in the plan. */
export const maxId = 200;
/** The maximum minutes of one entry: a year. */
export const maxMinutes = 525_600;

const id = z.string().min(1).max(maxId);
const ids = z.union([id, z.array(id)]);
const text = z.string();
const value = z.number().min(-maxValue).max(maxValue);
const written = z.union([z.string(), z.null()]);
const verdict = z.enum(verdicts);
/** A commit: its hash, the name of its repository's folder, when it was written, in UTC, and the links in its message. */
const commit = z.object({
	commit: text,
	repository: text.exactOptional(),
	authored: text.exactOptional(),
	links: z.array(text).exactOptional(),
});

const common = {
	id,
	/** When it happened: ISO 8601 with the local offset, or a date. */
	at: text.refine(isMoment),
	/** When it was written, in UTC, only for information. */
	logged: text.exactOptional(),
	/** The title at the time of logging; for several IDs a list like `on`. */
	name: z.union([text, z.array(text)]).exactOptional(),
	/** The ID of the entry that this one replaces. */
	replaces: id.exactOptional(),
};

/** The fields of each type. */
export const entrySchemas = {
	/** Time spent; `at` is its end. Negative minutes count as 0. */
	time: z.object({
		...common,
		type: z.literal("time"),
		on: id,
		minutes: z.number().max(maxMinutes),
		note: text.exactOptional(),
		/** The id of the timer that it stops. */
		timer: id.exactOptional(),
		/** The commits that were made in this time. */
		evidence: z.array(commit).exactOptional(),
		/** The same for all entries of one import, so that one undo takes them back. */
		import: text.exactOptional(),
	}),
	/** A timer was started; it runs until a `time` entry refers to it, or it is voided. */
	timer: z.object({ ...common, type: z.literal("timer"), on: id }),
	/** A new value, a mark, a trend (`set`), or an addition (`add`). Note and link are the evidence. */
	progress: z
		.object({
			...common,
			type: z.literal("progress"),
			on: id,
			set: z.union([value, z.boolean(), z.enum(trends)]).exactOptional(),
			add: value.exactOptional(),
			note: text.exactOptional(),
			link: text.exactOptional(),
			/** The commits that are evidence of it. */
			evidence: z.array(commit).exactOptional(),
		})
		.refine((fields) => Object.hasOwn(fields, "set") !== Object.hasOwn(fields, "add")),
	/**
	 * A note or win, about items or nothing in particular. With a `week`, by its first day, it sums up that week and is no
	 * win; its text is empty if the week was closed without a line.
	 */
	note: z.object({
		...common,
		type: z.literal("note"),
		text,
		on: ids.exactOptional(),
		amount: z.union([value, text]).exactOptional(),
		link: text.exactOptional(),
		week: text.refine((day) => parseDay(day) !== undefined).exactOptional(),
	}),
	/**
	 * A review was held. `occurrence` counts from 1; a text is that of an extra review, held beside the scheduled ones: versions
	 * that don't know it skip the entry. `facts` are goals, values, hours and dates as shown.
	 */
	review: z.object({
		...common,
		type: z.literal("review"),
		checkpoint: id,
		occurrence: z.union([z.int().min(1), id]),
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
	/** What to focus on in the week that begins on a day, and later what became of it. */
	focus: z.object({
		...common,
		type: z.literal("focus"),
		week: text.refine((day) => parseDay(day) !== undefined),
		on: ids,
		kept: z.array(z.object({ on: id, verdict })).exactOptional(),
	}),
	/**
	 * The plan was changed by the extension, as a whole if there is no `on`; null for a missing value before or after.
	 */
	plan: z.object({
		...common,
		type: z.literal("plan"),
		on: id.exactOptional(),
		field: text,
		was: written.exactOptional(),
		now: written.exactOptional(),
		why: text.exactOptional(),
	}),
	/** Voids the entry with that ID; voiding a `void` restores it. */
	void: z.object({ ...common, type: z.literal("void"), entry: id }),
};

/**
 * Fields that an entry can do without, unless its type needs them: where such a one is wrong, it is left out and the entry still counts. A wrong
 * `replaces` or `timer` isn't optional in this sense: without it, the entry would count in addition to the one it refers to.
 */
const softFields: ReadonlySet<PropertyKey> = new Set(
	"logged name note link amount week answers summary next kept facts was now why evidence import".split(" "),
);

/** Whether an entry of a type can do without a field, see {@link softFields}. */
export function isSoftField(type: EntryType, field: PropertyKey): boolean {
	return softFields.has(field) && !(type === "focus" && field === "week");
}

type Schemas = typeof entrySchemas;

/** The known types of entries. */
export type EntryType = keyof Schemas;

/** The entry of a type. Fields of newer versions are kept, but not typed. */
export type EntryOf<T extends EntryType> = { [K in EntryType]: Readonly<z.output<Schemas[K]>> }[T];

/** A line of the journal. Immutable; corrections are new entries. */
export type Entry = EntryOf<EntryType>;

/** The IDs of the plan that an entry is about, without duplicates. */
export function entryTargets(entry: Entry): ReadonlyArray<string> {
	switch (entry.type) {
		case "time":
		case "timer":
		case "progress":
			return [entry.on];
		case "plan":
			return entry.on === undefined ? [] : [entry.on];
		case "note":
		case "focus":
			return [...new Set(typeof entry.on === "string" ? [entry.on] : entry.on)];
		case "review":
			return [entry.checkpoint];
		case "void":
			return [];
	}
}

/** The title of a target at the time of logging. */
export function targetName(entry: Entry, target: string): string | undefined {
	if (typeof entry.name !== "object") {
		return entry.name;
	}
	const isAboutSome = entry.type === "note" || entry.type === "focus";
	const on = isAboutSome && typeof entry.on === "object" ? entry.on : [];
	return entry.name[on.indexOf(target)];
}

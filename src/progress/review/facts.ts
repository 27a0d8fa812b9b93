import * as z from "zod";
import { trends } from "../../journal/entry.ts";
import { parseDay } from "../../plan/day.ts";

// What a review showed, as its entry in the journal keeps it: plain values with days as they are written everywhere else,
// so that the journal can be read without the extension. Shares are 0 to 1, times are minutes, and a title is the one that
// the thing had when the review was saved.

const day = z.string().refine((text) => parseDay(text) !== undefined);
const common = { private: z.literal(true).exactOptional() };
const itemKinds = ["outcome", "milestone", "target", "indicator", "practice", "mitigation"] as const;

const factSchemas = {
	/** The days that the review is about, both included, and the day on which it falls due. */
	period: z.object({ fact: z.literal("period"), start: day, end: day, due: day }),
	/** An item as it stood on the last of the days. */
	item: z.object({
		...common,
		fact: z.literal("item"),
		id: z.string(),
		title: z.string(),
		kind: z.enum(itemKinds),
		state: z.enum(["done", "overdue", "started", "open", "dropped"]),
		pace: z.enum(["ahead", "onPace", "behind"]).exactOptional(),
		/** As it is written in the plan. */
		goal: z.string().exactOptional(),
		value: z.number().exactOptional(),
		/** The value on the day before the first. */
		before: z.number().exactOptional(),
		share: z.number().exactOptional(),
		start: day.exactOptional(),
		due: day.exactOptional(),
		from: z.number().exactOptional(),
		/** The value after each day that has one, from the first entry on. */
		values: z.array(z.tuple([day, z.number()])).exactOptional(),
		/** What was written down about it on the days, in order. */
		evidence: z.array(z.object({ day, note: z.string().exactOptional(), link: z.string().exactOptional() })),
		/** Whether the period promised it, or something happened to it. Others are only named by a question or a risk. */
		listed: z.boolean(),
	}),
	/** The level of a measure. */
	measure: z.object({
		...common,
		fact: z.literal("measure"),
		id: z.string(),
		title: z.string(),
		value: z.number().exactOptional(),
		day: day.exactOptional(),
		/** A goal that it is held against, which says how to write it. */
		goal: z.string().exactOptional(),
	}),
	/** Time on a commitment; without `id` all time that counts to none. */
	hours: z.object({
		...common,
		fact: z.literal("hours"),
		id: z.string().exactOptional(),
		title: z.string(),
		minutes: z.number(),
		low: z.number(),
		high: z.number(),
	}),
	/** A week by its first day. */
	week: z.object({
		fact: z.literal("week"),
		start: day,
		minutes: z.number(),
		low: z.number(),
		high: z.number(),
		/** It is not over yet. */
		running: z.literal(true).exactOptional(),
	}),
	/** A track: its time on the days, and month by month since the start. */
	track: z.object({
		...common,
		fact: z.literal("track"),
		id: z.string(),
		title: z.string(),
		minutes: z.number(),
		share: z.number().exactOptional(),
		planned: z.number().exactOptional(),
		months: z.array(
			z.object({
				start: day,
				minutes: z.number(),
				share: z.number().exactOptional(),
				planned: z.number().exactOptional(),
			}),
		),
	}),
	/** A phase; with `track` a stage of it. `end` is the last day. */
	stretch: z.object({
		...common,
		fact: z.literal("stretch"),
		title: z.string(),
		track: z.string().exactOptional(),
		start: day,
		end: day.exactOptional(),
	}),
	/** A review on the line of time. */
	checkpoint: z.object({
		...common,
		fact: z.literal("checkpoint"),
		id: z.string(),
		title: z.string(),
		occurrence: z.number(),
		day,
		held: day.exactOptional(),
	}),
	indicator: z.object({
		...common,
		fact: z.literal("indicator"),
		id: z.string(),
		title: z.string(),
		leading: z.boolean(),
		trend: z.enum(trends).exactOptional(),
		reading: z.union([z.number(), z.boolean()]).exactOptional(),
		day: day.exactOptional(),
		goal: z.string().exactOptional(),
	}),
	risk: z.object({
		...common,
		fact: z.literal("risk"),
		title: z.string(),
		/** Absent where nothing watches it. */
		live: z.boolean().exactOptional(),
		/** Ids of the items that are done against it. */
		mitigations: z.array(z.string()),
	}),
	question: z.object({
		...common,
		fact: z.literal("question"),
		ask: z.string(),
		/** Ids of what stands beside it. */
		evidence: z.array(z.string()),
	}),
	/** What an earlier review promised. */
	promise: z.object({
		...common,
		fact: z.literal("promise"),
		id: z.string(),
		text: z.string(),
		on: z.string().exactOptional(),
		due: day.exactOptional(),
		/** The title and the day of that review. */
		title: z.string(),
		day,
	}),
};

type Schemas = typeof factSchemas;

/** The kinds of facts. */
export type FactName = keyof Schemas;

/** A fact of one kind. */
export type FactOf<K extends FactName> = { [N in FactName]: Readonly<z.output<Schemas[N]>> }[K];

/** Something that a review showed. */
export type Fact = FactOf<FactName>;

/** The facts of one kind, in their order. */
export function factsOf<K extends FactName>(facts: ReadonlyArray<Fact>, name: K): ReadonlyArray<FactOf<K>> {
	return facts.filter(({ fact }) => fact === name) as ReadonlyArray<Fact> as ReadonlyArray<FactOf<K>>;
}

/** Reads what an entry keeps. What is of a newer version, or was changed by hand so that nobody can read it, is left out. */
export function readFacts(stored: ReadonlyArray<unknown>): ReadonlyArray<Fact> {
	return stored.flatMap((each): ReadonlyArray<Fact> => {
		const name = (each as { readonly fact?: unknown } | null)?.fact;
		const schema =
			typeof name === "string" && Object.hasOwn(factSchemas, name) ? factSchemas[name as FactName] : undefined;
		const read = schema?.safeParse(each);
		return read?.success ? [read.data] : [];
	});
}

/** Marks a fact about something private. */
export function hiding(node: { readonly private: boolean } | undefined): { readonly private?: true } {
	return node?.private ? { private: true } : {};
}

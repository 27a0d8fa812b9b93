import * as z from "zod";
import { trends } from "../../amount/trend.ts";
import { parseDay } from "../../time/day.ts";

// What a review showed, as stored in its journal entry: plain values with dates as YYYY-MM-DD, so that the journal can be
// read without the extension. Shares are 0 to 1, times are minutes, and titles are those at the time of saving.

const day = z.string().refine((text) => parseDay(text) !== undefined);
const common = { private: z.literal(true).exactOptional() };
const itemKinds = ["outcome", "milestone", "target", "indicator", "practice", "mitigation"] as const;

const factSchemas = {
	/** The days that the review covers, both inclusive, and its due date. */
	period: z.object({ fact: z.literal("period"), start: day, end: day, due: day }),
	/** An item as it was on the last of these days. */
	item: z.object({
		...common,
		fact: z.literal("item"),
		id: z.string(),
		title: z.string(),
		kind: z.enum(itemKinds),
		state: z.enum(["done", "overdue", "started", "open", "dropped"]),
		pace: z.enum(["ahead", "onPace", "behind"]).exactOptional(),
		/** As written in the plan. */
		goal: z.string().exactOptional(),
		value: z.number().exactOptional(),
		/** The value on the day before the period. */
		before: z.number().exactOptional(),
		share: z.number().exactOptional(),
		start: day.exactOptional(),
		due: day.exactOptional(),
		from: z.number().exactOptional(),
		optional: z.literal(true).exactOptional(),
		/** The title of the item that it is a part of. */
		partOf: z.string().exactOptional(),
		/** The value at the end of each day with an entry, from the first one. */
		values: z.array(z.tuple([day, z.number()])).exactOptional(),
		/** Notes and links in the period, in chronological order. */
		evidence: z.array(z.object({ day, note: z.string().exactOptional(), link: z.string().exactOptional() })),
		/** Whether it was due in the period, or something was logged. Others are only named by a question or a risk. */
		listed: z.boolean(),
	}),
	/** The forecast of an item on the last of these days. Chances are 0 to 1. */
	forecast: z.object({
		...common,
		fact: z.literal("forecast"),
		/** The ID of the item. */
		id: z.string(),
		title: z.string(),
		state: z.enum(["tooEarly", "notAtThisRate", "expected"]),
		/** The days by which 50%, and 80%, of the simulated futures reach the goal. */
		half: day.exactOptional(),
		likely: day.exactOptional(),
		/** The chance by the due date. */
		chance: z.number().exactOptional(),
		/** The recent and the needed amount per open week. */
		rate: z.number().exactOptional(),
		neededRate: z.number().exactOptional(),
		/** Future days, each with the values that 10%, 50%, and 90% of the futures don't exceed by then. */
		band: z.array(z.tuple([day, z.number(), z.number(), z.number()])).exactOptional(),
		/** How often the value was within the range of the last forecasts. */
		hits: z.object({ within: z.number(), of: z.number() }).exactOptional(),
	}),
	/** The level of a measure. */
	measure: z.object({
		...common,
		fact: z.literal("measure"),
		id: z.string(),
		title: z.string(),
		value: z.number().exactOptional(),
		day: day.exactOptional(),
		/** A goal that uses the measure; it determines how the value is formatted. */
		goal: z.string().exactOptional(),
	}),
	/** Time on a commitment; without `id`, all other time. */
	hours: z.object({
		...common,
		fact: z.literal("hours"),
		id: z.string().exactOptional(),
		title: z.string(),
		minutes: z.number(),
		low: z.number(),
		high: z.number(),
	}),
	/** A habit: what was done in the period, and of the weeks that ended in it, how many reached what they ask for. */
	habit: z.object({
		...common,
		fact: z.literal("habit"),
		id: z.string(),
		title: z.string(),
		unit: z.enum(["times", "days", "sum"]),
		count: z.number(),
		kept: z.number(),
		weeks: z.number(),
		/** Of an item, as written in the plan. */
		goal: z.string().exactOptional(),
	}),
	/** A week; `start` is its first day. */
	week: z.object({
		fact: z.literal("week"),
		start: day,
		minutes: z.number(),
		low: z.number(),
		high: z.number(),
		/** The week isn't over yet. */
		running: z.literal(true).exactOptional(),
	}),
	/** A track: its time in the period, and in each month since the start of the plan. */
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
		/** Only if it is written in the plan. */
		id: z.string().exactOptional(),
		title: z.string(),
		track: z.string().exactOptional(),
		start: day,
		end: day.exactOptional(),
	}),
	/** The last day of a phase: on day one of the plan, and now. */
	shift: z.object({
		...common,
		fact: z.literal("shift"),
		/** Only if it is written in the plan. */
		id: z.string().exactOptional(),
		title: z.string(),
		was: day,
		now: day,
	}),
	/** A change of the plan in the period, with values in the syntax of the plan. */
	amendment: z.object({
		...common,
		fact: z.literal("amendment"),
		day,
		/** The ID of what was changed, and its title; without `on` the whole plan. */
		on: z.string().exactOptional(),
		title: z.string(),
		field: z.string(),
		was: z.string().exactOptional(),
		now: z.string().exactOptional(),
		why: z.string().exactOptional(),
	}),
	/** A review in the timeline. */
	checkpoint: z.object({
		...common,
		fact: z.literal("checkpoint"),
		id: z.string(),
		title: z.string(),
		occurrence: z.union([z.number(), z.string()]),
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
	/** What a node was meant to move, with what the record said about it, in months. `falls`: less of the driver is ahead. */
	drive: z.object({
		...common,
		fact: z.literal("drive"),
		/** The ID of the commitment or item, and that of the item that it was meant to move. */
		driver: z.string(),
		driven: z.string(),
		title: z.string(),
		drivenTitle: z.string(),
		falls: z.literal(true).exactOptional(),
		ahead: z.object({ months: z.number(), moved: z.number() }),
		others: z.object({ months: z.number(), moved: z.number() }),
	}),
	risk: z.object({
		...common,
		fact: z.literal("risk"),
		/** Only if it is written in the plan. */
		id: z.string().exactOptional(),
		title: z.string(),
		/** Absent if the risk has no watch. */
		live: z.boolean().exactOptional(),
		/** IDs of its mitigations. */
		mitigations: z.array(z.string()),
	}),
	question: z.object({
		...common,
		fact: z.literal("question"),
		ask: z.string(),
		/** The ID of the checkpoint that asks it. */
		checkpoint: z.string().exactOptional(),
		/** IDs of the items shown with it. */
		evidence: z.array(z.string()),
	}),
	/** A promise of an earlier review. */
	promise: z.object({
		...common,
		fact: z.literal("promise"),
		id: z.string(),
		text: z.string(),
		on: z.string().exactOptional(),
		due: day.exactOptional(),
		/** The title and day of that review. */
		title: z.string(),
		day,
	}),
};

type Schemas = typeof factSchemas;

/** The kinds of facts. */
export type FactName = keyof Schemas;

/** A fact of one kind. */
export type FactOf<K extends FactName> = { [N in FactName]: Readonly<z.output<Schemas[N]>> }[K];

/** A fact that a review showed. */
export type Fact = FactOf<FactName>;

/** The facts of one kind, in their order. */
export function factsOf<K extends FactName>(facts: ReadonlyArray<Fact>, name: K): ReadonlyArray<FactOf<K>> {
	return facts.filter(({ fact }) => fact === name) as ReadonlyArray<Fact> as ReadonlyArray<FactOf<K>>;
}

/** Parses stored facts. Facts of newer versions, and those that are invalid after a change by hand, are omitted. */
export function readFacts(stored: ReadonlyArray<unknown>): ReadonlyArray<Fact> {
	return stored.flatMap((each): ReadonlyArray<Fact> => {
		const name = (each as { readonly fact?: unknown } | null)?.fact;
		const schema =
			typeof name === "string" && Object.hasOwn(factSchemas, name) ? factSchemas[name as FactName] : undefined;
		const read = schema?.safeParse(each);
		return read?.success ? [read.data] : [];
	});
}

/** Marks a fact as private if one of its nodes is. */
export function privacyField(...nodes: ReadonlyArray<{ readonly private: boolean } | undefined>): {
	readonly private?: true;
} {
	return nodes.some((node) => node?.private) ? { private: true } : {};
}

/** The ID of a node that the journal doesn't refer to, if it is written: an ID derived from a position would soon be that of another node. */
export function writtenId({ id, idWritten }: { readonly id: string; readonly idWritten: boolean }): {
	readonly id?: string;
} {
	return idWritten ? { id } : {};
}

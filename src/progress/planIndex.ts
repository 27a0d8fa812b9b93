import { type Aliases, aliasesOf } from "../journal/aliases.ts";
import { calendarOf } from "../plan/calendar.ts";
import type { Calendar } from "../plan/period.ts";
import type { Commitment, Item, Measure, Plan } from "../plan/plan.ts";
import { type Needs, needsOf } from "./needs.ts";

/** What a plan says, ready to be looked up. It hangs on nothing but the plan. */
export interface PlanIndex {
	readonly plan: Plan;
	readonly calendar: Calendar;
	readonly aliases: Aliases;
	/** Every item by its id. */
	readonly items: ReadonlyMap<string, Item>;
	readonly measures: ReadonlyMap<string, Measure>;
	readonly needs: Needs;
	/** Those that must hold until the last day of their period (`through`), by their own words or by those around them. */
	readonly through: ReadonlySet<Item>;
	/** The items whose own entries, or whose measure's, are logged under an id. */
	readonly readers: ReadonlyMap<string, ReadonlyArray<Item>>;
	/** By the id of a commitment or an activity, the commitment that its time counts to. */
	readonly commitmentOf: ReadonlyMap<string, Commitment>;
	/** By the id of what time is logged on, the id of the track that it counts for. */
	readonly trackOf: ReadonlyMap<string, string>;
	/** Whether time on an id counts towards the aim of the week. */
	readonly countsTowardsAim: (id: string) => boolean;
}

/** Makes the index of a plan. */
export function planIndex(plan: Plan): PlanIndex {
	const items = new Map(plan.items.map((item) => [item.id, item]));
	const readers = new Map<string, Array<Item>>();
	for (const item of items.values()) {
		for (const id of new Set([item.id, item.of ?? item.id])) {
			const list = readers.get(id) ?? [];
			readers.set(id, list);
			list.push(item);
		}
	}
	const commitmentOf = new Map<string, Commitment>();
	for (const commitment of plan.commitments) {
		for (const { id } of [commitment, ...commitment.activities]) {
			commitmentOf.set(id, commitment);
		}
	}
	const tracks = new Set(plan.tracks.map(({ id }) => id));
	const { counts } = plan.week;
	return {
		plan,
		calendar: calendarOf(plan.start, plan.slips),
		aliases: aliasesOf(plan.byId.values()),
		items,
		measures: new Map(plan.measures.map((measure) => [measure.id, measure])),
		needs: needsOf(items),
		through: throughOf(plan),
		readers,
		commitmentOf,
		trackOf: trackOf(plan, tracks, commitmentOf),
		countsTowardsAim: (id) => commitmentOf.has(id) || (counts === "all" && (items.has(id) || tracks.has(id))),
	};
}

/** An activity counts for the track of its commitment; a track for itself. What names no track of the plan has none. */
function trackOf(
	plan: Plan,
	tracks: ReadonlySet<string>,
	commitmentOf: ReadonlyMap<string, Commitment>,
): ReadonlyMap<string, string> {
	const found = new Map([...tracks].map((id) => [id, id]));
	const named = [
		...[...commitmentOf].map(([id, { track }]) => ({ id, track })),
		...plan.items.map(({ id, track }) => ({ id, track })),
	];
	for (const { id, track } of named) {
		if (track !== undefined && tracks.has(track)) {
			found.set(id, track);
		}
	}
	return found;
}

function throughOf({ phases, tracks, targets, items }: Plan): ReadonlySet<Item> {
	const around = [
		...phases.map(({ when, areas }) => ({ when, items: areas.flatMap((area) => area.items) })),
		...tracks.flatMap(({ stages }) => stages),
		...targets,
	];
	const inherited = around.flatMap(({ when, items }) =>
		when?.mode === "through" ? items.filter((item) => !item.when) : [],
	);
	return new Set([...items.filter(({ when }) => when?.mode === "through"), ...inherited]);
}

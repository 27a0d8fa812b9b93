import { type Aliases, aliasesOf } from "../journal/ledger/aliases.ts";
import { countedIds } from "../plan/countedIds.ts";
import { withParts } from "../plan/parts.ts";
import type { Commitment, Item, Measure, Plan } from "../plan/plan.ts";
import { planCalendar } from "../plan/planCalendar.ts";
import type { Calendar } from "../time/period.ts";
import { type Dependencies, dependenciesOf } from "./dependencies.ts";

/** An index of a plan. Depends only on the plan. */
export interface PlanIndex {
	readonly plan: Plan;
	readonly calendar: Calendar;
	readonly aliases: Aliases;
	/** All items by ID. */
	readonly items: ReadonlyMap<string, Item>;
	readonly measures: ReadonlyMap<string, Measure>;
	readonly needs: Dependencies;
	/** Items that must hold until the last day of their period (`through`), themselves or through their parents. */
	readonly through: ReadonlySet<Item>;
	/** The items whose value, own or of their measure, depends on an ID. */
	readonly readers: ReadonlyMap<string, ReadonlyArray<Item>>;
	/** The IDs whose time entries count as times. */
	readonly counted: ReadonlySet<string>;
	/** The commitment that counts time, by the ID of a commitment or activity. */
	readonly commitmentOf: ReadonlyMap<string, Commitment>;
	/** The ID of the track that counts time, by the ID of what was logged. */
	readonly trackOf: ReadonlyMap<string, string>;
	/** Whether time on an ID counts towards the weekly target. */
	readonly countsTowardsAim: (id: string) => boolean;
}

/** Creates the index of a plan. */
export function planIndex(plan: Plan): PlanIndex {
	const items = new Map(plan.items.map((item) => [item.id, item]));
	const readers = new Map<string, Array<Item>>();
	for (const item of items.values()) {
		const timed = item.ofTime ? withParts(item.parts).map((part) => part.id) : [];
		for (const id of new Set([item.id, item.of ?? item.id, ...timed])) {
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
		calendar: planCalendar(plan.start, plan.slips),
		aliases: aliasesOf(plan.byId.values()),
		items,
		measures: new Map(plan.measures.map((measure) => [measure.id, measure])),
		needs: dependenciesOf(items),
		through: throughOf(plan),
		readers,
		counted: countedIds(plan),
		commitmentOf,
		trackOf: trackOf(plan, tracks, commitmentOf),
		countsTowardsAim: (id) => commitmentOf.has(id) || (counts === "all" && (items.has(id) || tracks.has(id))),
	};
}

/** An activity belongs to the track of its commitment; a track to itself. Undefined for unknown tracks. */
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
	const found = new Set<Item>();
	const add = (list: ReadonlyArray<Item>, isAround: boolean) => {
		for (const item of list) {
			const isThrough = item.when ? item.when.mode === "through" : isAround;
			if (isThrough) {
				found.add(item);
			}
			add(item.parts, isThrough);
		}
	};
	add(
		items.filter(({ partOf }) => partOf === undefined),
		false,
	);
	for (const { when, items: inside } of around) {
		add(inside, when?.mode === "through");
	}
	return found;
}

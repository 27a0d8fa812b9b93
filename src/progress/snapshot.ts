import { aliasesOf } from "../journal/aliases.ts";
import type { Ledger } from "../journal/ledger.ts";
import type { LiveEntry } from "../journal/liveEntry.ts";
import { markOf, valueAfter } from "../journal/registers.ts";
import { contains, type Day, type Span } from "../plan/day.ts";
import { dueDay } from "../plan/period.ts";
import type { Item, Phase, Plan } from "../plan/plan.ts";

/** How far something has come. Shares are 0 to 1. */
export interface Progress {
	/** The share of the way to the low end of the goal; without a goal 0 or 1; undefined where it cannot be said. */
	readonly share: number | undefined;
	/** The value that counts, in the goal's unit; undefined where nothing was logged or there is no goal. */
	readonly value: number | undefined;
	readonly state: "done" | "overdue" | "started" | "open" | "dropped";
}

/** Where a phase lies, seen from today. */
export type Tense = "past" | "current" | "future" | "undated";

/** A phase with everything that falls into it. */
export interface PhaseProgress {
	readonly phase: Phase;
	readonly tense: Tense;
	/** Milestones and targets whose due day lies in this phase, and in no phase that ends earlier. */
	readonly milestones: ReadonlyArray<Item>;
	readonly targets: ReadonlyArray<Item>;
	/** The mean share of its outcomes, milestones and targets; undefined where there are none. */
	readonly share: number | undefined;
}

/** Everything on screen, computed from the plan, the journal and a day; it never changes. */
export interface Snapshot {
	readonly plan: Plan;
	readonly today: Day;
	readonly phases: ReadonlyArray<PhaseProgress>;
	/** Milestones and targets that fall into no phase. */
	readonly elsewhere: ReadonlyArray<Item>;
	/** Every item of the plan by its id. */
	readonly items: ReadonlyMap<string, Item>;
	/** How far each item has come, by its id. */
	readonly progress: ReadonlyMap<string, Progress>;
}

/** Computes the snapshot of any day, past ones too: entries of later days do not count. */
export function snapshot(plan: Plan, ledger: Ledger, today: Day): Snapshot {
	const items = new Map(plan.items.map((item) => [item.id, item]));
	const progress = new ProgressReckoner(plan, items, ledger, today).all();
	const homes = new Map<Phase, Array<Item>>(plan.phases.map((phase) => [phase, []]));
	const elsewhere: Array<Item> = [];
	for (const item of items.values()) {
		if (item.kind === "milestone" || item.kind === "target") {
			const home = homeOf(plan.phases, item);
			(home ? homes.get(home) : elsewhere)?.push(item);
		}
	}
	const phases = plan.phases.map((phase): PhaseProgress => {
		const home = homes.get(phase) ?? [];
		const all = [...phase.areas.flatMap((area) => area.items), ...home];
		return {
			phase,
			tense: tenseOf(phase.span, today),
			milestones: home.filter((item) => item.kind === "milestone"),
			targets: home.filter((item) => item.kind === "target"),
			share: mean(all.map((item) => (item.span ? progress.get(item.id)?.share : undefined))),
		};
	});
	return { plan, today, phases, elsewhere, items, progress };
}

/** Phases may overlap: an item belongs to the one that contains its due day and ends first. */
function homeOf(phases: ReadonlyArray<Phase>, item: Item): Phase | undefined {
	const day = dueDay(item.span) ?? item.span?.start;
	let home: Phase | undefined;
	for (const phase of phases) {
		const endsEarlier = (phase.span?.end ?? Infinity) < (home?.span?.end ?? Infinity);
		if (day !== undefined && phase.span && contains(phase.span, day) && (!home || endsEarlier)) {
			home = phase;
		}
	}
	return home;
}

function tenseOf(span: Span | undefined, today: Day): Tense {
	if (!span) {
		return "undated";
	}
	return contains(span, today) ? "current" : today < span.start ? "future" : "past";
}

/** The arithmetic mean of what is known; undefined where nothing is. */
export function mean(shares: ReadonlyArray<number | undefined>): number | undefined {
	const known = shares.filter((share) => share !== undefined);
	return known.length ? known.reduce((sum, share) => sum + share, 0) / known.length : undefined;
}

/** Reckons each item once, needs before those who need them. */
class ProgressReckoner {
	private readonly known = new Map<string, Progress>();
	private readonly aliases: ReturnType<typeof aliasesOf>;

	constructor(
		private readonly plan: Plan,
		private readonly items: ReadonlyMap<string, Item>,
		private readonly ledger: Ledger,
		private readonly today: Day,
	) {
		this.aliases = aliasesOf(plan.byId.values());
	}

	all(): ReadonlyMap<string, Progress> {
		for (const item of this.items.values()) {
			this.of(item, new Set());
		}
		return this.known;
	}

	private of(item: Item, waiting: ReadonlySet<string>): Progress {
		const known = this.known.get(item.id);
		if (known) {
			return known;
		}
		const entries = this.entries(item.id);
		const marked = markOf(entries)?.set;
		const value = this.value(item);
		const needed = item.needs.flatMap((id) => {
			const need = this.items.get(id);
			// What needs itself, round however many corners, can only be ticked.
			return need && id !== item.id && !waiting.has(id) ? [this.of(need, new Set([...waiting, item.id]))] : [];
		});
		const needsDone = needed.length > 0 && needed.every(({ state }) => state === "done");
		const goalShare = item.goal && !item.goal.per ? shareOf(item, value) : undefined;
		const done = marked === true || needsDone || (goalShare !== undefined && goalShare >= 1 && value !== undefined);
		const share = done ? 1 : (goalShare ?? mean(needed.map((need) => need.share)) ?? (item.goal?.per ? undefined : 0));
		const due = dueDay(item.span);
		const started = (share ?? 0) > 0 || entries.length > 0;
		const progress: Progress = {
			share: item.dropped ? undefined : share,
			value,
			state: item.dropped
				? "dropped"
				: done
					? "done"
					: due !== undefined && due < this.today
						? "overdue"
						: started
							? "started"
							: "open",
		};
		this.known.set(item.id, progress);
		return progress;
	}

	private entries(id: string): ReadonlyArray<LiveEntry<"progress">> {
		return this.ledger.on(this.aliases.idsOf(id), { type: "progress", span: { end: this.today + 1 } });
	}

	private value(item: Item): number | undefined {
		const measure = this.plan.measures.find(({ id }) => id === item.of);
		return valueAfter(this.entries(item.of ?? item.id), {
			count: measure?.count ?? "latest",
			from: item.from,
			...(item.span ? { span: item.span } : {}),
		});
	}
}

/**
 * At least: (value - from) / (low - from), held between 0 and 1. At most: 1 while it holds, else goal / value; nothing
 * logged is 0.
 */
function shareOf(item: Item, value: number | undefined): number | undefined {
	if (!item.goal || value === undefined) {
		return item.goal && 0;
	}
	const { low, atMost } = item.goal;
	const { from } = item;
	if (atMost) {
		return clamp(value <= low ? 1 : from > low ? (from - value) / (from - low) : low / value);
	}
	return low === from ? Number(value >= low) : clamp((value - from) / (low - from));
}

function clamp(share: number): number {
	return Math.min(1, Math.max(0, share));
}

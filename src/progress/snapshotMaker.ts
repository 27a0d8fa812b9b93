import type { Ledger } from "../journal/ledger.ts";
import type { Day } from "../plan/day.ts";
import type { Plan } from "../plan/plan.ts";
import { assemble, type Snapshot, type SnapshotParts } from "./assemble.ts";
import { dueReviews } from "./dues.ts";
import { nothingLogged, ownersOf, readLogged } from "./logged.ts";
import { once } from "./once.ts";
import { homesOf } from "./phases.ts";
import { planIndex } from "./planIndex.ts";
import { hangingOn, reckonItems } from "./reckonItems.ts";

/** What the person has set. */
export interface SnapshotOptions {
	/** The most hours that a day can give: decides when a week is out of reach. */
	readonly maxHoursPerDay?: number;
}

/** What the next snapshot can be made from. */
interface Made {
	readonly ledger: Ledger;
	/** The version of the ledger that was read. */
	readonly version: number;
	readonly parts: SnapshotParts;
	readonly snapshot: Snapshot;
}

/**
 * Makes one snapshot after the other. As long as plan, ledger and day are the same objects, only what hangs on the entries
 * that came since the last one is reckoned anew; the result is the same as from scratch.
 */
export class SnapshotMaker {
	private last: Made | undefined;

	/** The snapshot of a day; the same one as long as nothing has changed, with all that was reckoned for it. */
	make(plan: Plan, ledger: Ledger, today: Day, { maxHoursPerDay = 4 }: SnapshotOptions = {}): Snapshot {
		const { version } = ledger;
		const maxMinutesPerDay = maxHoursPerDay * 60;
		const { last } = this;
		const isSame = last?.parts.index.plan === plan && last.ledger === ledger && last.parts.today === today;
		if (isSame && last.version === version && last.parts.maxMinutesPerDay === maxMinutesPerDay) {
			return last.snapshot;
		}
		const parts = isSame
			? { ...partsAfter(last, ledger.changedSince(last.version)), maxMinutesPerDay }
			: partsFromScratch(plan, ledger, today, maxMinutesPerDay);
		const snapshot = assemble(parts);
		this.last = { ledger, version, parts, snapshot };
		return snapshot;
	}
}

function partsFromScratch(plan: Plan, ledger: Ledger, today: Day, maxMinutesPerDay: number): SnapshotParts {
	const index = planIndex(plan);
	const { aliases } = index;
	const all = ownersOf(aliases, ledger.changedSince(0));
	const logged = readLogged({ ledger, aliases, today }, all, nothingLogged);
	return {
		index,
		logged,
		today,
		progress: reckonItems({ index, logged, today }, new Set(index.items.keys())),
		changed: "all",
		homes: once(() => homesOf(plan)),
		dues: once(() => dueReviews(plan, index.calendar, today)),
		maxMinutesPerDay,
	};
}

function partsAfter({ ledger, parts }: Made, days: ReadonlyMap<string, Day>): SnapshotParts {
	const { index, today } = parts;
	const { aliases } = index;
	const owners = ownersOf(aliases, days);
	const logged = readLogged({ ledger, aliases, today }, owners, parts.logged);
	const changed = hangingOn(index, owners.keys());
	return { ...parts, logged, progress: reckonItems({ index, logged, today }, changed, parts.progress), changed };
}

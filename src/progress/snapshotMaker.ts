import type { Ledger } from "../journal/ledger/ledger.ts";
import { finish, type Steps } from "../journal/steps.ts";
import type { Plan } from "../plan/plan.ts";
import type { Day } from "../time/day.ts";
import { once } from "../util/memo/once.ts";
import { assembleSnapshot, type Snapshot, type SnapshotParts } from "./assembleSnapshot.ts";
import { noForecasts } from "./forecast/forecasts.ts";
import { computeProgress, dependentsOf, evaluationDays } from "./items/computeProgress.ts";
import { changedOwners, nothingLogged, updateLoggedData } from "./loggedData.ts";
import { assignToPhases } from "./phaseProgress.ts";
import { planIndex } from "./planIndex.ts";
import { scheduleReviews } from "./schedule.ts";

/** The settings. */
export interface SnapshotOptions {
	/** The maximum hours of one day, which determine when a week is out of reach. */
	readonly maxHoursPerDay?: number;
	/** Whether forecasts are turned on; true by default. */
	readonly forecasts?: boolean;
}

/** The state that the next snapshot is based on. */
interface Made {
	readonly ledger: Ledger;
	/** The version of the ledger. */
	readonly version: number;
	readonly parts: SnapshotParts;
	readonly snapshot: Snapshot;
}

/**
 * Creates snapshots incrementally. As long as plan, ledger and day are the same objects, only what depends on new
 * entries is computed; the result is the same as from scratch.
 */
export class SnapshotMaker {
	private last: Made | undefined;

	/** The snapshot of a day; the same object while nothing has changed, with everything computed so far. */
	make(plan: Plan, ledger: Ledger, today: Day, options: SnapshotOptions = {}): Snapshot {
		return finish(this.steps(plan, ledger, today, options));
	}

	/** The same in steps, for long journals. One call has to finish before the next one starts. */
	*steps(plan: Plan, ledger: Ledger, today: Day, given: SnapshotOptions = {}): Steps<Snapshot> {
		const { version } = ledger;
		const { maxHoursPerDay = 4, forecasts: isForecasting = true } = given;
		const options = { maxMinutesPerDay: maxHoursPerDay * 60, isForecasting };
		const { last } = this;
		const isSame = last?.parts.index.plan === plan && last.ledger === ledger && last.parts.today === today;
		const isAlike =
			last?.parts.maxMinutesPerDay === options.maxMinutesPerDay && last.parts.isForecasting === isForecasting;
		if (isSame && last.version === version && isAlike) {
			return last.snapshot;
		}
		const parts = isSame
			? { ...(yield* partsAfter(last, ledger.changedSince(last.version), isForecasting)), ...options }
			: { ...(yield* partsFromScratch(plan, ledger, today)), ...options };
		const snapshot = assembleSnapshot(parts);
		this.last = { ledger, version, parts, snapshot };
		return snapshot;
	}
}

/** The parts that don't depend on the settings. */
type OwnParts = Omit<SnapshotParts, "maxMinutesPerDay" | "isForecasting">;

function* partsFromScratch(plan: Plan, ledger: Ledger, today: Day): Steps<OwnParts> {
	const index = planIndex(plan);
	const { aliases } = index;
	const all = changedOwners(aliases, ledger.changedSince(0));
	const logged = yield* updateLoggedData({ ledger, aliases, today, counted: index.counted }, all, nothingLogged);
	const evaluatedOn = evaluationDays(index, today);
	return {
		index,
		logged,
		today,
		evaluatedOn,
		progress: computeProgress({ index, logged, today, evaluatedOn }, new Set(index.items.keys())),
		changed: "all",
		phaseAssignments: once(() => assignToPhases(plan)),
		schedule: once(() => scheduleReviews(plan, today)),
	};
}

function* partsAfter(
	{ ledger, parts, snapshot }: Made,
	days: ReadonlyMap<string, Day>,
	isForecasting: boolean,
): Steps<OwnParts> {
	const { index, today, evaluatedOn } = parts;
	const { aliases } = index;
	const owners = changedOwners(aliases, days);
	const logged = yield* updateLoggedData({ ledger, aliases, today, counted: index.counted }, owners, parts.logged);
	const changed = dependentsOf(index, owners.keys());
	const progress = computeProgress({ index, logged, today, evaluatedOn }, changed, parts.progress);
	const isSame = isForecasting === parts.isForecasting;
	const kept = isSame ? snapshot.forecasts.without(changed) : noForecasts;
	return { ...parts, logged, progress, changed, forecasts: kept };
}

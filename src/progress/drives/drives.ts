import type { Commitment, Driver, Item, Plan } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";
import { once } from "../../util/memo/once.ts";
import type { ItemSource } from "../items/itemStatus.ts";
import type { LoggedData } from "../loggedData.ts";
import { type DriveCounts, driveCounts } from "./driveCounts.ts";
import { itemMonths, type MonthlyRecord, timeMonths } from "./monthlyRecord.ts";

/** A node of the plan, and an item that it is meant to move. */
export interface Drive {
	readonly driver: Driver;
	readonly driven: Item;
	/** What the record says, computed when it is first asked for; undefined as long as it says too little. */
	readonly counts: () => DriveCounts | undefined;
}

/** Where drives are computed. */
export interface DriveContext {
	readonly plan: Plan;
	readonly items: ReadonlyMap<string, Item>;
	readonly logged: LoggedData;
	/** The last day whose entries count. */
	readonly today: Day;
	readonly sourceOf: (item: Item) => ItemSource;
}

/** What drives what, in the order of the plan: commitments first. What the plan doesn't have is left out. */
export function drivesOf(context: DriveContext): ReadonlyArray<Drive> {
	const { plan, items } = context;
	const records = new Map<Driver, () => MonthlyRecord | undefined>();
	const recordOf = (node: Item | Commitment) => {
		const known = records.get(node) ?? once(() => record(node, context));
		records.set(node, known);
		return known();
	};
	return [...plan.commitments, ...plan.items].flatMap((driver): ReadonlyArray<Drive> => {
		const ids = new Set(driver.drives.map(({ id }) => id));
		return [...ids].flatMap((id): ReadonlyArray<Drive> => {
			const driven = items.get(id);
			const counts = (item: Item) => () => {
				const [own, other] = [recordOf(driver), recordOf(item)];
				return own && other && driveCounts(own, other);
			};
			return driven === undefined || driven === driver ? [] : [{ driver, driven, counts: once(counts(driven)) }];
		});
	});
}

function record(node: Item | Commitment, { logged, today, sourceOf }: DriveContext): MonthlyRecord | undefined {
	if ("kind" in node) {
		return itemMonths(node, sourceOf(node), today);
	}
	const ids = [node.id, ...node.activities.map(({ id }) => id)];
	return timeMonths(
		node,
		ids.flatMap((id) => logged.time.get(id) ?? []),
		today,
	);
}

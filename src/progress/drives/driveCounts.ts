import { type Month, monthOf } from "../../time/month.ts";
import { type MonthlyRecord, monthStart } from "./monthlyRecord.ts";

/** Fewer months say nothing. */
const leastMonths = 12;
/** Months before and after a month that both records have to cover: the quarter up to it, and the one after it. */
const before = 2;
const after = 3;

/** How often the driven item moved. */
export interface DriveShare {
	/** The number of months. */
	readonly months: number;
	/** After how many of them the item moved within a quarter. */
	readonly moved: number;
}

/** What the record says about a driver and an item that it is meant to move. It says nothing about causes. */
export interface DriveCounts {
	/** 1 if the driver is ahead when it rises, -1 if it is when it falls. */
	readonly direction: 1 | -1;
	/** The months in which the driver was ahead of the month before. */
	readonly ahead: DriveShare;
	/** The other months. */
	readonly others: DriveShare;
}

/**
 * Counts the months in which a driver was ahead of the month before, and after how many of them the item moved within a
 * quarter, and the same for the other months. Undefined below twelve months, and if all months are of one kind.
 */
export function driveCounts(driver: MonthlyRecord, driven: MonthlyRecord): DriveCounts | undefined {
	const moves: Record<"ahead" | "others", Array<boolean>> = { ahead: [], others: [] };
	for (const month of monthsOfBoth(driver, driven)) {
		const isAhead = driver.isAhead(month);
		const isMoved = driven.movesAfter(month);
		if (isAhead !== undefined && isMoved !== undefined) {
			moves[isAhead ? "ahead" : "others"].push(isMoved);
		}
	}
	const [ahead, others] = [shareOf(moves.ahead), shareOf(moves.others)];
	return ahead.months + others.months < leastMonths || ahead.months === 0 || others.months === 0
		? undefined
		: { direction: driver.direction, ahead, others };
}

function shareOf(moves: ReadonlyArray<boolean>): DriveShare {
	return { months: moves.length, moved: moves.filter(Boolean).length };
}

/** The months with a whole quarter up to them and a whole quarter after them in both records. */
function monthsOfBoth({ span }: MonthlyRecord, other: MonthlyRecord): ReadonlyArray<Month> {
	const start = Math.max(span.start, other.span.start);
	const end = Math.min(span.end, other.span.end);
	const firstMonth = monthOf(start);
	const first = (monthStart(firstMonth) === start ? firstMonth : firstMonth + 1) + before;
	const count = monthOf(end) - after - first;
	return Array.from({ length: Math.max(0, count) }, (_, index) => first + index);
}

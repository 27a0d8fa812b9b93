import { after } from "./referenceDates.ts";

/** A whole week before the current one. Minutes. */
export interface PastWeek {
	readonly low: number;
	readonly isOff: boolean;
	readonly minutes: number;
}

/** A number that was logged, and the value after it. */
interface Point {
	readonly day: number;
	readonly value: number;
}

/** Whether the weeks of a watch that were not off all had less than its part of their aim. The last week comes first. */
export function isLive(
	watch: { readonly hours: string; readonly for: string } | undefined,
	weeks: ReadonlyArray<PastWeek>,
	thisWeek: number,
): boolean {
	if (!watch) {
		return false;
	}
	const [, count, unit = ""] = /^(\d+) (\w+?)s?$/.exec(watch.for) ?? [];
	const wanted = Math.max(1, Math.floor((thisWeek - after(thisWeek, -Number(count), unit)) / 7));
	const part = Number.parseFloat(watch.hours.replace("below ", "")) / 100;
	const asked = weeks.filter(({ isOff }) => !isOff).slice(0, wanted);
	return asked.length === wanted && asked.every(({ minutes, low }) => minutes < part * low);
}

/** How many of the last whole weeks that were not off reached the low end of their aim. */
export function keptOf(weeks: ReadonlyArray<PastWeek>, count: number) {
	const asked = weeks.slice(0, count).filter(({ isOff }) => !isOff);
	return { kept: asked.filter(({ minutes, low }) => minutes >= low).length, of: asked.length };
}

/** The trend that was logged last; otherwise the direction of the last two numbers that differ, or of the last period of a rate. */
export function trendOf(
	own: ReadonlyArray<{ readonly entry: { readonly set?: unknown } }>,
	points: ReadonlyArray<Point>,
	rate: { readonly now: number; readonly before: number; readonly isKnown: boolean } | undefined,
): string | undefined {
	const logged = own.findLast(({ entry }) => typeof entry.set === "string");
	if (logged) {
		return String(logged.entry.set);
	}
	if (rate) {
		return rate.isKnown ? direction(rate.before, rate.now) : undefined;
	}
	const last = points.at(-1);
	if (!last || points.length < 2) {
		return undefined;
	}
	return direction(points.findLast(({ value }) => value !== last.value)?.value ?? last.value, last.value);
}

function direction(before: number, now: number): string {
	if (Math.abs(now - before) < 1e-9) {
		return "steady";
	}
	return now > before ? "rising" : "falling";
}

/** The days on which what is reached lapses and expires; absent where it never does. */
export function endsOf(reached: { readonly lapses: number; readonly expires: number } | undefined) {
	const { lapses, expires } = reached ?? {};
	return {
		...(lapses === undefined || lapses === Infinity ? {} : { lapses }),
		...(expires === undefined || expires === Infinity ? {} : { expires }),
	};
}

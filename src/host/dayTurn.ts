import * as vscode from "vscode";
import { dayAt } from "../journal/moment.ts";
import type { Day } from "../plan/day.ts";
import { type Clock, today } from "./clock.ts";

/** How long after the turn of a day things move on, in ms, so that no clock is just short of it. */
const afterwards = 1000;

/** More ms than any day has. */
const longestDay = 26 * 3_600_000;

/**
 * Notices that another day has begun while the window is open: at the end of the day, and when the window gets the focus,
 * since a machine that slept fires no timer in time.
 */
export class DayTurn implements vscode.Disposable {
	private readonly focus: vscode.Disposable;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private day: Day;

	/**
	 * @param dayEnds minutes after midnight
	 * @param onTurn called when the day is another one
	 */
	constructor(
		private readonly clock: Clock,
		private readonly dayEnds: () => number,
		private readonly onTurn: () => void,
	) {
		this.day = today(clock, dayEnds());
		this.focus = vscode.window.onDidChangeWindowState(({ focused }) => focused && this.check());
		this.wait();
	}

	/** Looks what day it is, also after the plan's end of the day or the time zone has changed. */
	check(): void {
		const day = today(this.clock, this.dayEnds());
		const isAnother = day !== this.day;
		this.day = day;
		this.wait();
		if (isAnother) {
			this.onTurn();
		}
	}

	dispose(): void {
		clearTimeout(this.timer);
		this.focus.dispose();
	}

	private wait(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.check(), untilDayEnd(this.clock, this.day, this.dayEnds()) + afterwards);
	}
}

/**
 * The ms from now to the end of a day, by the clock of the zone; 0 where it is over. With daylight saving a day has 23, 24
 * or 25 hours, and may end at a time that the clocks skip: so the turn is looked for, by halving, and not reckoned.
 */
export function untilDayEnd(clock: Clock, day: Day, dayEnds: number): number {
	const now = clock.now();
	const zone = clock.timeZone();
	let before = now - 1;
	let after = now + longestDay;
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (dayAt(middle, zone, dayEnds) > day) {
			after = middle;
		} else {
			before = middle;
		}
	}
	return after - now;
}

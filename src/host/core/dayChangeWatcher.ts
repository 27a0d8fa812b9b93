import * as vscode from "vscode";
import type { Day } from "../../time/day.ts";
import { dayAt } from "../../time/moment.ts";
import { leadingCount } from "../../util/leadingCount.ts";
import { type Clock, today } from "./clock.ts";

/** The delay after a day change, in ms, to tolerate slow clocks. */
const afterwards = 1000;

/** An upper bound of the ms in a day. */
const longestDay = 26 * 3_600_000;

/**
 * Detects that a new day began while the window is open: at the end of the day, and when the window gets the focus,
 * because timers do not fire while the machine sleeps.
 */
export class DayChangeWatcher implements vscode.Disposable {
	private readonly focus: vscode.Disposable;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private day: Day;

	/**
	 * @param dayEnds minutes after midnight
	 * @param onTurn called when a new day has started
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

	/** Checks the current day, also after the end of the day or the time zone was changed. */
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
		this.timer = setTimeout(() => this.check(), msUntilDayEnd(this.clock, this.day, this.dayEnds()) + afterwards);
	}
}

/**
 * The ms from now to the end of a day, by the clock of the zone; 0 where it is over. With daylight saving a day has 23, 24
 * or 25 hours, and may end at a time that the clocks skip: so the turn is searched for by bisection.
 */
export function msUntilDayEnd(clock: Clock, day: Day, dayEnds: number): number {
	const now = clock.now();
	const zone = clock.timeZone();
	return leadingCount(longestDay, (ms) => dayAt(now + ms, zone, dayEnds) <= day);
}

/**
 * The state of a week. `off`: no target. `done`: the lower end is reached. `ahead`, `onPace`: at least the part due
 * for the days up to and including today, or for the finished ones. `behind`: less, and it can still be made up.
 * `outOfReach`: it cannot.
 */
export type WeekState = "off" | "done" | "ahead" | "onPace" | "behind" | "outOfReach";

/** The input of the state, in minutes; `asked` refers to the lower end. */
export interface WeekFigures {
	readonly minutes: number;
	/** The lower end of the whole week. */
	readonly low: number;
	/** Whether it has a target. */
	readonly asks: boolean;
	/** The lower end of the aim of the finished days. */
	readonly askedBefore: number;
	/** The lower end of the aim of the finished days and today. */
	readonly askedThroughToday: number;
	/** Open days that remain, today included. */
	readonly openDays: number;
	/** The maximum minutes of one day. */
	readonly maxMinutesPerDay: number;
	/** Whether the week has started. */
	readonly begun: boolean;
}

/**
 * The state of a week, or of one commitment in it. The source is docs/format.md: the pace counts finished days, not today. A
 * week is out of reach if more is missing than the remaining open days, today included, times the maximum hours of a day.
 * This is checked before the pace: if the aim is more than the days allow, keeping pace does not help.
 */
export function weekState(figures: WeekFigures): WeekState {
	const { minutes, low, askedBefore, askedThroughToday } = figures;
	if (!figures.asks) {
		return "off";
	}
	if (minutes >= low) {
		return "done";
	}
	if (!figures.begun) {
		return "onPace";
	}
	if (low - minutes > figures.openDays * figures.maxMinutesPerDay) {
		return "outOfReach";
	}
	// If today has no aim, keeping up with the finished days doesn't count as ahead.
	if (minutes >= askedThroughToday && minutes > askedBefore) {
		return "ahead";
	}
	return minutes >= askedBefore ? "onPace" : "behind";
}

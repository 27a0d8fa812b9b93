/**
 * How a week stands. `off`: it asks for nothing. `done`: the low end is reached. `ahead`, `onPace`: as much as the days up
 * to today, or the finished ones, ask for. `behind`: less, and it can still be made up. `outOfReach`: it cannot.
 */
export type WeekState = "off" | "done" | "ahead" | "onPace" | "behind" | "outOfReach";

/** What the state of a week follows from. Minutes; `asked` is of the low end. */
export interface WeekStanding {
	readonly minutes: number;
	/** The low end of the whole week. */
	readonly low: number;
	/** Whether it asks for anything at all. */
	readonly asks: boolean;
	/** What the finished days ask for. */
	readonly askedBefore: number;
	/** What the finished days and today ask for. */
	readonly askedThroughToday: number;
	/** Open days that remain, today included. */
	readonly openDays: number;
	/** The most that a day can give. */
	readonly maxMinutesPerDay: number;
	/** Whether the week has begun. */
	readonly begun: boolean;
}

/**
 * The state of a week, or of one commitment in it. The source is docs/format.md: pace counts finished days, not today; out
 * of reach is missing more than the open days that remain, today included, times the most hours of a day. That goes before
 * pace: where a plan asks for more than the days can give, keeping pace does not help.
 */
export function weekState(standing: WeekStanding): WeekState {
	const { minutes, low, askedBefore, askedThroughToday } = standing;
	if (!standing.asks) {
		return "off";
	}
	if (minutes >= low) {
		return "done";
	}
	if (!standing.begun) {
		return "onPace";
	}
	if (low - minutes > standing.openDays * standing.maxMinutesPerDay) {
		return "outOfReach";
	}
	// Where today asks for nothing, keeping up with the finished days is no lead.
	if (minutes >= askedThroughToday && minutes > askedBefore) {
		return "ahead";
	}
	return minutes >= askedBefore ? "onPace" : "behind";
}

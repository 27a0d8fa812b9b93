/** The days that the timeline shows, counted from 1970, fractions included. */
export interface TimelineWindow {
	readonly first: number;
	readonly last: number;
}

const leastDays = 7;
const tenYears = 3653;

/** Zooms around a day, which stays in its place. A factor below 1 zooms in: from ten years, or everything, to one week. */
export function zoomWindow(
	shown: TimelineWindow,
	factor: number,
	around: number,
	whole: TimelineWindow,
): TimelineWindow {
	const days = shown.last - shown.first;
	const most = Math.max(tenYears, whole.last - whole.first);
	const wanted = Math.min(most, Math.max(leastDays, days * factor));
	const share = days === 0 ? 0.5 : (around - shown.first) / days;
	const first = around - share * wanted;
	return keepNear({ first, last: first + wanted }, whole);
}

/** Moves in time by a share of what is shown; negative is earlier. */
export function panWindow(shown: TimelineWindow, share: number, whole: TimelineWindow): TimelineWindow {
	const by = (shown.last - shown.first) * share;
	return keepNear({ first: shown.first + by, last: shown.last + by }, whole);
}

/** Shows some days, with a little room on both sides. */
export function fitWindow(days: TimelineWindow): TimelineWindow {
	const length = Math.max(leastDays, days.last - days.first);
	const middle = (days.first + days.last) / 2;
	return { first: middle - length * 0.52, last: middle + length * 0.52 };
}

/** Shows the year in the middle of a window, else the nearest. @param years the first days of the years, and the end */
export function fitYear({ first, last }: TimelineWindow, years: ReadonlyArray<number>): TimelineWindow {
	const middle = (first + last) / 2;
	const after = years.findIndex((day) => day > middle);
	const end = Math.max(1, after < 0 ? years.length - 1 : after);
	return fitWindow({ first: years[end - 1] ?? first, last: years[end] ?? last });
}

/** What is shown at first: a year around today, or everything if that is shorter. */
export function initialWindow(today: number, whole: TimelineWindow): TimelineWindow {
	return whole.last - whole.first <= 420 ? fitWindow(whole) : { first: today - 90, last: today + 275 };
}

/** Its middle stays within everything, so that nobody gets lost in empty years. */
function keepNear(shown: TimelineWindow, whole: TimelineWindow): TimelineWindow {
	const middle = (shown.first + shown.last) / 2;
	const by = Math.min(whole.last, Math.max(whole.first, middle)) - middle;
	return { first: shown.first + by, last: shown.last + by };
}

/** A horizontal range, in CSS pixels. */
export interface LaneSpan {
	readonly from: number;
	readonly to: number;
}

/**
 * Assigns each range to the first lane where it does not overlap others; returns the lane of each, and the number of
 * lanes.
 */
export function assignLanes(
	spans: ReadonlyArray<LaneSpan>,
	gap: number,
): { readonly lanes: ReadonlyArray<number>; readonly count: number } {
	const taken: Array<Array<LaneSpan>> = [];
	const lanes = spans.map((span) => {
		const free = taken.findIndex((lane) =>
			lane.every(({ from, to }) => span.from >= to + gap || span.to + gap <= from),
		);
		const lane = free === -1 ? taken.length : free;
		taken[lane] = [...(taken[lane] ?? []), span];
		return lane;
	});
	return { lanes, count: taken.length };
}

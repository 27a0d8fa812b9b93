/** Something that takes room in a row, in CSS pixels. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** Puts each into the first lane where it does not touch what is there; gives the lane of each, and how many there are. */
export function lanesOf(
	spans: ReadonlyArray<Span>,
	gap: number,
): { readonly lanes: ReadonlyArray<number>; readonly count: number } {
	const taken: Array<Array<Span>> = [];
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

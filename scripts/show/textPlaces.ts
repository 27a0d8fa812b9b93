/** Where an offset lies in a text: line and column count from 1, as editors show them, the column in UTF-16 units. */
export interface TextPlace {
	readonly line: number;
	readonly column: number;
}

/** Finds the lines and columns of offsets in one text. */
export function textPlaces(text: string): (offset: number) => TextPlace {
	const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
	return (offset) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] ?? 0) <= offset) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
	};
}

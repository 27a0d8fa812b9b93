/** A range of a text: offsets in UTF-16 units, `end` exclusive. */
export interface TextRange {
	readonly start: number;
	readonly end: number;
}

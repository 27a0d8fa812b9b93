/** A likely correction of an invalid value. */
export interface Correction {
	readonly text: string;
	/** Whether it is the only possible meaning. */
	readonly isSafe: boolean;
}

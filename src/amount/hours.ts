/** Minutes a week: at least `low`, ideally `high`. */
export interface Hours {
	readonly low: number;
	readonly high: number;
}

/** Parses hours such as `2`, `4-5` or `1.5 h` into minutes; undefined for any other text. */
export function parseHours(text: string): Hours | undefined {
	const plain = text
		.trim()
		.toLowerCase()
		.replace(/[‐-―−]/g, "-");
	const match = /^(\d{1,3}(?:\.\d+)?)(?: ?- ?(\d{1,3}(?:\.\d+)?))? ?(?:h|hours?)?$/.exec(plain);
	if (!match) {
		return undefined;
	}
	const low = Math.round(Number(match[1]) * 60);
	const high = match[2] === undefined ? low : Math.round(Number(match[2]) * 60);
	return low <= high && high <= 168 * 60 ? { low, high } : undefined;
}

/** Hours as written in the plan: `4-5`. */
export function formatHours({ low, high }: Hours): string {
	const hours = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100);
	return low === high ? hours(low) : `${hours(low)}-${hours(high)}`;
}
/** How often something is done: at least `low` times, ideally `high`. */
export interface Times {
	readonly low: number;
	readonly high: number;
}

/** Parses `3`, `2-3`, or `3x`, from 1 to 999; undefined for any other text. */
export function parseTimes(text: string): Times | undefined {
	const plain = text
		.normalize("NFKC")
		.trim()
		.toLowerCase()
		.replace(/[‐-―−]/g, "-");
	const match = /^(\d{1,3})(?: ?(?:-|to) ?(\d{1,3}))? ?(?:x|×|times?|mal|次)?(?: ?(?:a|per|\/) ?week)?$/.exec(plain);
	if (!match) {
		return undefined;
	}
	const low = Number(match[1]);
	const high = match[2] === undefined ? low : Number(match[2]);
	return low >= 1 && low <= high ? { low, high } : undefined;
}

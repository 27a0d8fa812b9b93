/** The direction of a limit. The strict ones exclude the number itself. */
export type Limit = "most" | "least" | "below" | "above";

/** The text without its limit. */
export interface LimitReading {
	readonly rest: string;
	readonly limit?: Limit;
}

const front: ReadonlyArray<readonly [Limit, RegExp]> = [
	["most", /^(?:<=|=<|≤|⩽) ?/],
	["least", /^(?:>=|=>|≥|⩾) ?/],
	["below", /^< ?/],
	["above", /^> ?/],
	[
		"most",
		/^(?:at most|max(?:imum|imal)?(?: of)?|max\.|no more than|not more than|not over|up to|höchstens|bis zu|nicht mehr als|maximal) /i,
	],
	["most", /^(?:max\. ?(?=[\d\p{Sc}])|最多|至多|不超过|不超過|不多于|不大于) ?/iu],
	[
		"least",
		/^(?:at least|min(?:imum|imal)?(?: of)?|min\.|no less than|no fewer than|not less than|mindestens|wenigstens|minimal|nicht weniger als) /i,
	],
	["least", /^(?:min\. ?(?=[\d\p{Sc}])|至少|最少|不少于|不低于|不小于) ?/iu],
	["below", /^(?:under|below|less than|fewer than|unter|weniger als) /i],
	["below", /^(?:少于|低于|小于|不到) ?/],
	["above", /^(?:over|above|more than|über|mehr als) /i],
	["above", /^(?:超过|多于|大于|高于) ?/],
];
const behind: ReadonlyArray<readonly [Limit, RegExp]> = [
	[
		"most",
		/ (?:or (?:less|fewer|lower|under|below)|oder weniger|und weniger|at (?:the )?most|at max(?:imum)?|tops|höchstens)$/i,
	],
	["most", / ?(?:以下|以内|以內|为限|封顶)$/],
	[
		"least",
		/ (?:plus|or (?:more|higher|above|over)|and (?:more|up|above|beyond)|oder mehr|und mehr|at least|mindestens)$/i,
	],
	["least", / ?(?:以上|起|或更多)$/],
];
/** Words with other meanings too: a limit only after a number or a single word. */
const maximum = /^(\S*\d\S*(?: [^\s\d]+)?|\d[\d ]*(?: [^\s\d]+)?) (?:max(?:imum)?\.?|maximal)$/i;
const openMinimum = /^(\S*\d\S*(?: [^\s\d]+)?) (?:minimum|minimal)$/i;

/** Removes a limit from the start of an amount: `at most`, `<=`, `under`, `höchstens`, `最多`. */
export function limitBefore(text: string): LimitReading {
	for (const [limit, pattern] of front) {
		const match = pattern.exec(text);
		if (match) {
			return { rest: text.slice(match[0].length), limit };
		}
	}
	return { rest: text };
}

/** Removes a limit from the end: `or less`, `max`, `or more`, `oder weniger`, `以上`. */
export function limitBehind(text: string): LimitReading {
	for (const [limit, pattern] of behind) {
		const match = pattern.exec(text);
		if (match) {
			return { rest: text.slice(0, match.index), limit };
		}
	}
	const most = maximum.exec(text)?.[1];
	if (most !== undefined) {
		return { rest: most, limit: "most" };
	}
	const least = openMinimum.exec(text)?.[1];
	return least === undefined ? { rest: text } : { rest: least, limit: "least" };
}

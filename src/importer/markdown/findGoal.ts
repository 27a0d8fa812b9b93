import { parseQuantity } from "../../amount/parseQuantity.ts";

/** A goal that a text names for certain, and the text without it. */
export interface FoundGoal {
	readonly goal: string;
	readonly title: string;
}

const number = "(?:[$€£¥] ?)?\\d[\\d.,]*(?: ?[KMBkm](?![\\p{L}\\p{N}]))?\\+?(?: ?€)?";
const amount = `${number}(?: ?[-–—] ?${number})?`;
const isCertain = /[$€£¥+%]|\d\s?[-–—]\s?[$€£¥]?\d/;
const verbs =
	/^(?:read|run|write|publish|lead|manage|deliver|own|save|earn|visit|complete|give|learn|meet|make|do|hire|reach|get|lose|build|hold|finish|attend|ship|mentor|have|lies|lese|schreibe|lesen|schreiben|laufen|sparen|halten|führe|führen)$/iu;
/** Two numbers, or one whose meaning depends on other words: what is the goal is not certain. */
const unclear = /\b(?:between|from|down|zwischen|von)\b.*\d|^[^\p{L}]*\d\S*\s(?:per|each|a|an|every|pro|je)\s/iu;
const limits: ReadonlyArray<readonly [RegExp, string]> = [
	[/(?:no more than|not more than|at most|up to|maximal|höchstens|nicht mehr als|最多|不超过)\s*/iu, "at most "],
	[/(?:in )?(?:less than|weniger als|少于)\s*/iu, "at most "],
	[/(?:at least|min\.|mindestens|wenigstens|至少)\s*/iu, ""],
];
const rates: ReadonlyArray<readonly [RegExp, string]> = [
	[/\s*(?:(?:a|per|each|every)\s+|\/ ?)(day|week|month|quarter|year)\b/iu, "$1"],
	[/\s*(?:pro|jede[nsr]?|im)\s+(tag|woche|monat|quartal|jahr)\b/iu, "$1"],
];
const germanRates: Readonly<Record<string, string>> = {
	tag: "day",
	woche: "week",
	monat: "month",
	quartal: "quarter",
	jahr: "year",
};

/**
 * The goal in a text, only where value, unit and direction are certain: a range, money, `100+`, or a number behind a
 * limit or a verb such as `read`. Other numbers are part of the title.
 */
export function findGoal(text: string): FoundGoal | undefined {
	if (unclear.test(text)) {
		return undefined;
	}
	const limit = limitIn(text);
	if (limit) {
		return limit;
	}
	const found = new RegExp(`^((?:[\\p{L}'-]+ ){0,3})(${amount})(?:\\s+|-)(?=[\\p{L}"“])(.*)$`, "su").exec(text);
	const [, before = "", written = "", after = ""] = found ?? [];
	const words = before.trim().split(" ");
	const isYear = /^(?:19|20)\d{2}$/.test(written.trim());
	const certain = isCertain.test(written) || (words.length === 1 && (words[0] === "" || verbs.test(words[0] ?? "")));
	if (!found || isYear || !certain || /^[-‐-―]/.test(text.slice(before.length + written.length))) {
		return undefined;
	}
	const person = /^person\s+(?=\p{L})/iu.exec(after);
	const rest = person ? after.slice(person[0].length) : after;
	const goal = readable(written, person ? " people" : "");
	return goal === undefined ? undefined : { goal, title: capitalized(`${before}${rest}`.trim()) };
}

/** `less than 30 minutes`, `no more than once a week`. */
function limitIn(text: string): FoundGoal | undefined {
	for (const [words, prefix] of limits) {
		const match = words.exec(text);
		if (!match) {
			continue;
		}
		const rest = text
			.slice(match.index + match[0].length)
			.replace(/^once\b/iu, "1")
			.replace(/^twice\b/iu, "2");
		const [whole = "", value = "", unit = ""] =
			new RegExp(
				`^(${amount})\\s*((?:minutes?|hours?|days?|weeks?|months?|years?|km|miles?|kg|lbs|%|times|Minuten|Stunden|Mal)?)`,
				"iu",
			).exec(rest) ?? [];
		const rate = rateAt(rest.slice(whole.length));
		const goal = readable(
			`${prefix}${value.trim()}`,
			`${unit === "" ? "" : ` ${unit}`}${rate ? ` per ${rate.per}` : ""}`,
		);
		if (whole !== "" && goal !== undefined) {
			const left = rest.slice(whole.length + (rate?.length ?? 0));
			const title = `${text.slice(0, match.index)} ${left}`
				.replace(/\s+/g, " ")
				.replace(/ ([.,;])/g, "$1")
				.trim();
			return /\p{L}/u.test(title) ? { goal, title: capitalized(title) } : undefined;
		}
	}
	return undefined;
}

function rateAt(text: string): { readonly per: string; readonly length: number } | undefined {
	for (const [form] of rates) {
		const match = new RegExp(`^(?:${form.source})`, "iu").exec(text);
		const unit = match?.[1]?.toLowerCase() ?? "";
		if (match) {
			return { per: germanRates[unit] ?? unit, length: match[0].length };
		}
	}
	return undefined;
}

/** An amount as the plan can read it; undefined if it means nothing or more than one thing. */
function readable(written: string, behind: string): string | undefined {
	const goal = `${written.trim().replace(/[–—]/g, "-")}${behind}`;
	return typeof parseQuantity(goal) === "string" ? undefined : goal;
}

/** An amount that is the whole text, as in brackets: `$1-5M`, `$500/month`. */
export function wholeGoal(text: string): string | undefined {
	return isCertain.test(text) && /^[$€£¥\d]/.test(text.trim()) ? readable(text, "") : undefined;
}

function capitalized(text: string): string {
	return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

import { goalTextWith } from "../../amount/goalText.ts";
import { parseQuantity } from "../../amount/parseQuantity.ts";
import { monthName } from "./periodInHeading.ts";

/** A goal that a text names for certain, and the text without it. */
export interface FoundGoal {
	readonly goal: string;
	readonly title: string;
}

const magnitudes = "(?:bn|thousand|million|billion|mio\\.?|mrd\\.?|tausend|millionen|milliarden)(?!\\p{L})";
const magnitude = `(?: ?(?:[KMBkm](?![\\p{L}\\p{N}])|${magnitudes})| ?[万亿])`;
const number = `(?:[$€£¥] ?)?\\d[\\d.,]*${magnitude}?\\+?(?: ?€)?`;
const amount = `${number}(?: ?[-–—] ?${number})?`;
/** Up to three words, an amount, and what is counted. */
const inFront = new RegExp(
	`^((?:[\\p{L}'-]+ ){0,3})(${amount})(?:\\s+|-)(?!${magnitudes}|\\p{Script=Han})(?=[\\p{L}"“])(.*)$`,
	"su",
);
const isCertain = /[$€£¥+%]|\d\s?[-–—]\s?[$€£¥]?\d/;
const verbs =
	/^(?:read|run|write|publish|lead|manage|deliver|own|save|earn|visit|complete|give|learn|meet|make|do|hire|reach|get|lose|build|hold|finish|attend|ship|mentor|have|lies|lese|schreibe|lesen|schreiben|laufen|sparen|halten|führe|führen)$/iu;
/** Two numbers, or one whose meaning depends on other words: what is the goal is not certain. */
const unclear =
	/\b(?:between|from|down|zwischen|von)\b.*\d|\d.*\b(?:instead of|rather than|statt|out of|of the)\b.*\d|^[^\p{L}]*\d\S*\s(?:per|each|a|an|every|pro|je)\s|\d.*\b(?:each|jeweils|apiece)\b|[<>≤≥≈→]/iu;
/** Words before a number that say how far or how long something goes, and not how much it is. */
const isMeasure = /^(?:by|in|within|for|after|before|until|every|um|binnen|innerhalb|nach|vor|bis|alle)$/iu;
/** Words behind a number that say what it relates to. */
const isRelation = /^(?:under|below|over|above|in|within|by|per|at|on|for|to|unter|über|auf|bis|pro)(?!\p{L})/iu;
/** Units that belong to a number, and not to what is counted. */
const isUnit = /^(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|kg|lbs?|pounds?)(?![\p{L}])/iu;
/** Lengths of time, behind a number. */
const isLength =
	/^[\s-]*(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|weeks?|months?|quarters?|years?|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?|小时|分钟|天|周|个月|季度|年)(?![\p{Script=Latin}])/iu;
const limits: ReadonlyArray<readonly [RegExp, string]> = [
	[/(?:no more than|not more than|at most|up to|maximal|höchstens|nicht mehr als|最多|不超过)\s*/iu, "at most "],
	[/(?:in )?(?:less than|weniger als|少于)\s*/iu, "at most "],
	[/(?:at least|min\.|mindestens|wenigstens|至少)\s*/iu, ""],
];
/** What stands behind a limit: an amount with its unit. */
const withUnit = new RegExp(
	`^(${amount})\\s*((?:minutes?|hours?|days?|weeks?|months?|years?|km|miles?|kg|lbs|%|times|Minuten|Stunden|Mal)?)`,
	"iu",
);
/** `a month`, `/week`, `pro Jahr`, with the unit as a group. */
const rates: ReadonlyArray<string> = [
	String.raw`\s*(?:(?:a|per|each|every)\s+|\/ ?)(day|week|month|quarter|year)\b`,
	String.raw`\s*(?:pro|jede[nsr]?|im)\s+(tag|woche|monat|quartal|jahr)\b`,
];
const ratesAtStart = rates.map((source) => new RegExp(`^(?:${source})`, "iu"));
const ratesAtEnd = rates.map((source) => new RegExp(`(?:${source})\\.?$`, "iu"));
const ratesAnywhere = rates.map((source) => new RegExp(source, "giu"));

const adverbs: Readonly<Record<string, string>> = {
	daily: "day",
	weekly: "week",
	monthly: "month",
	quarterly: "quarter",
	annually: "year",
	yearly: "year",
	täglich: "day",
	wöchentlich: "week",
	monatlich: "month",
	jährlich: "year",
};
const adverbWords = Object.keys(adverbs).join("|");
const adverb = new RegExp(`(?:^|\\s+)(${adverbWords})\\.?$`, "iu");
const anyRate = new RegExp(`(?:^|\\s)(?:${adverbWords})(?!\\p{L})|${rates.join("|")}`, "iu");

/** The units of the plan for those of rates in other words. */
const rateUnits: Readonly<Record<string, string>> = {
	...adverbs,
	...{ tag: "day", woche: "week", monat: "month", quartal: "quarter", jahr: "year" },
	...{ 每天: "day", 每日: "day", 每周: "week", 每月: "month", 每个月: "month", 每季度: "quarter", 每年: "year" },
};

function unitOf(word: string): string {
	const plain = word.toLowerCase();
	return rateUnits[plain] ?? plain;
}

/** The only rate that a text names anywhere: `$30 per child per month`, `每周至少 3 次`. */
function rateIn(text: string): string | undefined {
	const found = [
		...ratesAnywhere.flatMap((form) => [...text.matchAll(form)].map(([, word = ""]) => word)),
		...(text.match(/每(?:天|日|周|个?月|季度|年)/gu) ?? []),
	];
	const [word, ...others] = found;
	return word === undefined || others.length > 0 ? undefined : unitOf(word);
}

/** `local technicians per year`: how often, at the end of a text. */
function trailingRate(text: string): { readonly per: string; readonly rest: string } | undefined {
	for (const form of [adverb, ...ratesAtEnd]) {
		const match = form.exec(text);
		if (match) {
			return { per: unitOf(match[1] ?? ""), rest: text.slice(0, match.index) };
		}
	}
	return undefined;
}

/**
 * The goal in a text, only where value, unit and direction are certain: a range, money, `100+`, or a number behind a
 * limit or a verb such as `read`. Other numbers are part of the title.
 */
export function findGoal(text: string): FoundGoal | undefined {
	if (!/\d|once|twice/i.test(text) || unclear.test(text)) {
		return undefined;
	}
	const limit = limitIn(text);
	if (limit) {
		return limit;
	}
	const found = inFront.exec(text);
	const [, before = "", written = "", after = ""] = found ?? [];
	const words = before.trim().split(" ");
	const certain = isCertain.test(written) || (words.length === 1 && (words[0] === "" || verbs.test(words[0] ?? "")));
	const behind = text.slice(before.length + written.length);
	if (!found || isYear(written) || !certain || /^[-‐-―]/.test(behind)) {
		return undefined;
	}
	if (isMeasure.test(words.at(-1) ?? "") || isLength.test(behind) || isRelation.test(after)) {
		return undefined;
	}
	const person = /^person\s+(?=\p{L})/iu.exec(after);
	const unit = person ? "person" : (isUnit.exec(after)?.[0].trim() ?? "");
	const rest = person ? after.slice(person[0].length) : after.slice(unit.length);
	const rate = trailingRate(rest);
	if (!rate && anyRate.test(rest)) {
		return undefined;
	}
	const goal = readable(written, `${person ? " people" : unit && ` ${unit}`}${rate ? ` per ${rate.per}` : ""}`);
	const title = capitalized(`${before}${rate?.rest ?? rest}`.trim());
	return goal === undefined || !/\p{L}/u.test(title) ? undefined : { goal, title };
}

/** Behind these words a number is a name, and before these it is a day or an hour. */
const label =
	/(?:weeks?|months?|quarters?|years?|phase|part|chapter|step|stage|level|version|woche|monat|quartal|jahr|teil|kapitel|stufe|第)\s*$/iu;
const dayOrHour = new RegExp(
	`^(?:(?:st|nd|rd|th)\\b|\\s?(?:${monthName}|a\\.?m|p\\.?m|uhr|o'clock)(?![\\p{L}])|\\s?[年月日点时号])`,
	"iu",
);
const first = new RegExp(`^${amount}`, "u");
const between = new RegExp(`(?:between|zwischen) (${amount}) (?:and|und) (${amount})`, "iu");
const inWords = new RegExp(
	`(?<!(?!\\p{Script=Han})[\\p{L}\\p{N}.,/:-])(${amount}(?: ?%|(?=\\s(?!${magnitudes})\\p{L}|$|\\p{Script=Han}|[$€£¥+]|\\s?\\/\\s?\\p{L}|(?:km|kg|lbs?|h|min|x)(?!\\p{L}))))`,
	"giu",
);

/**
 * The goals that an amount in a text may stand for, where {@link findGoal} has none: `$7,000 each` also for two. Empty if
 * there is no amount, or more than one.
 */
export function uncertainGoals(text: string): ReadonlyArray<string> {
	const goal = uncertainGoal(text);
	if (goal === undefined) {
		return [];
	}
	const quantity = /\b(?:each|apiece|jeweils|je)\b|各/iu.test(text) ? parseQuantity(goal) : undefined;
	const twice = typeof quantity === "object" ? goalTextWith(quantity, 2 * quantity.low) : undefined;
	return twice === undefined ? [goal] : [goal, twice];
}

function uncertainGoal(text: string): string | undefined {
	if (!/\d/.test(text)) {
		return undefined;
	}
	const [, low, high] = between.exec(text) ?? [];
	if (low !== undefined && high !== undefined) {
		return readable(`${low.trim()}-${high.trim()}`, "");
	}
	const found = [...text.matchAll(inWords)].flatMap((match) => {
		const written = match[1]?.trim() ?? "";
		const after = text.slice(match.index + match[0].length);
		const length = isLength.exec(after)?.[0] ?? "";
		const isSlot = length !== "" && /^\s*[:：)）]/.test(after.slice(length.length));
		const isName = isSlot || label.test(text.slice(0, match.index)) || dayOrHour.test(after) || isYear(written);
		const rate = rateAt(after)?.per ?? rateIn(text);
		const isBare = after.trim() === "" && !isCertain.test(written);
		return isName || isBare ? [] : (readable(written, rate ? ` per ${rate}` : "") ?? []);
	});
	return found.length === 1 ? found[0] : undefined;
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
		const [whole = "", value = "", unit = ""] = withUnit.exec(rest) ?? [];
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
	for (const form of ratesAtStart) {
		const match = form.exec(text);
		if (match) {
			return { per: unitOf(match[1] ?? ""), length: match[0].length };
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
	const plain = text.trim();
	const [written = ""] = first.exec(plain) ?? [];
	const isAmount =
		isCertain.test(plain) && written !== "" && !isYear(written) && !isLength.test(plain.slice(written.length));
	return isAmount ? readable(plain, "") : undefined;
}

/** `2027`, `2027-2029`. */
function isYear(written: string): boolean {
	return /^(?:19|20)\d{2}(?: ?[-–—] ?(?:19|20)?\d{2})?$/.test(written.trim());
}

function capitalized(text: string): string {
	return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

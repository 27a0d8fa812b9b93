import { type AmountEnd, type Choice, parseEnd } from "./amountEnd.ts";
import { isSameCurrency } from "./currency.ts";
import { type Limit, limitBefore, limitBehind } from "./limit.ts";
import type { AmountProblem, Quantity } from "./quantity.ts";
import { takeRate } from "./rate.ts";

/** An amount in one of its possible meanings. */
export interface ParsedAmount {
	readonly amount: Omit<Quantity, "text">;
	readonly first: AmountEnd;
	readonly second?: AmountEnd;
	/** The number of meanings of the magnitudes. */
	readonly meanings: number;
}

/** Why a text is not an amount in one of its possible meanings. */
export interface AmountFailure {
	readonly problem: AmountProblem;
	/** Similar spellings that are already known. */
	readonly forms?: ReadonlyArray<string>;
}

const start = String.raw`[+-]? ?(?:(?:[A-Z]{0,3}\p{Sc}[A-Z]{0,2}|[A-Z]{3}|Rp|kr\.?) ?)?[+-]?[.,]?\d`;
const between = new RegExp(String.raw`^(.*?\d.*?)(?: ?(?:-|\.{2,3}|…|~) ?| ?(?:to|bis) | ?[至到] ?)(?=${start})`, "u");

/** `1.5E6`, `1.5×10^6`: not accepted as an amount. */
const scientific = /\d(?:[eEЕ]|أس)[+-]?\d|\d ?[×x*·] ?10\^/u;

/** Parses a text that {@link plainAmount} returned, in one of its possible meanings. */
export function parseAmount(text: string, choice: Choice): ParsedAmount | AmountFailure {
	if (scientific.test(text)) {
		return { problem: "form" };
	}
	const [, beforePlus = ""] = /^(.+?) ?\+$/.exec(text) ?? [];
	// `2 per quarter+`: the plus belongs to the number.
	const isOpenRate = beforePlus !== "" && takeRate(beforePlus).per !== undefined;
	const front = limitBefore(isOpenRate ? beforePlus : text);
	const outerRate = takeRate(front.rest);
	const hasRate = outerRate.per !== undefined || outerRate.wrong !== undefined;
	const back = limitBehind(outerRate.rest);
	const rate = hasRate ? outerRate : takeRate(back.rest);
	const rest = hasRate ? back.rest : rate.rest;
	if (front.limit && back.limit) {
		return { problem: "form" };
	}
	const limit = front.limit ?? back.limit;
	const parsed = rate.times === undefined ? parseEnds(rest.trim(), choice) : onlyTimes(rate.times);
	if ("problem" in parsed) {
		return parsed;
	}
	const strict = limit === "below" || limit === "above";
	const isOpen = isOpenRate || parsed.amount.open || limit === "least";
	if (limit === "most" && isOpen) {
		return { problem: "form" };
	}
	const per = rate.per === undefined ? "" : ` per ${rate.per}`;
	if (rate.wrong) {
		return { problem: "rate", forms: perOne(parsed, rate.wrong, limit) };
	}
	if (strict) {
		return {
			problem: "strict",
			forms: [limit === "below" ? `at most ${rest.trim()}${per}` : `at least ${rest.trim()}${per}`],
		};
	}
	return {
		...parsed,
		amount: { ...parsed.amount, open: isOpen, atMost: limit === "most", ...(rate.per ? { per: rate.per } : {}) },
	};
}

function parseEnds(text: string, choice: Choice): ParsedAmount | AmountFailure {
	const split = between.exec(text);
	const first = parseEnd(split?.[1] ?? text, choice);
	const second = split ? parseEnd(text.slice(split[0].length), choice) : undefined;
	if (typeof first === "string" || typeof second === "string") {
		return { problem: typeof first === "string" ? first : (second as AmountProblem) };
	}
	if (second && (first.open || areMixed(first, second))) {
		return { problem: first.open ? "form" : "mixed" };
	}
	const high = second && numberOf(second.digits, second.magnitude);
	const low = lowEnd(first, second, high);
	if (high !== undefined && high < low) {
		return { problem: "reversed" };
	}
	if (!Number.isFinite(low) || !Number.isFinite(high ?? 0)) {
		return { problem: "huge" };
	}
	const currency = first.currency ?? second?.currency;
	const unit = second?.unit ?? first.unit;
	return {
		amount: {
			low,
			...(high === undefined ? {} : { high }),
			open: (second ?? first).open,
			atMost: false,
			...(currency === undefined ? {} : { currency }),
			...(unit === undefined ? {} : { unit }),
			short: first.magnitude !== undefined || second?.magnitude !== undefined,
		},
		first,
		...(second ? { second } : {}),
		meanings: Math.max(first.meanings, second?.meanings ?? 1),
	};
}

/** `$3-5M`: a magnitude on the high end also applies to the low end, as long as the low end stays lower. */
function lowEnd(first: AmountEnd, second: AmountEnd | undefined, high: number | undefined): number {
	const low = numberOf(first.digits, first.magnitude);
	const shared =
		second?.magnitude !== undefined && first.magnitude === undefined ? numberOf(first.digits, second.magnitude) : low;
	return shared <= (high ?? 0) ? shared : low;
}

function areMixed(first: AmountEnd, second: AmountEnd): boolean {
	if (
		first.currency !== undefined &&
		second.currency !== undefined &&
		!isSameCurrency(first.currency, second.currency)
	) {
		return true;
	}
	const [one, other] = [first.unit?.toLowerCase(), second.unit?.toLowerCase()];
	return one !== undefined && other !== undefined && one !== other && `${one}s` !== other && one !== `${other}s`;
}

/** `daily`, `once a week`: a count per period without a unit. */
function onlyTimes(low: number): ParsedAmount {
	const digits = String(low);
	return {
		amount: { low, open: false, atMost: false, short: false },
		first: { digits, numeral: digits, isBehind: true, open: false, isTight: false, isApart: false, meanings: 1 },
		meanings: 1,
	};
}

/** `5 per 2 weeks` as `2.5 per week`, if that is a finite decimal. */
function perOne(
	{ amount }: ParsedAmount,
	{ count, unit }: { readonly count: number; readonly unit?: string },
	limit: Limit | undefined,
): ReadonlyArray<string> {
	const low = amount.low / count;
	if (unit === undefined || amount.high !== undefined || count <= 0 || !Number.isInteger(Math.round(low * 1e6) / 10)) {
		return [];
	}
	const behind = amount.unit && amount.unit !== "%" ? ` ${amount.unit}` : (amount.unit ?? "");
	const number = `${amount.currency ?? ""}${low}${behind}`;
	return [`${limit === "most" ? "at most " : ""}${number} per ${unit}`];
}

function numberOf(digits: string, magnitude = 0): number {
	return Number(`${digits}e${magnitude}`);
}

/** The time that a rate counts over. */
export type RateUnit = "day" | "week" | "month" | "quarter" | "year";

/**
 * How much is aimed for. Numbers are in the unit itself, magnitudes already multiplied out (`$3M` is 3,000,000), and
 * percentages stay as written (`20%` is 20).
 */
export interface Quantity {
	/** Where the goal is met; the high end of what is allowed where `atMost`. */
	readonly low: number;
	/** The upper end of a band such as `8-12`. */
	readonly high?: number;
	/** `100+`: more is welcome. */
	readonly open: boolean;
	/** `<= 2`: less is better. */
	readonly atMost: boolean;
	/** A currency sign or code as it stands before the number. */
	readonly currency?: string;
	/** The words behind the number: `people`, `%`, `months`. Never converted. */
	readonly unit?: string;
	/** The goal is asked for anew in each of these. */
	readonly per?: RateUnit;
	/** K, M or B was written: values beside it are shown as shortly. */
	readonly short: boolean;
	/** As written in the plan. */
	readonly text: string;
}

/** Why a text is no quantity. */
export type QuantityError = "form" | "comma" | "reversed" | "huge";

/** As powers of ten: `1.005e3` is 1005, where 1.005 times 1000 is not. */
const magnitudes: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9 };
const number = String.raw`([+-]?\d[\d,]*(?:\.\d+)?|[+-]?\.\d+)([kKmMbB](?![\p{L}\d]))?`;
const currency = String.raw`(\p{Sc}|[A-Z]{3} )?\s?`;
const end = new RegExp(`^${currency}${number}`, "u");
const rate = /(?:\s*\/\s*|\s+per\s+|\s+(?:a|an|each|every)\s+)(day|week|month|quarter|year)$/i;

interface End {
	readonly currency?: string;
	readonly digits: string;
	readonly magnitude?: number;
	readonly rest: string;
}

/** Reads a `goal` such as `100+`, `8-12 people`, `$350K-$500K+`, `at most 2` or `4 per quarter`. */
export function parseQuantity(text: string): Quantity | QuantityError {
	let rest = text
		.trim()
		.replace(/\s+/g, " ")
		.replace(/[‐-―−]/g, "-");
	const limit = /^(?:<=|≤|at most )\s*/i.exec(rest);
	rest = rest.slice(limit?.[0].length ?? 0);
	const per = rate.exec(rest);
	rest = per ? rest.slice(0, per.index) : rest;

	const first = parseEnd(rest);
	if (typeof first === "string") {
		return first;
	}
	rest = first.rest;
	let second: End | undefined;
	if (/^ ?(-|to ) ?/.test(rest)) {
		const parsed = parseEnd(rest.replace(/^ ?(-|to ) ?/, ""));
		if (typeof parsed === "string") {
			return parsed;
		}
		second = parsed;
		rest = second.rest;
	}
	const open = rest.startsWith("+");
	const unit = rest.slice(open ? 1 : 0).trim();
	if (/^[\p{L}]*[\d<>=]/u.test(unit) || (limit && open)) {
		return "form";
	}
	let low = numberOf(first.digits, first.magnitude);
	const high = second && numberOf(second.digits, second.magnitude);
	// `$3-5M`: a magnitude on the high end alone also counts for the low end, as long as the low end stays the low one.
	const shared = second?.magnitude && !first.magnitude ? numberOf(first.digits, second.magnitude) : low;
	if (shared <= (high ?? 0)) {
		low = shared;
	}
	if (high !== undefined && high < low) {
		return "reversed";
	}
	if (!Number.isFinite(low) || !Number.isFinite(high ?? 0)) {
		return "huge";
	}
	const sign = first.currency ?? second?.currency;
	return {
		low,
		...(high === undefined ? {} : { high }),
		open,
		atMost: limit !== null,
		...(sign ? { currency: sign } : {}),
		...(unit ? { unit } : {}),
		...(per?.[1] ? { per: per[1].toLowerCase() as RateUnit } : {}),
		short: first.magnitude !== undefined || second?.magnitude !== undefined,
		text: text.trim(),
	};
}

function parseEnd(text: string): End | QuantityError {
	const match = end.exec(text);
	const digits = match?.[2];
	if (!match || digits === undefined) {
		return "form";
	}
	// A comma with exactly three digits behind it separates thousands; what another one means nobody can tell.
	if (digits.includes(",") && !/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) {
		return "comma";
	}
	const sign = match[1]?.trim();
	const magnitude = match[3] === undefined ? undefined : magnitudes[match[3].toLowerCase()];
	return {
		...(sign ? { currency: sign } : {}),
		digits: digits.replaceAll(",", ""),
		...(magnitude === undefined ? {} : { magnitude }),
		rest: text.slice(match[0].length),
	};
}

function numberOf(digits: string, magnitude = 0): number {
	return Number(`${digits}e${magnitude}`);
}

import { maxPlainMinutes } from "../plainEntry.ts";

/** What a length of time, as a person types it, may mean. */
export type MinutesReading =
	| { readonly kind: "minutes"; readonly minutes: number }
	/** `2` alone: two hours or two minutes. Both, in minutes, the likelier one first. */
	| { readonly kind: "ambiguous"; readonly minutes: readonly [number, number] }
	/** Nothing at all, or less. */
	| { readonly kind: "zero" }
	/** More than a day in one go. */
	| { readonly kind: "too-long" };

const hourWord = "h|hr|hrs|hour|hours";
const minuteWord = "m|min|mins|minute|minutes";
/** A comma and three digits is a thousand, and nobody means that many. */
const number = String.raw`(?:\d{1,6}(?:\.\d{1,3}|,\d{1,2})?|\.\d{1,3}|,\d{1,2})`;
const hours = new RegExp(String.raw`^(${number})\s?(?:${hourWord})$`);
const minutes = new RegExp(String.raw`^(${number})\s?(?:${minuteWord})$`);
const both = new RegExp(String.raw`^(\d{1,6})\s?(?:${hourWord})\s?(?:and )?(\d{1,2})\s?(?:${minuteWord})?$`);
const clock = /^(\d{0,3}):([0-5]\d)$/;
const plain = new RegExp(`^${number}$`);
/** Lengths that are said without a number, in minutes. */
const inWords: Readonly<Record<string, number>> = {
	"an hour": 60,
	"half an hour": 30,
	"quarter of an hour": 15,
	"a quarter of an hour": 15,
	"an hour and a half": 90,
};
/** More hours than this are not spent at a stretch, so a bare number above it means minutes. */
const mostBareHours = 12;

/**
 * Reads a length of time: `45m`, `1h30`, `1 h 30 min`, `1:30`, `:30`, `1.5h`, `1,5`, `90`, `half an hour`. A fraction without a unit means
 * hours; a whole number without one means minutes where it is too large for hours, and is ambiguous below. Undefined where
 * the text is anything else.
 */
export function parseMinutes(text: string): MinutesReading | undefined {
	const typed = text
		.normalize("NFKC")
		.trim()
		.toLowerCase()
		.replace(/\s+/g, " ")
		.replace(/(\d?) ?1⁄2/, "$1.5")
		.replace(/(\d?) ?1⁄4/, "$1.25")
		.replace(/(\d?) ?3⁄4/, "$1.75");
	const said = Object.hasOwn(inWords, typed) ? inWords[typed] : undefined;
	if (said !== undefined) {
		return reading(said);
	}
	const match = both.exec(typed) ?? clock.exec(typed);
	if (match) {
		const [, whole, rest] = match;
		return Number(rest) < 60 ? reading(Number(whole) * 60 + Number(rest)) : undefined;
	}
	const inHours = hours.exec(typed)?.[1];
	if (inHours !== undefined) {
		return reading(toNumber(inHours) * 60);
	}
	const inMinutes = minutes.exec(typed)?.[1];
	if (inMinutes !== undefined) {
		return reading(toNumber(inMinutes));
	}
	if (!plain.test(typed)) {
		return undefined;
	}
	const bare = toNumber(typed);
	if (!Number.isInteger(bare)) {
		return reading(bare * 60);
	}
	return bare > 0 && bare <= mostBareHours ? { kind: "ambiguous", minutes: [bare * 60, bare] } : reading(bare);
}

/** A length of time as one types it, such that reading it again gives the same: `45m`, `2h`, `1h30m`. */
export function formatMinutes(minutes: number): string {
	const whole = Math.round(minutes);
	const rest = whole % 60;
	const full = Math.floor(whole / 60);
	return `${full > 0 ? `${full}h` : ""}${rest > 0 || full === 0 ? `${rest}m` : ""}`;
}

function toNumber(text: string): number {
	return Number(text.replace(",", "."));
}

function reading(exact: number): MinutesReading {
	const whole = Math.round(exact);
	if (whole <= 0) {
		return { kind: "zero" };
	}
	return whole > maxPlainMinutes ? { kind: "too-long" } : { kind: "minutes", minutes: whole };
}

import fc from "fast-check";

export const locales =
	"en-US en-GB en-IN de-DE de-AT de-CH fr-FR fr-CA fr-CH es-ES es-MX it-IT pt-BR pt-PT nl-NL sv-SE da-DK nb-NO fi-FI pl-PL cs-CZ hu-HU ro-RO tr-TR el-GR ru-RU uk-UA he-IL ar-EG hi-IN ja-JP ko-KR zh-CN zh-TW th-TH vi-VN id-ID".split(
		" ",
	);
export const currencies =
	"USD EUR GBP JPY CHF CNY INR BRL KRW SEK NOK DKK PLN CZK HUF TRY RUB IDR MXN CAD AUD KWD ILS".split(" ");
const units = ["kilometer", "kilogram", "hour", "minute", "liter", "percent", "mile", "megabyte"];
const words = ["people", "km", "Bücher", "words", "本", "книг"];

/** An amount as a language writes it. */
export interface IntlAmount {
	readonly text: string;
	readonly value: number;
	/** How far the value that is written may be from it, as it is rounded. */
	readonly tolerance: number;
	readonly isMoney: boolean;
}

const notation = fc.constantFrom("standard" as const, "compact" as const, "scientific" as const);
const value = fc
	.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: -3, max: 7 }), fc.constantFrom(1, 1, 1, -1))
	.map(([digits, exponent, sign]) => sign * Number(`${digits}e${exponent}`));
const style = fc.oneof(
	fc.record({
		style: fc.constant("currency" as const),
		currency: fc.constantFrom(...currencies),
		currencyDisplay: fc.constantFrom("symbol" as const, "narrowSymbol" as const, "code" as const, "name" as const),
	}),
	fc.record({
		style: fc.constant("unit" as const),
		unit: fc.constantFrom(...units),
		unitDisplay: fc.constantFrom("short" as const, "long" as const),
	}),
	fc.record({ style: fc.constant("decimal" as const) }),
);

/** Amounts as `Intl.NumberFormat` writes them, in many languages, currencies, notations and units. */
export const intlAmount: fc.Arbitrary<IntlAmount> = fc
	.record({
		locale: fc.constantFrom(...locales),
		notation,
		compactDisplay: fc.constantFrom("short" as const, "long" as const),
		value,
		style,
		word: fc.constantFrom(...words, ""),
	})
	.map(({ locale, style: shape, word, value: exact, ...rest }) => {
		const options = { ...shape, ...rest };
		const text = new Intl.NumberFormat(locale, options).format(exact);
		const { maximumFractionDigits = 0 } = new Intl.NumberFormat(locale, options).resolvedOptions();
		return {
			text: shape.style === "decimal" ? `${text} ${word}`.trim() : text,
			value: exact,
			tolerance: rest.notation === "standard" ? 0.51 * 10 ** -maximumFractionDigits : 0.06 * Math.abs(exact),
			isMoney: shape.style === "currency",
		};
	});

import type { NumberStyle } from "./quantity.ts";

/** How numbers are written in a language, by its BCP 47 tag. */
export function numberStyleOf(locale: string): NumberStyle {
	const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value;
	const compact = new Intl.NumberFormat(locale, { notation: "compact" });
	const letters = new Map(
		[3, 6, 9, 12].map((exponent) => {
			const part = compact.formatToParts(10 ** exponent).find(({ type }) => type === "compact");
			return [part?.value, exponent] as const;
		}),
	);
	const [million, billion] = [letters.get("M"), letters.get("B")];
	return {
		decimal: decimal === "," ? "," : ".",
		...(million === undefined ? {} : { million }),
		...(billion === undefined ? {} : { billion }),
	};
}

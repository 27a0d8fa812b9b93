/** An amount of money: `$350K-$500K+`, `EUR 2,000`, `3 €`, `500 EUR`, `$1-5M`. */
const amount = String.raw`\d[\d.,]*(?:\s?[KMBkmb](?![\p{L}\d]))?`;
const range = `${amount}(?:\\s?[-–—]\\s?\\p{Sc}?\\s?${amount})?\\+?`;
// Before a number any code is one, as in a goal; behind it only what is known as one: `5 CTO talks` are no money.
const known = Intl.supportedValuesOf("currency").join("|");
const money = new RegExp(`(?:\\p{Sc}|\\b[A-Z]{3} )\\s?${range}|${range}\\s?(?:\\p{Sc}|(?:${known})\\b)`, "gu");

/** What stands in the place of what is not shown. */
export const hidden = "•••";

/** The text without its amounts of money, for a screen that others see. */
export function withoutMoney(text: string): string {
	return text.replace(money, hidden);
}

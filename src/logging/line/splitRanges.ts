const clock = String.raw`\d{1,2}(?:[:.h]\d{0,2})?(?:\s?[ap]m)?`;
const range = String.raw`(?<![\d:./-])${clock}\s?[-–—]\s?${clock}(?![\d:./-])`;
const several = new RegExp(String.raw`${range}(?:\s?(?:\+|&|,|/|;|\band\b|\bund\b)?\s?${range})+`, "i");
const each = new RegExp(range, "gi");

/**
 * A line with several stretches of time one after the other, `writing 8:00-9:15 + 10:00-11:00`, as a line for each of
 * them; undefined where it has no two such stretches.
 */
export function splitRanges(text: string): ReadonlyArray<string> | undefined {
	// What is in quotes is a note.
	const found = /["“”]/.test(text) ? null : several.exec(text);
	if (!found) {
		return undefined;
	}
	const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
	return [...found[0].matchAll(each)].map(([stretch]) => `${before}${stretch}${after}`);
}

/**
 * Picks the singular or the plural of a text. Both are passed as whole texts, so that the extraction of strings finds them and
 * each language translates both; a language without a plural, such as Chinese, translates them alike.
 *
 * @param one for a count of exactly 1
 * @param other for any other count, 0 included
 */
export function plural(count: number, one: string, other: string): string {
	return count === 1 ? one : other;
}

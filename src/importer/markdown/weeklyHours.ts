import { parseHours } from "../../amount/hours.ts";

/** Hours in a source, such as `4-5` or `1.5`, as a part of a regular expression with one group. */
export const hoursNumber = "(\\d+(?:\\.\\d+)?(?: ?[-–—] ?\\d+(?:\\.\\d+)?)?)";

/** Hours a week as the plan has them; undefined if the text means none. */
export function weeklyHours(written: string | undefined): string | undefined {
	const plain = written?.replace(/ ?[–—-] ?/g, "-");
	return plain !== undefined && parseHours(plain) ? plain : undefined;
}

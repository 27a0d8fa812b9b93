import type { Change } from "../../amount/change.ts";

const before = {
	rises:
		"another|plus|added?|up|(?:(?:up|increased|rose|grew|went up|raised) )?by|increased|raised|gained|earned|(?:ein(?:e|en)? )?weitere[nrs]?|noch(?:mals?)?|zusätzlich|um|再|又|另外?|增加了?|加上?|多了?",
	falls:
		"minus|down|(?:down|decreased|reduced|lowered|fell|dropped|went down) by|decreased|reduced|lowered|lost|spent|abzüglich|减少了?|减去?|少了?",
};
const after = {
	rises: "more|extra|additional(?:ly)?|added|up|mehr|zusätzlich|dazu|更多|以上",
	falls: "less|fewer|down|weniger|lost|spent",
};
/** A word next to the amount: at the end of the text before it, or at the beginning of the text after it. */
const nextTo = (first: string, last: string) => new RegExp(`(?:^|\\s)(?:${first})$|^(?:${last})(?=[\\s,.]|$)`, "iu");
const rises = nextTo(before.rises, after.rises);
const falls = nextTo(before.falls, after.falls);

/**
 * A new value with a word of change beside it, as in `saved €500 more`, is an addition as likely: both, that first. Other
 * changes stay as they are.
 *
 * @param typed the amount as typed; an equals sign says that it is a new value
 * @param note the text beside it
 */
export function withAdditions(
	changes: ReadonlyArray<Change | undefined>,
	typed: string,
	note: string,
): ReadonlyArray<Change | undefined> {
	const sign = signOf(note);
	return sign === 0 || typed.startsWith("=")
		? changes
		: changes.flatMap((change) => (typeof change?.set === "number" ? [{ add: sign * change.set }, change] : [change]));
}

function signOf(note: string): number {
	if (falls.test(note)) {
		return -1;
	}
	return rises.test(note) ? 1 : 0;
}

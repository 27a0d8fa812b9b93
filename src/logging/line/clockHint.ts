const before =
	"at|@|until|till|by|after|before|from|since|around|start(?:ing)?(?: at)?|end(?:ing)?(?: at)?|um|ab|seit|bis|von|vor|nach|gegen|从|自";
const after = "-|–|—|to|until|till|bis|onwards?|uhr|o['’]clock|开始|至|到|起";
const clock = String.raw`(\d{1,2})[:.](\d\d)`;
const timeOfDay = new RegExp(
	String.raw`(?:^|\s)(?:${before})\s?${clock}(?=[\s,;]|$)|(?:^|\s)${clock}\s?(?:${after})(?=\s|$)`,
	"giu",
);
const hoursRange =
	/(?:^|\s)\d{1,2}(?:[.,]\d+)?\s?h?\s?(?:[-–—~～]|to|bis|或|到|至)\s?\d{1,2}(?:[.,]\d+)?\s?(?:h|hrs?|hours?|std\.?|stunden|小时)(?=[\s,;]|$)/iu;

/**
 * Whether a duration is more likely a time of the day, since words beside it say so: `since 10:00`, `10:00 until now`.
 *
 * @param minutes of the duration
 */
export function isTimeOfDay(text: string, minutes: number): boolean {
	return [...text.matchAll(timeOfDay)].some(
		([, hour, minute, otherHour, otherMinute]) =>
			Number(hour ?? otherHour) * 60 + Number(minute ?? otherMinute) === minutes,
	);
}

/** Whether hours are written like a clock range: `1-2h` is one to two hours as likely as from 1:00 to 2:00. */
export function isRangeOfHours(text: string): boolean {
	return hoursRange.test(text);
}

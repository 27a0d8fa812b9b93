/** The days of the week; 0 is Monday. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** The same in German. */
export const germanWeekdays = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"];

/** The day that the last sign of its Chinese name stands for, as in `周三`; 0 is Monday, -1 for any other sign. */
export function chineseWeekday(sign: string): number {
	return "一二三四五六日".indexOf(sign.replace("天", "日"));
}

/** Parses the name of a day of the week, or its first three letters; 0 is Monday. */
export function parseWeekday(text: string): number | undefined {
	const plain = text.trim().toLowerCase();
	const index = weekdays.findIndex((day) => day === plain || (plain.length === 3 && day.startsWith(plain)));
	return index < 0 ? undefined : index;
}

/**
 * Parses `monday-saturday`, `saturday-sunday` or `monday, wednesday`; the result is ascending, 0 is Monday. A range
 * may include Sunday and Monday.
 */
export function parseWeekdays(text: string): ReadonlyArray<number> | undefined {
	const days = new Set<number>();
	const parts = text
		.replace(/[‐-―−]/g, "-")
		.split(/,|\band\b/i)
		.map((part) => part.trim());
	// Allows both `a, b and c` and `a, b, and c`: only inner parts may be empty.
	for (const part of parts.filter((each, at) => each !== "" || at === 0 || at === parts.length - 1)) {
		const [first, last, more] = part.split("-").map(parseWeekday);
		if (first === undefined || more !== undefined || (part.includes("-") && last === undefined)) {
			return undefined;
		}
		const end = last ?? first;
		for (let day = first; ; day = (day + 1) % 7) {
			days.add(day);
			if (day === end) {
				break;
			}
		}
	}
	return [...days].sort((a, b) => a - b);
}

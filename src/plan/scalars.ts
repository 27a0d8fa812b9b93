/** Minutes a week: at least `low`, ideally `high`. */
export interface Hours {
	readonly low: number;
	readonly high: number;
}

/** Reads `2`, `4-5`, `1.5 h`: hours, given in minutes; undefined where the text is anything else. */
export function parseHours(text: string): Hours | undefined {
	const plain = text
		.trim()
		.toLowerCase()
		.replace(/[‐-―−]/g, "-");
	const match = /^(\d{1,3}(?:\.\d+)?)(?: ?- ?(\d{1,3}(?:\.\d+)?))? ?(?:h|hours?)?$/.exec(plain);
	if (!match) {
		return undefined;
	}
	const low = Math.round(Number(match[1]) * 60);
	const high = match[2] === undefined ? low : Math.round(Number(match[2]) * 60);
	return low <= high && high <= 168 * 60 ? { low, high } : undefined;
}

/** Hours as the plan writes them: `4-5`. */
export function formatHours({ low, high }: Hours): string {
	const hours = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100);
	return low === high ? hours(low) : `${hours(low)}-${hours(high)}`;
}

/** Reads `60%` as the share 0.6; undefined where the text is no percentage from 0 to 100. */
export function parseShare(text: string): number | undefined {
	const match = /^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text.trim());
	const percent = Number(match?.[1]);
	return match && percent <= 100 ? percent / 100 : undefined;
}

/** Reads `below 60%` as the share 0.6. */
export function parseBelow(text: string): number | undefined {
	const match = /^(?:below|under|<) ?(.*)$/i.exec(text.trim());
	return match ? parseShare(match[1] ?? "") : undefined;
}

/** The days of the week; 0 is Monday. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** Reads the name of a day of the week, also its first three letters; 0 is Monday. */
export function parseWeekday(text: string): number | undefined {
	const plain = text.trim().toLowerCase();
	const index = weekdays.findIndex((day) => day === plain || (plain.length === 3 && day.startsWith(plain)));
	return index < 0 ? undefined : index;
}

/** Reads `monday-saturday`, `saturday-sunday` or `monday, wednesday`; ascending, 0 is Monday. A range may pass Sunday. */
export function parseWeekdays(text: string): ReadonlyArray<number> | undefined {
	const days = new Set<number>();
	for (const part of text.replace(/[‐-―−]/g, "-").split(/[,\s]*(?:,|\band\b)[,\s]*/i)) {
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

/** Reads `03:00` as minutes after midnight; the day may end until noon. */
export function parseDayEnd(text: string): number | undefined {
	const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
	const minutes = Number(match?.[1]) * 60 + Number(match?.[2]);
	return match && Number(match[2]) < 60 && minutes <= 720 ? minutes : undefined;
}

/** Reads `true` and `false`, as YAML 1.2 writes them. */
export function parseBoolean(text: string): boolean | undefined {
	const plain = text.trim().toLowerCase();
	return plain === "true" ? true : plain === "false" ? false : undefined;
}

const day = 86_400;
const form = /^(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:\.\d{1,6})?)?)?\s?(am|pm|a\.m\.|p\.m\.|h|uhr|上午|下午)?$/i;

/**
 * Parses a time of a day: `9:15`, `09:15:30`, `9.15 Uhr`, `9 am`, `24:00`. A bare number is none.
 *
 * @returns seconds after midnight
 */
export function parseClockTime(text: string): number | undefined {
	const plain = text.normalize("NFKC").trim();
	const [, before = "", rest = plain] = /^(上午|下午)\s?(.*)$/.exec(plain) ?? [];
	const [match, hour = "", minute, second = "0", behind = ""] = form.exec(rest) ?? [];
	const half = (behind || before).toLowerCase();
	const [h, m, s] = [Number(hour), Number(minute ?? 0), Number(second)];
	if (match === undefined || (minute === undefined && half === "") || m > 59 || s > 59) {
		return undefined;
	}
	if (/^[ap]|午/.test(half)) {
		const isLate = /^p|下午/.test(half);
		return h < 1 || h > 12 ? undefined : ((h % 12) + (isLate ? 12 : 0)) * 3600 + m * 60 + s;
	}
	const seconds = h * 3600 + m * 60 + s;
	return seconds > day ? undefined : seconds;
}

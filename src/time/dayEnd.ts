/** Parses the end of the day, such as `03:00`, as minutes after midnight; noon is the latest. */
export function parseDayEnd(text: string): number | undefined {
	const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
	const minutes = Number(match?.[1]) * 60 + Number(match?.[2]);
	return match && Number(match[2]) < 60 && minutes <= 720 ? minutes : undefined;
}

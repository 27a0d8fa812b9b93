/** Parses `60%` as the share 0.6; undefined if the text is not a percentage from 0 to 100. */
export function parseShare(text: string): number | undefined {
	const match = /^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text.trim());
	const percent = Number(match?.[1]);
	return match && percent <= 100 ? percent / 100 : undefined;
}

/** Parses `below 60%` as the share 0.6. */
export function parseBelow(text: string): number | undefined {
	const match = /^(?:below|under|<) ?(.*)$/i.exec(text.trim());
	return match ? parseShare(match[1] ?? "") : undefined;
}

/** Signs that change the order in which the text around them is read, and could make one thing look like another. */
export const reordering = /[\u202a-\u202e\u2066-\u2069]/g;
/** Nothing is seen of it, and nothing breaks at it. */
const joiner = "\u2060";

/**
 * A text as it is, for where VS Code reads more into one: `[x](command:y)` is a link in messages and prompts, `$(x)` an icon
 * in rows to choose from, lenses and the status bar.
 */
export function plainText(text: string): string {
	return text.replace(reordering, "").replace(/([\]$])\(/g, `$1${joiner}(`);
}

/** The same with an icon of ours in front, which stays one. */
export function plainLabel(label: string): string {
	const [icon = ""] = /^\$\([\w~-]+\)/.exec(label) ?? [];
	return icon + plainText(label.slice(icon.length));
}

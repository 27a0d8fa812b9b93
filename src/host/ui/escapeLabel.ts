/** Characters that change the display order of the text around them, and could disguise one text as another. */
export const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;
/** An invisible character without a line break opportunity. */
const joiner = "\u2060";

/**
 * Escapes a label, because VS Code interprets some: `[x](command:y)` is a link in messages and prompts, `$(x)` an icon
 * in quick picks, lenses and the status bar.
 */
export function escapeLabel(text: string): string {
	return text.replace(bidiControls, "").replace(/([\]$])\(/g, `$1${joiner}(`);
}

/** Escapes a label that begins with an icon of ours, which is kept. */
export function escapeLabelWithIcon(label: string): string {
	const [icon = ""] = /^\$\([\w~-]+\)/.exec(label) ?? [];
	return icon + escapeLabel(label.slice(icon.length));
}

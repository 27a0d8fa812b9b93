import { html, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";
import { normalizeLines } from "./textParts.ts";

/** The limit of the host, in UTF-16 units. */
const maxLength = 20_000;

interface TextArea {
	/** Stands above it, or is only read out (`isLabelSeen`: false). */
	readonly label: string;
	readonly isLabelSeen?: boolean;
	readonly placeholder?: string;
	/** The initial number of lines; it grows with its text. */
	readonly rows: number;
	readonly value: string;
	readonly className?: string;
	readonly onInput: (value: string) => void;
}

/** A text field for any length. */
export function textArea(field: TextArea): TemplateResult {
	const { label, isLabelSeen = true, placeholder, rows, value, className = "", onInput } = field;
	return html`<label class="field ${className}">
		<span class=${isLabelSeen ? "field-label" : "unseen"}>${label}</span>
		<textarea
			dir="auto"
			rows=${rows}
			maxlength=${maxLength}
			placeholder=${ifDefined(placeholder)}
			.value=${live(normalizeLines(value))}
			@input=${({ target }: Event) => onInput((target as HTMLTextAreaElement).value)}
		></textarea>
	</label>`;
}

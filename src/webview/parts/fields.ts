import { html, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";
import { lines } from "./text.ts";

/** As the host takes it, in UTF-16 units. */
const maxLength = 20_000;

interface TextArea {
	/** Stands above it, or is only read out (`isLabelSeen`: false). */
	readonly label: string;
	readonly isLabelSeen?: boolean;
	readonly placeholder?: string;
	/** Lines at first; it grows with its text. */
	readonly rows: number;
	readonly value: string;
	readonly className?: string;
	readonly onInput: (value: string) => void;
}

/** A field for a text of any length. */
export function textArea(field: TextArea): TemplateResult {
	const { label, isLabelSeen = true, placeholder, rows, value, className = "", onInput } = field;
	return html`<label class="field ${className}">
		<span class=${isLabelSeen ? "field-label" : "unseen"}>${label}</span>
		<textarea
			dir="auto"
			rows=${rows}
			maxlength=${maxLength}
			placeholder=${ifDefined(placeholder)}
			.value=${live(lines(value))}
			@input=${({ target }: Event) => onInput((target as HTMLTextAreaElement).value)}
		></textarea>
	</label>`;
}

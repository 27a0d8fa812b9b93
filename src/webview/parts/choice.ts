import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Verdict } from "../editDraft.ts";
import { label, type View } from "../view.ts";
import { shape, type Trend } from "./shapes.ts";
import { text } from "./text.ts";

const verdicts: ReadonlyArray<Verdict> = ["yes", "partly", "no"];
const trends: ReadonlyArray<Trend> = ["rising", "steady", "falling"];

interface Choice<T extends string> {
	/** What is chosen, for those who do not see it beside the choices. */
	readonly legend: string;
	/** Of its own on the page. */
	readonly name: string;
	readonly value: T | undefined;
	readonly onChange: (value: T | undefined) => void;
}

/** Yes, partly or no. */
export function verdictChoice(view: View, choice: Choice<Verdict>): TemplateResult {
	return choose(view, verdicts, choice);
}

/** Rising, steady or falling. */
export function trendChoice(view: View, choice: Choice<Trend>): TemplateResult {
	return choose(view, trends, choice);
}

/** What was chosen, to read. */
export function chosen(view: View, value: Verdict | Trend): TemplateResult {
	return html`<span class="chosen">${shape(value)} ${label(view, value)}</span>`;
}

function choose<T extends Verdict | Trend>(
	view: View,
	values: ReadonlyArray<T>,
	{ legend, name, value, onChange }: Choice<T>,
): TemplateResult {
	return html`<fieldset class="choice">
		<legend class="unseen">${text(legend)}</legend>
		<div class="options">
			${values.map(
				(one) => html`<label class="option">
					<input type="radio" name=${name} .checked=${live(one === value)} @change=${() => onChange(one)} />
					${shape(one)}<span>${label(view, one)}</span>
				</label>`,
			)}
			${
				value === undefined
					? nothing
					: html`<button type="button" class="clear" title=${label(view, "clear")} @click=${clear}>
							<span class="unseen">${label(view, "clear")}</span>${shape("clear")}
						</button>`
			}
		</div>
	</fieldset>`;

	function clear({ currentTarget }: Event): void {
		// The button goes away with the choice: the focus stays with the choices.
		const first = (currentTarget as Element).closest(".options")?.querySelector("input");
		onChange(undefined);
		first?.focus({ preventScroll: true });
	}
}

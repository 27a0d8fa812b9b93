import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Trend } from "../../amount/trend.ts";
import type { Verdict } from "../editDraft.ts";
import { type PageView, pageLabel } from "../pageView.ts";
import { shape } from "./shape.ts";
import { isolatedText } from "./textParts.ts";

const verdicts: ReadonlyArray<Verdict> = ["yes", "partly", "no"];
const trends: ReadonlyArray<Trend> = ["rising", "steady", "falling"];

interface Choice<T extends string> {
	/** The label of the group, for screen readers. */
	readonly legend: string;
	/** Unique on the page. */
	readonly name: string;
	readonly value: T | undefined;
	readonly onChange: (value: T | undefined) => void;
}

/** Yes, partly or no. */
export function verdictChoice(view: PageView, choice: Choice<Verdict>): TemplateResult {
	return choose(view, verdicts, choice);
}

/** Rising, steady or falling. */
export function trendChoice(view: PageView, choice: Choice<Trend>): TemplateResult {
	return choose(view, trends, choice);
}

/** The choice as read-only text. */
export function chosen(view: PageView, value: Verdict | Trend): TemplateResult {
	return html`<span class="chosen">${shape(value)} ${pageLabel(view, value)}</span>`;
}

function choose<T extends Verdict | Trend>(
	view: PageView,
	values: ReadonlyArray<T>,
	{ legend, name, value, onChange }: Choice<T>,
): TemplateResult {
	return html`<fieldset class="choice">
		<legend class="unseen">${isolatedText(legend)}</legend>
		<div class="options">
			${values.map(
				(one) => html`<label class="option">
					<input type="radio" name=${name} .checked=${live(one === value)} @change=${() => onChange(one)} />
					${shape(one)}<span>${pageLabel(view, one)}</span>
				</label>`,
			)}
		</div>
	</fieldset>`;
}

/** Removes an answer. It comes after all other controls of the answer: a key that is typed too early must not clear it. */
export function clearButton(view: PageView, onClear: () => void): TemplateResult {
	return html`<button type="button" class="clear" title=${pageLabel(view, "clear")} @click=${clear}>
		<span class="unseen">${pageLabel(view, "clear")}</span>${shape("clear")}
	</button>`;

	function clear({ currentTarget }: Event): void {
		// The button disappears with the choice: move the focus back to the choices.
		const first = (currentTarget as Element).closest(".assessing, .rating")?.querySelector("input");
		onClear();
		first?.focus({ preventScroll: true });
	}
}

import { html, nothing, type TemplateResult } from "lit";
import { text } from "../parts/text.ts";
import type { View } from "../view.ts";
import { section } from "./section.ts";

/** What is different now from what the review showed. */
export function changes(view: View): TemplateResult | typeof nothing {
	const { changes: all } = view.page;
	if (view.mode === "open" || all.length === 0) return nothing;
	return section(view, "changesTitle", html`<ul class="changes">${all.map((one) => html`<li>${text(one)}</li>`)}</ul>`);
}

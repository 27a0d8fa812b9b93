import { html, nothing, type TemplateResult } from "lit";
import type { PageView } from "../pageView.ts";
import { isolatedText } from "../parts/textParts.ts";
import { section } from "./section.ts";

/** The changes since the review was saved. */
export function changesSection(view: PageView): TemplateResult | typeof nothing {
	const { changes: all } = view.page;
	if (view.mode === "open" || all.length === 0) return nothing;
	return section(
		view,
		"changesTitle",
		html`<ul class="changes">${all.map((one) => html`<li>${isolatedText(one)}</li>`)}</ul>`,
	);
}

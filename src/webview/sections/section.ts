import { html, nothing, type TemplateResult } from "lit";
import type { PageLabel } from "../../review/reviewPageModel.ts";
import { type PageView, pageLabel } from "../pageView.ts";

/** A section of the page with its heading. */
export function section(view: PageView, title: PageLabel, body: unknown): TemplateResult {
	return html`<section class="section is-${title}" aria-labelledby=${`title-${title}`}>
		<h2 id=${`title-${title}`} tabindex=${view.mode === "export" ? nothing : -1}>${pageLabel(view, title)}</h2>
		${body}
	</section>`;
}

/** Stands if there is nothing. */
export function muted(words: string): TemplateResult {
	return html`<p class="muted">${words}</p>`;
}

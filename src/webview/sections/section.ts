import { html, type TemplateResult } from "lit";
import type { PageLabel } from "../../present/review/page.ts";
import { label, type View } from "../view.ts";

/** A part of the page under its heading. */
export function section(view: View, title: PageLabel, body: unknown): TemplateResult {
	return html`<section class="section is-${title}" aria-labelledby=${`title-${title}`}>
		<h2 id=${`title-${title}`}>${label(view, title)}</h2>
		${body}
	</section>`;
}

/** Stands where there is nothing. */
export function muted(words: string): TemplateResult {
	return html`<p class="muted">${words}</p>`;
}

import { html, nothing, type TemplateResult } from "lit";
import type { EvidenceLine, ItemLine } from "../../present/review/page.ts";
import { label, type View } from "../view.ts";
import { shape } from "./shapes.ts";
import { facts, safeLink, text } from "./text.ts";

/** An item: how it stands, what it is, how far it is, and what was written down about it. */
export function itemLine(view: View, item: ItemLine): TemplateResult {
	const { title, state, stateText, share, evidence } = item;
	return html`<li class="item">
		<span class="item-shape">${shape(state)}</span>
		<div class="item-body">
			<div class="item-head">${itemTitle(view, item.id, title)}<span class="item-state">${text(stateText)}</span></div>
			${facts(item.facts)}${share === undefined ? nothing : progressBar(share, state)}${evidenceList(view, evidence)}
		</div>
	</li>`;
}

/** The title, by which the item is shown in the plan. */
function itemTitle(view: View, id: string, title: string): TemplateResult {
	if (view.mode === "export") return html`<span class="item-title">${text(title)}</span>`;
	return html`<button
		type="button"
		class="item-title link"
		title=${label(view, "showInPlan")}
		@click=${() => view.actions.openItem(id)}
	>
		${text(title)}
	</button>`;
}

/** The facts beside it say the same. */
function progressBar(share: number, state: ItemLine["state"]): TemplateResult {
	const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
	return html`<svg class="bar is-${state}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
		<rect class="bar-way" width="100" height="1"></rect>
		<rect class="bar-share" width=${width} height="1"></rect>
	</svg>`;
}

function evidenceList(view: View, evidence: ReadonlyArray<EvidenceLine>): TemplateResult | typeof nothing {
	if (evidence.length === 0) return nothing;
	return html`<details class="evidence" ?open=${view.mode === "export"}>
		<summary>${label(view, "evidence")} <span class="count">${evidence.length}</span></summary>
		<ul>
			${evidence.map((one) => html`<li><span class="day">${text(one.day)}</span> ${evidenceText(one)}</li>`)}
		</ul>
	</details>`;
}

function evidenceText({ text: words, link }: EvidenceLine): TemplateResult {
	const href = safeLink(link);
	if (href === undefined)
		return html`<span class="words">${text(words)}${link ? html` ${text(link)}` : nothing}</span>`;
	return html`<span class="words">${text(words)} <a href=${href} rel="noreferrer noopener">${text(shortened(href))}</a></span>`;
}

/** Where a link leads, without what everybody knows. */
function shortened(href: string): string {
	const bare = href.replace(/^(https:\/\/|mailto:)(www\.)?/, "").replace(/\/$/, "");
	return bare.length > 60 ? `${bare.slice(0, 59)}…` : bare;
}

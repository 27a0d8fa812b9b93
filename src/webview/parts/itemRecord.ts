import { html, nothing, type TemplateResult } from "lit";
import type { EvidenceLine, ItemLine } from "../../review/reviewPageModel.ts";
import { safeLink } from "../../util/safeLink.ts";
import { type PageView, pageLabel } from "../pageView.ts";
import { shape } from "./shape.ts";
import { factList, isolatedText } from "./textParts.ts";

/** An item: its state, title, progress, and notes. */
export function itemRecord(view: PageView, item: ItemLine): TemplateResult {
	const { title, state, stateText, share, evidence } = item;
	return html`<li class="item">
		<span class="item-shape">${shape(state)}</span>
		<div class="item-body">
			<div class="item-head">${itemTitle(view, item.id, title)}<span class="item-state">${isolatedText(stateText)}</span></div>
			${factList(item.facts)}${share === undefined ? nothing : progressBar(share, state)}${evidenceList(view, evidence)}
		</div>
	</li>`;
}

/** The title, which links to the item in the plan. */
function itemTitle(view: PageView, id: string, title: string): TemplateResult {
	if (view.mode === "export") return html`<span class="item-title">${isolatedText(title)}</span>`;
	return html`<button
		type="button"
		class="item-title link"
		title=${pageLabel(view, "showInPlan")}
		@click=${() => view.actions.openItem(id)}
	>
		${isolatedText(title)}
	</button>`;
}

/** The facts next to it say the same. */
function progressBar(share: number, state: ItemLine["state"]): TemplateResult {
	const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
	return html`<svg class="bar is-${state}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
		<rect class="bar-track" width="100" height="1"></rect>
		<rect class="bar-share" width=${width} height="1"></rect>
	</svg>`;
}

function evidenceList(view: PageView, evidence: ReadonlyArray<EvidenceLine>): TemplateResult | typeof nothing {
	if (evidence.length === 0) return nothing;
	return html`<details class="evidence" ?open=${view.mode === "export"}>
		<summary>${pageLabel(view, "evidence")} <span class="count">${evidence.length}</span></summary>
		<ul>
			${evidence.map((one) => html`<li><span class="day">${isolatedText(one.day)}</span> ${evidenceText(one)}</li>`)}
		</ul>
	</details>`;
}

function evidenceText({ text: words, link }: EvidenceLine): TemplateResult {
	const href = safeLink(link);
	if (href === undefined)
		return html`<span class="words">${isolatedText(words)}${link ? html` ${isolatedText(link)}` : nothing}</span>`;
	return html`<span class="words">${isolatedText(words)} <a href=${href} rel="noreferrer noopener">${isolatedText(shortened(href))}</a></span>`;
}

/** The target of a link in short form. */
function shortened(href: string): string {
	const bare = href.replace(/^(https:\/\/|mailto:)(www\.)?/, "").replace(/\/$/, "");
	return bare.length > 60 ? `${bare.slice(0, 59)}…` : bare;
}

import "@vscode-elements/elements/dist/vscode-button/index.js";
import { html, nothing, type TemplateResult } from "lit";
import { type PageView, pageLabel } from "../pageView.ts";
import { itemRecord } from "../parts/itemRecord.ts";
import { isolatedText } from "../parts/textParts.ts";
import { muted, section } from "./section.ts";

/** The items of the period: planned and achieved. */
export function recordSection(view: PageView): TemplateResult {
	const groups = view.page.groups.filter(({ items }) => items.length > 0);
	const record =
		groups.length === 0
			? muted(pageLabel(view, "nothingYet"))
			: groups.map(
					({ title, items }) => html`<h3>${isolatedText(title)}</h3>
						<ul class="items">
							${items.map((item) => itemRecord(view, item))}
						</ul>`,
				);
	return section(view, "recordTitle", html`${offTrack(view)}${record}`);
}

/** What is off track, with a button that lists the ways back. */
function offTrack(view: PageView): TemplateResult | typeof nothing {
	const { page, mode, actions } = view;
	if (page.offTrack === "" || mode !== "open") return nothing;
	return html`<div class="off-track">
		<p>${isolatedText(page.offTrack)}</p>
		<vscode-button secondary @click=${() => actions.ask("getBackOnTrack")}>${pageLabel(view, "backOnTrack")}</vscode-button>
	</div>`;
}

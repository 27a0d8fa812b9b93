import { html, type TemplateResult } from "lit";
import { type PageView, pageLabel } from "../pageView.ts";
import { itemRecord } from "../parts/itemRecord.ts";
import { isolatedText } from "../parts/textParts.ts";
import { muted, section } from "./section.ts";

/** The items of the period: planned and achieved. */
export function recordSection(view: PageView): TemplateResult {
	const groups = view.page.groups.filter(({ items }) => items.length > 0);
	if (groups.length === 0) return section(view, "recordTitle", muted(pageLabel(view, "nothingYet")));
	return section(
		view,
		"recordTitle",
		groups.map(
			({ title, items }) => html`<h3>${isolatedText(title)}</h3>
				<ul class="items">
					${items.map((item) => itemRecord(view, item))}
				</ul>`,
		),
	);
}

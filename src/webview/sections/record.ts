import { html, type TemplateResult } from "lit";
import { itemLine } from "../parts/item.ts";
import { text } from "../parts/text.ts";
import { label, type View } from "../view.ts";
import { muted, section } from "./section.ts";

/** What the period promised, and what happened. */
export function record(view: View): TemplateResult {
	const groups = view.page.groups.filter(({ items }) => items.length > 0);
	if (groups.length === 0) return section(view, "recordTitle", muted(label(view, "nothingYet")));
	return section(
		view,
		"recordTitle",
		groups.map(
			({ title, items }) => html`<h3>${text(title)}</h3>
				<ul class="items">
					${items.map((item) => itemLine(view, item))}
				</ul>`,
		),
	);
}

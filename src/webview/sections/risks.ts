import { html, nothing, type TemplateResult } from "lit";
import { itemLine } from "../parts/item.ts";
import { shape } from "../parts/shapes.ts";
import { facts, text } from "../parts/text.ts";
import { label, type View } from "../view.ts";
import { section } from "./section.ts";

/** The risks, and what is done against them. */
export function risks(view: View): TemplateResult | typeof nothing {
	const { risks: all } = view.page;
	if (all.length === 0) return nothing;
	return section(
		view,
		"risksTitle",
		all.map(
			({ title, isLive, facts: about, mitigations }) => html`<div class="risk">
				<h3>${text(title)} ${isLive ? html`<span class="live">${shape("live")} ${label(view, "live")}</span>` : nothing}</h3>
				${facts(about)}
				${
					mitigations.length === 0
						? nothing
						: html`<ul class="items">
								${mitigations.map((item) => itemLine(view, item))}
							</ul>`
				}
			</div>`,
		),
	);
}

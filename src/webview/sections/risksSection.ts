import { html, nothing, type TemplateResult } from "lit";
import { type PageView, pageLabel } from "../pageView.ts";
import { itemRecord } from "../parts/itemRecord.ts";
import { shape } from "../parts/shape.ts";
import { factList, isolatedText } from "../parts/textParts.ts";
import { section } from "./section.ts";

/** The risks with their mitigations. */
export function risksSection(view: PageView): TemplateResult | typeof nothing {
	const { risks: all } = view.page;
	if (all.length === 0) return nothing;
	return section(
		view,
		"risksTitle",
		all.map(
			({ title, isLive, facts: about, mitigations }) => html`<div class="risk">
				<h3>${isolatedText(title)} ${isLive ? html`<span class="live">${shape("live")} ${pageLabel(view, "live")}</span>` : nothing}</h3>
				${factList(about)}
				${
					mitigations.length === 0
						? nothing
						: html`<ul class="items">
								${mitigations.map((item) => itemRecord(view, item))}
							</ul>`
				}
			</div>`,
		),
	);
}

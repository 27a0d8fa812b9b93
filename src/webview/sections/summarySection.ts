import { html, type TemplateResult } from "lit";
import { type PageView, pageLabel } from "../pageView.ts";
import { textArea } from "../parts/fields.ts";
import { prose } from "../parts/textParts.ts";
import { muted, section } from "./section.ts";

/** The summary of the period in the user's own words. */
export function summarySection(view: PageView): TemplateResult {
	const { summary: written } = view.draft;
	if (view.mode !== "open") {
		return section(view, "summaryTitle", written === "" ? muted(pageLabel(view, "empty")) : prose(written));
	}
	return section(
		view,
		"summaryTitle",
		html`${textArea({
			label: pageLabel(view, "summaryTitle"),
			isLabelSeen: false,
			placeholder: pageLabel(view, "summaryHint"),
			rows: 5,
			value: written,
			onInput: (value) => view.actions.edit((draft) => ({ ...draft, summary: value })),
		})}`,
	);
}

import { html, type TemplateResult } from "lit";
import { textArea } from "../parts/fields.ts";
import { prose } from "../parts/text.ts";
import { label, type View } from "../view.ts";
import { muted, section } from "./section.ts";

/** The period in the person's own words. */
export function summary(view: View): TemplateResult {
	const { summary: written } = view.draft;
	if (view.mode !== "open") {
		return section(view, "summaryTitle", written === "" ? muted(label(view, "empty")) : prose(written));
	}
	return section(
		view,
		"summaryTitle",
		html`${textArea({
			label: label(view, "summaryTitle"),
			isLabelSeen: false,
			placeholder: label(view, "summaryHint"),
			rows: 5,
			value: written,
			onInput: (value) => view.actions.edit((draft) => ({ ...draft, summary: value })),
		})}`,
	);
}

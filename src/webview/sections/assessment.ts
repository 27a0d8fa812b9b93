import { html, nothing, type TemplateResult } from "lit";
import type { Assessment } from "../editDraft.ts";
import { type PageView, pageLabel } from "../pageView.ts";
import { chosen, clearButton, verdictChoice } from "../parts/choice.ts";
import { textArea } from "../parts/fields.ts";
import { prose } from "../parts/textParts.ts";
import { muted } from "./section.ts";

interface AssessmentOptions {
	/** The label of what is assessed. */
	readonly about: string;
	/** Unique on the page. */
	readonly name: string;
	readonly given: Assessment | undefined;
	readonly onChange: (given: Assessment) => void;
}

/** A verdict with its note: editable or read-only. */
export function assessment(view: PageView, { about, name, given, onChange }: AssessmentOptions): TemplateResult {
	const verdict = given?.verdict;
	const note = given?.note ?? "";
	if (view.mode !== "open") {
		if (verdict === undefined && note === "") return muted(pageLabel(view, "empty"));
		return html`<div class="assessed">
			${verdict === undefined ? nothing : chosen(view, verdict)} ${note === "" ? nothing : prose(note)}
		</div>`;
	}
	return html`<div class="assessing">
		${verdictChoice(view, { legend: about, name, value: verdict, onChange: (value) => onChange({ verdict: value, note }) })}
		${textArea({
			label: `${pageLabel(view, "note")}: ${about}`,
			isLabelSeen: false,
			placeholder: pageLabel(view, "note"),
			rows: 1,
			value: note,
			onInput: (value) => onChange({ verdict, note: value }),
		})}
		${verdict === undefined ? nothing : clearButton(view, () => onChange({ note }))}
	</div>`;
}

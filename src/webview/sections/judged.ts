import { html, nothing, type TemplateResult } from "lit";
import type { Judgement } from "../editDraft.ts";
import { chosen, verdictChoice } from "../parts/choice.ts";
import { textArea } from "../parts/fields.ts";
import { prose } from "../parts/text.ts";
import { label, type View } from "../view.ts";
import { muted } from "./section.ts";

interface Judged {
	/** What is judged, in words. */
	readonly about: string;
	/** Of its own on the page. */
	readonly name: string;
	readonly given: Judgement | undefined;
	readonly onChange: (given: Judgement) => void;
}

/** A verdict with its note: to give, or to read. */
export function judged(view: View, { about, name, given, onChange }: Judged): TemplateResult {
	const verdict = given?.verdict;
	const note = given?.note ?? "";
	if (view.mode !== "open") {
		if (verdict === undefined && note === "") return muted(label(view, "empty"));
		return html`<div class="judged">
			${verdict === undefined ? nothing : chosen(view, verdict)} ${note === "" ? nothing : prose(note)}
		</div>`;
	}
	return html`<div class="judging">
		${verdictChoice(view, { legend: about, name, value: verdict, onChange: (value) => onChange({ verdict: value, note }) })}
		${textArea({
			label: `${label(view, "note")}: ${about}`,
			isLabelSeen: false,
			placeholder: label(view, "note"),
			rows: 1,
			value: note,
			onInput: (value) => onChange({ verdict, note: value }),
		})}
	</div>`;
}

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { assessPromise } from "../editDraft.ts";
import type { PageView } from "../pageView.ts";
import { shape } from "../parts/shape.ts";
import { factList, isolatedText, uniqueKeys } from "../parts/textParts.ts";
import { assessment } from "./assessment.ts";
import { section } from "./section.ts";

/** The promises of the previous reviews, and their outcome. */
export function lastPromisesSection(view: PageView): TemplateResult | typeof nothing {
	const { promises } = view.page;
	if (promises.length === 0) return nothing;
	const lines = repeat(
		promises,
		uniqueKeys(promises, (one) => one.id),
		({ id, text: words, facts: about, state }) => html`<li class="promise">
			<div class="promise-head">
				${state === undefined ? nothing : shape(state)}
				<p class="promise-text" dir="auto">${isolatedText(words)}</p>
			</div>
			${factList(about)}
			${assessment(view, {
				about: words,
				name: `kept ${id}`,
				given: view.draft.kept.find((one) => one.promise === id),
				onChange: (given) => view.actions.edit((draft) => assessPromise(draft, id, given)),
			})}
		</li>`,
	);
	return section(view, "promisesTitle", html`<ul class="promises">${lines}</ul>`);
}

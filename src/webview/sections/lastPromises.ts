import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { keep } from "../editDraft.ts";
import { shape } from "../parts/shapes.ts";
import { facts, text, uniqueKeys } from "../parts/text.ts";
import type { View } from "../view.ts";
import { judged } from "./judged.ts";
import { section } from "./section.ts";

/** What the last reviews promised, and what came of it. */
export function lastPromises(view: View): TemplateResult | typeof nothing {
	const { promises } = view.page;
	if (promises.length === 0) return nothing;
	const lines = repeat(
		promises,
		uniqueKeys(promises, (one) => one.id),
		({ id, text: words, facts: about, state }) => html`<li class="promise">
			<div class="promise-head">
				${state === undefined ? nothing : shape(state)}
				<p class="promise-text" dir="auto">${text(words)}</p>
			</div>
			${facts(about)}
			${judged(view, {
				about: words,
				name: `kept ${id}`,
				given: view.draft.kept.find((one) => one.promise === id),
				onChange: (given) => view.actions.edit((draft) => keep(draft, id, given)),
			})}
		</li>`,
	);
	return section(view, "promisesTitle", html`<ul class="promises">${lines}</ul>`);
}

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { QuestionLine } from "../../present/review/page.ts";
import { answer } from "../editDraft.ts";
import { facts, text, uniqueKeys } from "../parts/text.ts";
import { label, type View } from "../view.ts";
import { judged } from "./judged.ts";
import { section } from "./section.ts";

/** The questions, with what should stand beside them. */
export function questions(view: View): TemplateResult | typeof nothing {
	const all = view.page.questions;
	if (all.length === 0) return nothing;
	const key = uniqueKeys(all, ({ ask }) => ask);
	return section(
		view,
		"questionsTitle",
		html`<ol class="questions">${repeat(all, key, (one) => question(view, one))}</ol>`,
	);
}

/** How many questions have no verdict yet. */
export function unansweredCount({ page, draft }: View): number {
	const given = new Set(
		draft.answers.filter(({ verdict }) => verdict !== undefined).map(({ question: asked }) => asked),
	);
	return page.questions.filter(({ ask }) => !given.has(ask)).length;
}

function question(view: View, { ask, text: words, evidence }: QuestionLine): TemplateResult {
	return html`<li class="question">
		<div class="question-main">
			<h3 class="question-text" dir="auto">${text(words)}</h3>
			${judged(view, {
				about: words,
				name: `answer ${ask}`,
				given: view.draft.answers.find((one) => one.question === ask),
				onChange: (given) => view.actions.edit((draft) => answer(draft, ask, given)),
			})}
		</div>
		${
			evidence.length === 0
				? nothing
				: html`<div class="beside">
						<p class="beside-title">${label(view, "evidence")}</p>
						<ul>
							${evidence.map((one) => html`<li><p>${text(one.title)}</p>${facts(one.facts)}</li>`)}
						</ul>
					</div>`
		}
	</li>`;
}

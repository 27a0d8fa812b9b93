import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { QuestionLine } from "../../review/reviewPageModel.ts";
import { answerQuestion } from "../editDraft.ts";
import { type PageView, pageLabel } from "../pageView.ts";
import { factList, isolatedText, uniqueKeys } from "../parts/textParts.ts";
import { assessment } from "./assessment.ts";
import { section } from "./section.ts";

/** The questions with their evidence. */
export function questionsSection(view: PageView): TemplateResult | typeof nothing {
	const all = view.page.questions;
	if (all.length === 0) return nothing;
	const key = uniqueKeys(all, ({ ask }) => ask);
	return section(
		view,
		"questionsTitle",
		html`<ol class="questions">${repeat(all, key, (one) => question(view, one))}</ol>`,
	);
}

function question(view: PageView, { ask, text: words, evidence }: QuestionLine): TemplateResult {
	return html`<li class="question" data-ask=${view.mode === "open" ? ask : nothing}>
		<div class="question-main">
			<h3 class="question-text" dir="auto">${isolatedText(words)}</h3>
			${assessment(view, {
				about: words,
				name: `answer ${ask}`,
				given: view.draft.answers.find((one) => one.question === ask),
				onChange: (given) => view.actions.edit((draft) => answerQuestion(draft, ask, given)),
			})}
		</div>
		${
			evidence.length === 0
				? nothing
				: html`<div class="beside">
						<p class="beside-title">${pageLabel(view, "evidence")}</p>
						<ul>
							${evidence.map((one) => html`<li><p>${isolatedText(one.title)}</p>${factList(one.facts)}</li>`)}
						</ul>
					</div>`
		}
	</li>`;
}

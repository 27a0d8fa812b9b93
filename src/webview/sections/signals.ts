import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { IndicatorLine } from "../../present/review/page.ts";
import { rate } from "../editDraft.ts";
import { chosen, trendChoice } from "../parts/choice.ts";
import { shape, type Trend } from "../parts/shapes.ts";
import { facts, text, uniqueKeys } from "../parts/text.ts";
import { label, type View } from "../view.ts";
import { muted, section } from "./section.ts";

/** As the host takes it, in UTF-16 units. */
const maxRating = 200;

/** The indicators: their trend, and how they are rated now. */
export function signals(view: View): TemplateResult | typeof nothing {
	const { indicators } = view.page;
	if (indicators.length === 0) return nothing;
	const groups = [...new Set(indicators.map(({ group }) => group))];
	return section(
		view,
		"signalsTitle",
		repeat(
			groups,
			(group) => group,
			(group) => {
				const lines = indicators.filter((one) => one.group === group);
				const key = uniqueKeys(lines, ({ id }) => id);
				return html`<h3>${text(group)}</h3>
					<ul class="signals">
						${repeat(lines, key, (line) => signal(view, line))}
					</ul>`;
			},
		),
	);
}

function signal(view: View, line: IndicatorLine): TemplateResult {
	const { title, facts: about, trend } = line;
	const direction = trend && html`<span class="trend">${shape(trend)} ${label(view, trend)}</span>`;
	return html`<li class="signal">
		<div class="signal-words">
			<p class="signal-title">${text(title)} ${direction ?? nothing}</p>
			${facts(about)}
		</div>
		<div class="rating">${rating(view, line)}</div>
	</li>`;
}

function rating(view: View, { id, title, rating: by }: IndicatorLine): TemplateResult {
	const value = view.draft.ratings.find(({ on }) => on === id)?.value ?? "";
	if (view.mode !== "open") {
		if (value === "") return muted(label(view, "empty"));
		return isTrend(value) ? chosen(view, value) : html`<span class="chosen">${text(value)}</span>`;
	}
	const legend = `${label(view, "rating")}: ${title}`;
	const onChange = (now: string | undefined) => view.actions.edit((draft) => rate(draft, id, now ?? ""));
	if (by === "trend") {
		return trendChoice(view, { legend, name: `rating ${id}`, value: isTrend(value) ? value : undefined, onChange });
	}
	return html`<vscode-textfield
		dir="auto"
		.label=${legend}
		.maxLength=${maxRating}
		placeholder=${label(view, "ratingHint")}
		.value=${live(value.replace(/[\r\n]/g, ""))}
		@input=${({ target }: Event) => onChange((target as HTMLInputElement).value)}
	></vscode-textfield>`;
}

function isTrend(value: string): value is Trend {
	return value === "rising" || value === "steady" || value === "falling";
}

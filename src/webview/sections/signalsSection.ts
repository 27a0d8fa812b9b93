import "@vscode-elements/elements/dist/vscode-textfield/index.js";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { Trend } from "../../amount/trend.ts";
import type { IndicatorLine } from "../../review/reviewPageModel.ts";
import { rateIndicator } from "../editDraft.ts";
import { type PageView, pageLabel } from "../pageView.ts";
import { chosen, clearButton, trendChoice } from "../parts/choice.ts";
import { dataTable } from "../parts/dataTable.ts";
import { shape } from "../parts/shape.ts";
import { factList, isolatedText, uniqueKeys } from "../parts/textParts.ts";
import { muted, section } from "./section.ts";

/** The limit of the host, in UTF-16 units. */
const maxRating = 200;

/** The indicators: their trend and their current rating. */
export function signalsSection(view: PageView): TemplateResult | typeof nothing {
	const { indicators, drives } = view.page;
	if (indicators.length === 0 && drives.rows.length === 0) return nothing;
	const groups = [...new Set(indicators.map(({ group }) => group))];
	return section(
		view,
		"signalsTitle",
		html`${repeat(
			groups,
			(group) => group,
			(group) => {
				const lines = indicators.filter((one) => one.group === group);
				const key = uniqueKeys(lines, ({ id }) => id);
				return html`<h3>${isolatedText(group)}</h3>
					<ul class="signals">
						${repeat(lines, key, (line) => signal(view, line))}
					</ul>`;
			},
		)}${drives.rows.length === 0 ? nothing : dataTable(drives)}`,
	);
}

function signal(view: PageView, line: IndicatorLine): TemplateResult {
	const { title, facts: about, trend } = line;
	const direction = trend && html`<span class="trend">${shape(trend)} ${pageLabel(view, trend)}</span>`;
	return html`<li class="signal">
		<div class="signal-words">
			<p class="signal-title">${isolatedText(title)} ${direction ?? nothing}</p>
			${factList(about)}
		</div>
		<div class="rating">${rating(view, line)}</div>
	</li>`;
}

function rating(view: PageView, { id, title, rating: by }: IndicatorLine): TemplateResult {
	const value = view.draft.ratings.find(({ on }) => on === id)?.value ?? "";
	if (view.mode !== "open") {
		if (value === "") return muted(pageLabel(view, "empty"));
		return isTrend(value) ? chosen(view, value) : html`<span class="chosen">${isolatedText(value)}</span>`;
	}
	const legend = `${pageLabel(view, "rating")}: ${title}`;
	const onChange = (now: string | undefined) => view.actions.edit((draft) => rateIndicator(draft, id, now ?? ""));
	if (by === "trend") {
		const given = isTrend(value) ? value : undefined;
		return html`${trendChoice(view, { legend, name: `rating ${id}`, value: given, onChange })}
		${given === undefined ? nothing : clearButton(view, () => onChange(undefined))}`;
	}
	return html`<vscode-textfield
		dir="auto"
		.label=${legend}
		.maxLength=${maxRating}
		placeholder=${pageLabel(view, "ratingHint")}
		.value=${live(value.replace(/[\r\n]/g, ""))}
		@input=${({ target }: Event) => onChange((target as HTMLInputElement).value)}
	></vscode-textfield>`;
}

function isTrend(value: string): value is Trend {
	return value === "rising" || value === "steady" || value === "falling";
}

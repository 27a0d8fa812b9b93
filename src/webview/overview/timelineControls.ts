import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { OverviewPage } from "../../viewmodel/overview/overviewPageModel.ts";
import type { SavedOverview } from "../../viewmodel/overview/overviewProtocol.ts";
import { filters, groupings } from "../../viewmodel/rows/viewOptions.ts";

/** What the controls do. */
export interface TimelineActions {
	change(change: Partial<SavedOverview>): void;
	/** @param share of what is shown; negative is earlier */
	pan(share: number): void;
	zoom(isIn: boolean): void;
	goToToday(): void;
	fitYear(): void;
	fitAll(): void;
}

type Labels = OverviewPage["labels"];

/** Grouping, filter, zoom and the switch to the table. */
export function timelineControls(labels: Labels, saved: SavedOverview, actions: TimelineActions): TemplateResult {
	const { grouping, filter, isTable } = saved;
	const names = { phase: labels.byPhase, track: labels.byTrack, year: labels.byYear };
	return html`<div class="tl-controls">
		${choice({ label: labels.groupBy, values: groupings, names, value: grouping }, (value) => actions.change({ grouping: value }))}
		${choice({ label: labels.show, values: filters, names: labels, value: filter }, (value) => actions.change({ filter: value }))}
		<span class="tl-gap"></span>
		${isTable ? nothing : zoomButtons(labels, actions)}
		<button type="button" class="switch" aria-pressed=${isTable ? "true" : "false"} @click=${() => actions.change({ isTable: !isTable })}>
			${labels.showTable}
		</button>
	</div>`;
}

function zoomButtons(labels: Labels, actions: TimelineActions): TemplateResult {
	return html`<div class="tl-zoom" role="group" aria-label=${labels.timelineTitle}>
		${iconButton(labels.earlier, "M10 3L5 8l5 5", () => actions.pan(-0.25))}
		${iconButton(labels.later, "M6 3l5 5-5 5", () => actions.pan(0.25))}
		${iconButton(labels.zoomOut, "M3 8h10", () => actions.zoom(false))}
		${iconButton(labels.zoomIn, "M3 8h10M8 3v10", () => actions.zoom(true))}
		${textButton(labels.today, () => actions.goToToday())} ${textButton(labels.fitYear, () => actions.fitYear())}
		${textButton(labels.fit, () => actions.fitAll())}
	</div>`;
}

interface Choice<T extends string> {
	readonly label: string;
	readonly values: ReadonlyArray<T>;
	readonly names: Readonly<Record<T, string>>;
	readonly value: T;
}

function choice<T extends string>(
	{ label, values, names, value }: Choice<T>,
	onChange: (value: T) => void,
): TemplateResult {
	return html`<label class="tl-choice">
		<span class="field-label">${label}</span>
		<select .value=${live(value)} @change=${({ target }: Event) => onChange((target as HTMLSelectElement).value as T)}>
			${values.map((one) => html`<option value=${one} ?selected=${one === value}>${names[one]}</option>`)}
		</select>
	</label>`;
}

function iconButton(label: string, path: string, onClick: () => void): TemplateResult {
	return html`<button type="button" class="switch tl-icon" title=${label} aria-label=${label} @click=${onClick}>
		<svg class="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d=${path}></path></svg>
	</button>`;
}

/** A small button with a label. */
export function textButton(label: string, onClick: () => void): TemplateResult {
	return html`<button type="button" class="switch" @click=${onClick}>${label}</button>`;
}

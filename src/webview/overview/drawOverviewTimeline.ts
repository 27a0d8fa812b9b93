import { nothing, svg, type TemplateResult } from "lit";
import type { OverviewTimeline, TimelineRow } from "../../viewmodel/overview/overviewPageModel.ts";
import { dayMs, fitText, textWidth } from "../charts/chartDefaults.ts";
import { closeIsolates } from "../parts/textParts.ts";
import { entriesWithin, rowHeight, type TimelineEntry } from "./timelineList.ts";
import { timelineTicks } from "./timelineTicks.ts";
import type { TimelineWindow } from "./timelineWindow.ts";

/** The labels of the ticks, and below them that of today. */
export const axisHeight = 58;
const todayTop = 36;
const todayHeight = 18;
const barHeight = 10;
const phaseHeight = 14;
const padding = 10;
/** The strips of time off and slips below the axis, where a tooltip tells what they are. */
const stripHeight = 6;

/** What is drawn. Lengths are in CSS pixels. */
export interface TimelinePicture {
	readonly timeline: OverviewTimeline;
	readonly entries: ReadonlyArray<TimelineEntry>;
	readonly shown: TimelineWindow;
	readonly width: number;
	/** The height of the part that is seen, the axis included, and how far it is scrolled. */
	readonly height: number;
	readonly scroll: number;
	readonly todayText: string;
	readonly selected?: string | undefined;
	/** The day where the selected row would end, while it is dragged, with its text. */
	readonly drag?: { readonly day: number; readonly text: string } | undefined;
}

/** The room for titles on the left. */
export function gutterOf(width: number): number {
	return Math.round(Math.min(260, Math.max(96, width * 0.3)));
}

/** The day at a horizontal position, with its fraction. */
export function dayAtPosition(x: number, { width, shown }: Pick<TimelinePicture, "width" | "shown">): number {
	const left = gutterOf(width);
	return shown.first + ((x - left) / Math.max(1, width - left)) * (shown.last - shown.first);
}

/** The timeline as the content of an `svg` element: the axis, what lies behind the rows, and the rows that are seen. */
export function drawOverviewTimeline(picture: TimelinePicture): TemplateResult {
	const { entries, scroll, height, width } = picture;
	const seen = entriesWithin(entries, scroll, scroll + height - axisHeight);
	const last = entries.at(-1);
	const bottom = Math.min(height, axisHeight + (last ? last.top + last.height - scroll : 0));
	return svg`<g class="tl-behind" aria-hidden="true">${backgroundOf(picture, bottom)}</g>
		${seen.map((entry) => ("row" in entry ? rowOf(entry, picture) : headingOf(entry, picture)))}
		<g class="tl-front" aria-hidden="true">
			<rect class="tl-ground" width=${width} height=${axisHeight}></rect>
			<path class="tl-line" d="M0 ${axisHeight - 0.5}H${width}"></path>
			${axisOf(picture)}
		</g>`;
}

function scaleOf({ width, shown }: TimelinePicture): (day: number) => number {
	const left = gutterOf(width);
	const perDay = (width - left) / (shown.last - shown.first);
	return (day) => left + (day - shown.first) * perDay;
}

function ticksOf(picture: TimelinePicture) {
	const x = scaleOf(picture);
	const ticks = timelineTicks(picture.shown, picture.width - gutterOf(picture.width));
	return ticks.map(({ date, text }) => ({ x: Math.round(x(date.getTime() / dayMs)), text }));
}

function axisOf(picture: TimelinePicture): TemplateResult {
	const { timeline, todayText, width, drag } = picture;
	const left = gutterOf(width);
	const x = scaleOf(picture);
	const at = x(timeline.today + 0.5);
	const wordsAt = drag === undefined ? at : x(drag.day);
	const words = drag?.text ?? todayText;
	const room = textWidth(words) + 12;
	const isSeen = drag !== undefined || (at >= left && at <= width);
	const from = Math.min(width - room, Math.max(left, wordsAt - room / 2));
	return svg`${shadesOf(picture).map(
		({ from, to, kind, words: shade }) =>
			svg`<rect class="tl-shade is-${kind}" x=${from} y=${axisHeight - stripHeight} width=${Math.max(1, to - from)} height=${stripHeight}><title>${shade}</title></rect>`,
	)}
	${ticksOf(picture).map(({ x: tick, text }) => {
		const [first = "", second] = text.split("\n");
		return svg`<text class="tl-tick" x=${tick + 4} y="15">${first}</text>
			${second === undefined ? nothing : svg`<text class="tl-year" x=${tick + 4} y="30">${second}</text>`}`;
	})}
	${isSeen ? svg`<rect class="tl-today-label" x=${from} y=${todayTop} width=${room} height=${todayHeight} rx="9"></rect><text class="tl-today-text" text-anchor="middle" x=${from + room / 2} y=${todayTop + 13}>${words}</text>` : nothing}`;
}

/** Time off and slips that are seen, with where they are and what they are. */
function shadesOf(picture: TimelinePicture) {
	const { timeline, width } = picture;
	const left = gutterOf(width);
	const x = scaleOf(picture);
	return timeline.shades.flatMap(({ start, end, kind, kindText, title, dates }) => {
		const [from, to] = [Math.max(left, x(start)), Math.min(width, Math.max(x(end), x(start) + 2))];
		const words = [kindText, title, dates].filter(Boolean).join("\n");
		return to > left && from < width ? [{ kind, from, to, words }] : [];
	});
}

function backgroundOf(picture: TimelinePicture, bottom: number): TemplateResult {
	const { timeline, width, drag } = picture;
	const left = gutterOf(width);
	const x = scaleOf(picture);
	const today = x(timeline.today + 0.5);
	const shades = shadesOf(picture);
	const height = Math.max(0, bottom - axisHeight);
	return svg`${shades.map(({ from, to, kind }) => svg`<rect class="tl-shade is-${kind}" x=${from} y=${axisHeight} width=${Math.max(1, to - from)} height=${height}></rect>`)}
		${ticksOf(picture).map((tick) => svg`<path class="tl-grid" d="M${tick.x + 0.5} ${axisHeight}V${bottom}"></path>`)}
		<path class="tl-line" d="M${left - 0.5} ${axisHeight}V${bottom}"></path>
		${today >= left && today <= width ? svg`<path class="tl-now" d="M${today} ${todayTop + todayHeight}V${bottom}"></path>` : nothing}
		${drag === undefined ? nothing : svg`<path class="tl-drag" d="M${x(drag.day)} ${todayTop + todayHeight}V${bottom}"></path>`}`;
}

function headingOf(
	entry: TimelineEntry & { readonly heading: string },
	{ scroll, width }: TimelinePicture,
): TemplateResult {
	return svg`<text class="tl-heading" aria-hidden="true" x=${padding} y=${axisHeight + entry.top - scroll + 22}>${fitText(closeIsolates(entry.heading), width - padding)}</text>`;
}

/** The ID of the element of a row. */
export function rowId(position: number): string {
	return `tl-row-${position}`;
}

function rowOf(
	entry: TimelineEntry & { readonly row: TimelineRow; readonly position: number },
	picture: TimelinePicture,
): TemplateResult {
	const { row, position } = entry;
	const { scroll, width, selected } = picture;
	const top = axisHeight + entry.top - scroll;
	const left = gutterOf(width);
	const isSelected = row.key === selected;
	const count = picture.entries.filter((each) => "row" in each).length;
	const name = [row.title, row.kindText, row.stateText, row.dates].filter(Boolean).join(", ");
	return svg`<g
		class="tl-row is-${row.kind} is-${row.state} ${isSelected ? "is-selected" : ""}"
		id=${rowId(position)}
		role="option"
		aria-selected=${isSelected ? "true" : "false"}
		aria-setsize=${count}
		aria-posinset=${position}
		aria-label=${closeIsolates(name)}
		data-key=${row.key}
	>
		<rect class="tl-hit" y=${top} width=${width} height=${rowHeight}></rect>
		${barOf(row, top + rowHeight / 2, picture)}${marksOf(row, top + rowHeight / 2, picture)}
	</g>
	<g class="is-${row.kind} is-${row.state}" aria-hidden="true">
		<text class="tl-title" x=${padding} y=${top + 17}>${fitText(closeIsolates(row.title), left - padding * 2)}</text>
	</g>`;
}

function barOf(row: TimelineRow, middle: number, picture: TimelinePicture): TemplateResult | typeof nothing {
	const { width, selected, drag } = picture;
	if (row.bar === undefined) return nothing;
	const left = gutterOf(width);
	const x = scaleOf(picture);
	const isSelected = row.key === selected;
	const end = isSelected && drag ? drag.day : row.bar.end;
	const [from, to] = [x(row.bar.start), end === null ? width : Math.max(x(end), x(row.bar.start) + 3)];
	if (to < left || from > width) return beyond(to < left ? left + 8 : width - 12, middle, to < left);
	const height = row.kind === "phase" ? phaseHeight : barHeight;
	const [start, stop] = [Math.max(left + 1, from), Math.min(width, to)];
	const share = row.kind === "phase" || row.kind === "stage" ? 0 : (row.share ?? 0);
	const filled = Math.min(stop, from + (to - from) * Math.min(1, share));
	const y = middle - height / 2;
	return svg`<rect class="tl-bar" x=${start + 0.5} y=${y + 0.5} width=${Math.max(2, stop - start - 2)} height=${height - 1} rx="3"></rect>
		${filled > start ? svg`<rect class="tl-share" x=${start + 0.5} y=${y + 0.5} width=${Math.max(2, filled - start - 2)} height=${height - 1} rx="3"></rect>` : nothing}
		${row.canReplan && to >= left && to <= width ? handleAt(to, middle) : nothing}`;
}

function marksOf(row: TimelineRow, middle: number, picture: TimelinePicture): TemplateResult {
	const { width, selected, drag } = picture;
	const left = gutterOf(width);
	const x = scaleOf(picture);
	const isSelected = row.key === selected;
	const marks = row.marks.map((mark) => ({ ...mark, x: x((isSelected && drag ? drag.day - 1 : mark.day) + 0.5) }));
	const seen = marks.filter((mark) => mark.x >= left + 4 && mark.x <= width);
	const [first] = marks;
	return svg`${seen.map(
		(mark) =>
			svg`<path class="tl-mark ${mark.isDone ? "is-held" : ""}" d="M${mark.x} ${middle - 6}l6 6l-6 6l-6-6z"><title>${mark.text}</title></path>`,
	)}
	${seen.length === 0 && first !== undefined && row.bar === undefined ? beyond(first.x < left + 4 ? left + 8 : width - 12, middle, first.x < left + 4) : nothing}
	${row.canReplan && row.bar === undefined && seen[0] !== undefined ? handleAt(seen[0].x, middle) : nothing}`;
}

/** An arrow to what lies outside of the window. */
function beyond(x: number, middle: number, isEarlier: boolean): TemplateResult {
	return svg`<path class="tl-beyond" d=${isEarlier ? `M${x + 4} ${middle - 4}l-4 4l4 4` : `M${x} ${middle - 4}l4 4l-4 4`}></path>`;
}

/** What is dragged, seen on the selected row and under the pointer. It is larger than it looks. */
function handleAt(x: number, middle: number): TemplateResult {
	return svg`<g class="tl-handle"><circle class="tl-grip" cx=${x} cy=${middle} r="10"></circle><circle class="tl-knob" cx=${x} cy=${middle} r="5"></circle></g>`;
}

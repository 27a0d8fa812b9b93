import { html, nothing, render, type TemplateResult } from "lit";
import type { OverviewPage, TimelineRow } from "../../viewmodel/overview/overviewPageModel.ts";
import type { SavedOverview } from "../../viewmodel/overview/overviewProtocol.ts";
import { dayMs } from "../charts/chartDefaults.ts";
import { dataTable } from "../parts/dataTable.ts";
import { isolatedText } from "../parts/textParts.ts";
import {
	axisHeight,
	dayAtPosition,
	drawOverviewTimeline,
	gutterOf,
	rowId,
	type TimelinePicture,
} from "./drawOverviewTimeline.ts";
import { textButton, timelineControls } from "./timelineControls.ts";
import { listHeight, type TimelineEntry, timelineList } from "./timelineList.ts";
import { timelineTable } from "./timelineTable.ts";
import { TimelineTip } from "./timelineTip.ts";
import { fitWindow, fitYear, initialWindow, panWindow, type TimelineWindow, zoomWindow } from "./timelineWindow.ts";

const mostHeight = 560;
const zoomStep = 1.4;
/** Pointers that move less than this, in CSS pixels, click. */
const clickDistance = 4;
/** How long a click waits for a second one, in ms: to show the plan changes the layout. */
const doubleClickMs = 250;

/** What the timeline needs from its page. */
export interface TimelineHost {
	readonly saved: SavedOverview;
	save(change: Partial<SavedOverview>): void;
	/** Shows a row in the plan. @param focus whether the editor gets the focus */
	show(key: string, focus?: boolean): void;
	log(key: string): void;
	/** @param day the new last day */
	replan(key: string, day?: number): void;
	tip(key: string): Promise<string>;
}

interface Drag {
	readonly kind: "pan" | "end";
	readonly pointer: number;
	readonly from: { readonly x: number; readonly y: number };
	readonly shown: TimelineWindow;
	readonly scroll: number;
	readonly isMark: boolean;
	hasMoved: boolean;
	day?: number;
}

/** The timeline with its controls: zooms, pans, selects and drags, by mouse and by keyboard. */
export class TimelineView {
	#page: OverviewPage | undefined;
	#entries: ReadonlyArray<TimelineEntry> = [];
	#shown: TimelineWindow = { first: 0, last: 365 };
	#width = 0;
	#selected: string | undefined;
	#drag: Drag | undefined;
	#isWaiting = false;
	#click: ReturnType<typeof setTimeout> | undefined;
	readonly #tip: TimelineTip;
	readonly #sizes = new ResizeObserver(([entry]) => {
		this.#width = Math.floor(entry?.contentRect.width ?? 0);
		this.update();
	});

	constructor(
		private readonly root: HTMLElement,
		private readonly host: TimelineHost,
	) {
		this.#sizes.observe(root);
		this.#tip = new TimelineTip((key) => host.tip(key));
	}

	/** Shows a page. A row that is being dragged and has changed is let go. */
	show(page: OverviewPage): void {
		const before = this.#page;
		this.#page = page;
		if (before?.timeline !== page.timeline) {
			this.#drag = undefined;
			if (before === undefined) {
				this.#width = Math.floor(this.root.clientWidth);
				this.#shown = this.host.saved.view ?? initialWindow(page.timeline.today, this.#whole);
			}
		}
		this.#list();
		this.#draw();
		if (before === undefined) {
			const list = this.#listElement;
			if (list) list.scrollTop = this.host.saved.rowsScroll;
			this.#draw();
		}
	}

	/** Draws with the next frame, once for all changes before it. */
	update(): void {
		if (this.#isWaiting) return;
		this.#isWaiting = true;
		requestAnimationFrame(() => {
			this.#isWaiting = false;
			this.#draw();
		});
	}

	get #whole(): TimelineWindow {
		const { start = 0, end = 365 } = this.#page?.timeline ?? {};
		return { first: start, last: end };
	}

	get #listElement(): HTMLElement | null {
		return this.root.querySelector<HTMLElement>(".tl-list");
	}

	get #rows(): ReadonlyArray<Extract<TimelineEntry, { readonly row: TimelineRow }>> {
		return this.#entries.filter((entry) => "row" in entry);
	}

	get #selectedRow(): TimelineRow | undefined {
		return this.#rows.find(({ row }) => row.key === this.#selected)?.row;
	}

	#list(): void {
		if (this.#page !== undefined) this.#entries = timelineList(this.#page.timeline, this.host.saved);
	}

	#set(shown: TimelineWindow): void {
		this.#shown = shown;
		this.host.save({ view: shown });
		this.#tip.hide();
		this.update();
	}

	#zoom(factor: number, around = (this.#shown.first + this.#shown.last) / 2): void {
		this.#set(zoomWindow(this.#shown, factor, around, this.#whole));
	}

	#pan(share: number): void {
		this.#set(panWindow(this.#shown, share, this.#whole));
	}

	#goToToday(): void {
		const days = this.#shown.last - this.#shown.first;
		const today = (this.#page?.timeline.today ?? 0) + 0.5;
		this.#set({ first: today - days / 2, last: today + days / 2 });
	}

	#fitYear(): void {
		this.#set(fitYear(this.#shown, this.#page?.timeline.years ?? []));
	}

	/** Shows the tooltip of the selected row, as a pointer does that rests on it. */
	#showTip(): void {
		const row = this.root.querySelector(".tl-row.is-selected > .tl-hit");
		if (row && this.#selected !== undefined) this.#tip.show(this.#selected, row.getBoundingClientRect());
	}

	#fitSelected(): void {
		const row = this.#selectedRow;
		if (row === undefined) {
			this.#set(fitWindow(this.#whole));
			return;
		}
		const days = [
			...(row.bar ? [row.bar.start, row.bar.end ?? this.#whole.last] : []),
			...row.marks.map(({ day }) => day),
		];
		this.#set(fitWindow({ first: Math.min(...days), last: Math.max(...days) + 1 }));
	}

	#select(position: number): void {
		const rows = this.#rows;
		const index = Math.min(rows.length - 1, Math.max(0, position));
		const entry = rows[index];
		const list = this.#listElement;
		if (entry === undefined || list === null) return;
		this.#selected = entry.row.key;
		this.#tip.hide();
		const room = list.clientHeight - axisHeight;
		// The heading above the first row of a group is shown with it.
		const top = index === 0 ? 0 : entry.top;
		if (top < list.scrollTop) list.scrollTop = top;
		else if (entry.top + entry.height > list.scrollTop + room) list.scrollTop = entry.top + entry.height - room;
		this.update();
	}

	readonly #keyDown = (event: KeyboardEvent): void => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const at = this.#rows.findIndex(({ row }) => row.key === this.#selected);
		const perPage = Math.max(1, Math.floor(((this.#listElement?.clientHeight ?? 0) - axisHeight) / 26) - 1);
		const selected = this.#selectedRow;
		const acts: Readonly<Record<string, () => void>> = {
			ArrowDown: () => this.#select(at + 1),
			ArrowUp: () => this.#select(at - 1),
			PageDown: () => this.#select(at + perPage),
			PageUp: () => this.#select(at - perPage),
			Home: () => this.#select(0),
			End: () => this.#select(this.#rows.length - 1),
			ArrowLeft: () => this.#pan(-0.1),
			ArrowRight: () => this.#pan(0.1),
			"+": () => this.#zoom(1 / zoomStep),
			"=": () => this.#zoom(1 / zoomStep),
			"-": () => this.#zoom(zoomStep),
			"0": () => this.#set(fitWindow(this.#whole)),
			f: () => this.#fitSelected(),
			y: () => this.#fitYear(),
			i: () => this.#showTip(),
			t: () => this.#goToToday(),
			Enter: () => selected?.canLog && this.host.log(selected.key),
			" ": () => selected && this.host.show(selected.key, true),
			r: () => selected?.canReplan && this.host.replan(selected.key),
			Escape: () => this.#cancel(),
		};
		const act = acts[event.key] ?? acts[event.key.toLowerCase()];
		if (act === undefined) return;
		clearTimeout(this.#click);
		event.preventDefault();
		act();
	};

	#cancel(): void {
		this.#drag = undefined;
		this.#tip.hide();
		this.update();
	}

	/** The keyboard begins at the first row; a click selects its own. */
	readonly #focused = (): void => {
		if (this.#selected === undefined && this.#listElement?.matches(":focus-visible")) this.#select(0);
	};

	#xOf(event: MouseEvent): number {
		return event.clientX - (this.#listElement?.getBoundingClientRect().left ?? 0);
	}

	readonly #wheel = (event: WheelEvent): void => {
		// A pinch arrives as a wheel with Ctrl.
		if (event.ctrlKey || event.metaKey) {
			event.preventDefault();
			const factor = Math.exp(Math.max(-60, Math.min(60, event.deltaY)) * 0.01);
			this.#zoom(
				factor,
				dayAtPosition(Math.max(gutterOf(this.#width), this.#xOf(event)), { width: this.#width, shown: this.#shown }),
			);
		} else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
			event.preventDefault();
			const by = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
			this.#pan(by / Math.max(1, this.#width - gutterOf(this.#width)));
		}
	};

	readonly #pointerDown = (event: PointerEvent): void => {
		const list = this.#listElement;
		if (event.button !== 0 || list === null) return;
		clearTimeout(this.#click);
		this.#tip.hide();
		const isEnd = (event.target as Element).closest(".tl-handle") !== null;
		const key = keyOf(event);
		const row = this.#rows.find((each) => each.row.key === key)?.row;
		if (isEnd) this.#selected = key;
		this.#drag = {
			kind: isEnd ? "end" : "pan",
			pointer: event.pointerId,
			from: { x: event.clientX, y: event.clientY },
			shown: this.#shown,
			scroll: list.scrollTop,
			isMark: row?.bar === undefined,
			hasMoved: false,
		};
	};

	readonly #pointerMove = (event: PointerEvent): void => {
		const drag = this.#drag;
		const list = this.#listElement;
		if (drag === undefined || list === null) {
			this.#tip.at(event);
			return;
		}
		const [x, y] = [event.clientX - drag.from.x, event.clientY - drag.from.y];
		if (!drag.hasMoved && Math.hypot(x, y) < clickDistance) return;
		if (!drag.hasMoved) list.setPointerCapture(drag.pointer);
		drag.hasMoved = true;
		if (drag.kind === "pan") {
			const share = -x / Math.max(1, this.#width - gutterOf(this.#width));
			list.scrollTop = drag.scroll - y;
			this.#set(panWindow(drag.shown, share, this.#whole));
		} else {
			const day = dayAtPosition(this.#xOf(event), { width: this.#width, shown: this.#shown });
			// Where the row ends, exclusive: of a mark, the day under the pointer is its last one.
			drag.day = drag.isMark ? Math.floor(day) + 1 : Math.round(day);
			this.update();
		}
	};

	readonly #pointerUp = (event: PointerEvent): void => {
		const drag = this.#drag;
		if (drag === undefined) return;
		this.#drag = undefined;
		this.update();
		if (drag.hasMoved) {
			if (drag.kind === "end" && drag.day !== undefined && this.#selected !== undefined) {
				this.host.replan(this.#selected, drag.day - 1);
			}
			return;
		}
		const key = keyOf(event);
		if (key === undefined) return;
		this.#selected = key;
		clearTimeout(this.#click);
		this.#click = setTimeout(() => this.host.show(key), doubleClickMs);
	};

	readonly #doubleClick = (): void => {
		clearTimeout(this.#click);
		const row = this.#selectedRow;
		if (row?.canLog) this.host.log(row.key);
	};

	readonly #scrolled = (): void => {
		this.#tip.hide();
		this.host.save({ rowsScroll: this.#listElement?.scrollTop ?? 0 });
		this.update();
	};

	/** What is drawn now. */
	picture(page: OverviewPage): TimelinePicture {
		const list = this.#listElement;
		const height = Math.min(mostHeight, axisHeight + listHeight(this.#entries));
		const language = document.documentElement.lang || undefined;
		const date = new Intl.DateTimeFormat(language, {
			day: "numeric",
			month: "short",
			year: "numeric",
			timeZone: "UTC",
		});
		const day = this.#drag?.day;
		return {
			timeline: page.timeline,
			entries: this.#entries,
			shown: this.#shown,
			width: this.#width,
			height,
			scroll: list?.scrollTop ?? 0,
			todayText: page.labels.today,
			selected: this.#selected,
			drag: day === undefined ? undefined : { day, text: date.format(new Date((day - 1) * dayMs)) },
		};
	}

	#draw(): void {
		const page = this.#page;
		if (page === undefined || this.#width === 0) return;
		const { labels, timeline } = page;
		if (timeline.rows.length === 0) {
			render(html`<p class="muted">${labels.timelineEmpty}</p>`, this.root);
			return;
		}
		const { isTable } = this.host.saved;
		render(
			html`${this.#controls(page)}${isTable ? dataTable(timelineTable(this.#entries, timeline, labels), false) : this.#chart(page)}`,
			this.root,
		);
		const list = this.#listElement;
		const spacer = this.root.querySelector<HTMLElement>(".tl-spacer");
		if (list === null || spacer === null) return;
		// Style attributes are refused by the content policy.
		const picture = this.picture(page);
		list.style.height = `${picture.height}px`;
		spacer.style.height = `${Math.max(0, axisHeight + listHeight(this.#entries) - picture.height)}px`;
	}

	#chart(page: OverviewPage): TemplateResult {
		const { labels } = page;
		if (this.#entries.length === 0) return html`<p class="muted tl-none">${labels.nothingShown}</p>`;
		const picture = this.picture(page);
		const position = this.#rows.find(({ row }) => row.key === this.#selected)?.position;
		return html`<div
				class="tl-list"
				role="listbox"
				tabindex="0"
				aria-label=${labels.timelineTitle}
				aria-describedby="tl-keys"
				aria-activedescendant=${position === undefined ? nothing : rowId(position)}
				@keydown=${this.#keyDown}
				@wheel=${{ handleEvent: this.#wheel, passive: false }}
				@scroll=${this.#scrolled}
				@pointerdown=${this.#pointerDown}
				@pointermove=${this.#pointerMove}
				@pointerup=${this.#pointerUp}
				@pointercancel=${() => this.#cancel()}
				@pointerleave=${() => this.#tip.hide()}
				@dblclick=${this.#doubleClick}
				@focus=${this.#focused}
			>
				<svg class="tl-svg" role="none" width=${picture.width} height=${picture.height}>${drawOverviewTimeline(picture)}</svg>
				<div class="tl-spacer" role="none"></div>
			</div>
			${this.#details(labels)}
			<p class="hint" id="tl-keys">${labels.keys}</p>`;
	}

	#details(labels: OverviewPage["labels"]): TemplateResult {
		const row = this.#selectedRow;
		if (row === undefined) return html`<div class="tl-details"></div>`;
		const { key, kind, canLog, canReplan } = row;
		const facts = [row.kindText, row.stateText, row.dates].filter(Boolean).join(" · ");
		return html`<div class="tl-details">
			<p class="tl-what"><strong>${isolatedText(row.title)}</strong> <span class="muted">${isolatedText(facts)}</span></p>
			<div class="buttons">
				${canLog ? textButton(kind === "review" ? labels.openReview : labels.log, () => this.host.log(key)) : nothing}
				${canReplan ? textButton(labels.replan, () => this.host.replan(key)) : nothing}
				${textButton(labels.showInPlan, () => this.host.show(key, true))}
			</div>
		</div>`;
	}

	#controls({ labels }: OverviewPage): TemplateResult {
		return timelineControls(labels, this.host.saved, {
			change: (change) => this.#change(change),
			pan: (share) => this.#pan(share),
			zoom: (isIn) => this.#zoom(isIn ? 1 / zoomStep : zoomStep),
			goToToday: () => this.#goToToday(),
			fitYear: () => this.#fitYear(),
			fitAll: () => this.#set(fitWindow(this.#whole)),
		});
	}

	#change(change: Partial<SavedOverview>): void {
		this.host.save({ ...change, rowsScroll: 0 });
		this.#list();
		const list = this.#listElement;
		if (list) list.scrollTop = 0;
		this.update();
	}
}

/** The key of the row under the pointer. */
function keyOf(event: Event): string | undefined {
	return (event.target as Element).closest<SVGGElement>("[data-key]")?.dataset["key"];
}

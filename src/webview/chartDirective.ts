import { nothing } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";
import type { Chart } from "../review/reviewPageModel.ts";
import { drawChart } from "./charts/drawChart.ts";

/** Charts are drawn when they come this close to the viewport. */
const near = "800px";
export const firstChartMark = "waymark:first-picture";

/** Draws a chart into its element when it comes close to the viewport, and again when its width or data change. */
class ChartDirective extends AsyncDirective {
	#element: HTMLElement | undefined;
	#picture: Chart | undefined;
	#width = 0;
	#isNear = false;
	readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#draw()));
	readonly #places = new IntersectionObserver(
		(entries) => {
			if (entries.some(({ isIntersecting }) => isIntersecting)) this.#comeNear();
		},
		{ rootMargin: near },
	);

	render(_picture: Chart, _isAtOnce: boolean): typeof nothing {
		return nothing;
	}

	override update(part: ElementPart, [picture, isAtOnce]: [Chart, boolean]): typeof nothing {
		const isNew = picture !== this.#picture;
		this.#picture = picture;
		if (this.#element === undefined) {
			this.#element = part.element as HTMLElement;
			// It is attached only after the surrounding templates are rendered.
			queueMicrotask(() => this.#begin(isAtOnce));
		} else if (isNew) {
			this.#width = 0;
			queueMicrotask(() => this.#draw());
		}
		return nothing;
	}

	protected override disconnected(): void {
		this.#sizes.disconnect();
		this.#places.disconnect();
	}

	protected override reconnected(): void {
		this.#begin(this.#isNear);
	}

	#begin(isAtOnce: boolean): void {
		if (this.#element === undefined || !this.isConnected) return;
		if (isAtOnce) this.#comeNear();
		else this.#places.observe(this.#element);
	}

	#comeNear(): void {
		if (this.#element === undefined) return;
		this.#isNear = true;
		this.#places.disconnect();
		this.#draw();
		this.#sizes.observe(this.#element);
	}

	#draw(): void {
		const width = Math.floor(this.#element?.clientWidth ?? 0);
		if (!this.#isNear || width === 0 || width === this.#width) return;
		if (this.#element === undefined || this.#picture === undefined) return;
		this.#width = width;
		this.#element.replaceChildren(drawChart(this.#picture, { width, hasTips: true }));
		if (performance.getEntriesByName(firstChartMark).length === 0) performance.mark(firstChartMark);
	}
}

/** An element directive that draws a chart. `isAtOnce`: without waiting until it is near the viewport. */
export const chartDirective = directive(ChartDirective);

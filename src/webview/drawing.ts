import { nothing } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";
import type { Picture } from "../present/review/page.ts";
import { drawPicture } from "./charts/pictures.ts";

/** A picture is drawn when it comes this near. */
const near = "800px";
export const firstPictureMark = "waymark:first-picture";

/** Draws a picture into its element, when it comes near the visible part, and anew when its width or its data change. */
class Drawing extends AsyncDirective {
	#element: HTMLElement | undefined;
	#picture: Picture | undefined;
	#width = 0;
	#isNear = false;
	readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#draw()));
	readonly #places = new IntersectionObserver(
		(entries) => {
			if (entries.some(({ isIntersecting }) => isIntersecting)) this.#comeNear();
		},
		{ rootMargin: near },
	);

	render(_picture: Picture, _isAtOnce: boolean): typeof nothing {
		return nothing;
	}

	override update(part: ElementPart, [picture, isAtOnce]: [Picture, boolean]): typeof nothing {
		const isNew = picture !== this.#picture;
		this.#picture = picture;
		if (this.#element === undefined) {
			this.#element = part.element as HTMLElement;
			// It is not in the page before the templates around it are done.
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
		this.#element.replaceChildren(drawPicture(this.#picture, { width, hasTips: true }));
		if (performance.getEntriesByName(firstPictureMark).length === 0) performance.mark(firstPictureMark);
	}
}

/** On an element: the picture is drawn into it. `isAtOnce`: without waiting until it comes near. */
export const drawing = directive(Drawing);

/** The delay before the tooltip of a row appears, in ms. */
const restMs = 400;
const gap = 14;

/** The tooltip of the row under the pointer, with what the view tells about it. */
export class TimelineTip {
	readonly #element = document.createElement("div");
	#timer: ReturnType<typeof setTimeout> | undefined;
	#key: string | undefined;

	/** @param ask returns the text of a row; empty if it has none */
	constructor(private readonly ask: (key: string) => Promise<string>) {
		this.#element.className = "tl-tip";
		this.#element.hidden = true;
		// The same is read out from the row.
		this.#element.setAttribute("aria-hidden", "true");
		document.body.append(this.#element);
	}

	/** Follows the pointer. */
	at(event: PointerEvent): void {
		const key = (event.target as Element).closest<SVGGElement>("[data-key]")?.dataset["key"];
		if (key === this.#key) return;
		this.hide();
		this.#key = key;
		if (key === undefined) return;
		const { clientX, clientY } = event;
		this.#timer = setTimeout(() => void this.#show(key, clientX, clientY), restMs);
	}

	hide(): void {
		clearTimeout(this.#timer);
		this.#key = undefined;
		this.#element.hidden = true;
	}

	async #show(key: string, x: number, y: number): Promise<void> {
		const text = await this.ask(key);
		if (text === "" || key !== this.#key) return;
		this.#element.textContent = text;
		this.#element.hidden = false;
		const { width, height } = this.#element.getBoundingClientRect();
		const below = y + gap + height < window.innerHeight;
		this.#element.style.left = `${Math.max(4, Math.min(x + gap, window.innerWidth - width - 4))}px`;
		this.#element.style.top = `${below ? y + gap : Math.max(4, y - gap - height)}px`;
	}
}

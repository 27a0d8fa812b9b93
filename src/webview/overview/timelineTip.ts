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
		// Read out when it is shown.
		this.#element.setAttribute("role", "status");
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

	/** Shows the tooltip of a row at once, below the start of its rectangle. */
	show(key: string, { left, bottom }: DOMRect): void {
		this.hide();
		this.#key = key;
		void this.#show(key, left, bottom - gap);
	}

	hide(): void {
		clearTimeout(this.#timer);
		this.#key = undefined;
		this.#element.hidden = true;
	}

	async #show(key: string, x: number, y: number): Promise<void> {
		const text = await this.ask(key);
		if (text === "" || key !== this.#key) return;
		this.#element.hidden = false;
		this.#element.textContent = text;
		const { width, height } = this.#element.getBoundingClientRect();
		const below = y + gap + height < window.innerHeight;
		this.#element.style.left = `${Math.max(4, Math.min(x + gap, window.innerWidth - width - 4))}px`;
		this.#element.style.top = `${below ? y + gap : Math.max(4, y - gap - height)}px`;
	}
}

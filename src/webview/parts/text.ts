import { html, nothing, type TemplateResult } from "lit";

const opening = /[\u2066\u2067\u2068]/;
const closing = "\u2069";

/** A text that a person wrote. Its direction is its own: whatever it holds, what stands beside it stays in its place. */
export function text(value: string): TemplateResult {
	return html`<bdi>${closed(value)}</bdi>`;
}

/** Facts beside each other, each to itself. */
export function facts(values: ReadonlyArray<string>): TemplateResult | typeof nothing {
	if (values.length === 0) return nothing;
	return html`<ul class="facts">
		${values.map((value) => html`<li>${text(value)}</li>`)}
	</ul>`;
}

/** A written text of some lines. */
export function prose(value: string): TemplateResult {
	return html`<p class="prose" dir="auto">${closed(value)}</p>`;
}

/** The text without the ends of isolations that it did not begin: they would end the one that it stands in. */
export function closed(value: string): string {
	if (!value.includes(closing)) return value;
	let depth = 0;
	let result = "";
	for (const character of value) {
		if (opening.test(character)) depth++;
		if (character === closing && --depth < 0) depth = 0;
		else result += character;
	}
	return result;
}

/** The address, when it is one that may be followed from here. */
export function safeLink(address: string | undefined): string | undefined {
	if (address === undefined || !URL.canParse(address)) return undefined;
	const { protocol, href } = new URL(address);
	return protocol === "https:" || protocol === "mailto:" ? href : undefined;
}

/** Lines as a text field has them, so that comparing finds no difference where there is none. */
export function lines(value: string): string {
	return value.replace(/\r\n?/g, "\n");
}

/** Keys for a list that may name something twice. */
export function uniqueKeys<T>(list: ReadonlyArray<T>, key: (one: T) => string): (one: T, index: number) => string {
	const seen = new Map<string, number>();
	const keys = list.map((one) => {
		const times = seen.get(key(one)) ?? 0;
		seen.set(key(one), times + 1);
		return `${times}:${key(one)}`;
	});
	return (_, index) => keys[index] ?? String(index);
}

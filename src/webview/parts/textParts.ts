import { html, nothing, type TemplateResult } from "lit";

const opening = /[\u2066\u2067\u2068]/;
const closing = "\u2069";

/** A text that the user wrote. Its direction is isolated, so that it does not affect the text around it. */
export function isolatedText(value: string): TemplateResult {
	return html`<bdi>${closeIsolates(value)}</bdi>`;
}

/** Facts in one line, each isolated. */
export function factList(values: ReadonlyArray<string>): TemplateResult | typeof nothing {
	if (values.length === 0) return nothing;
	return html`<ul class="facts">
		${values.map((value) => html`<li>${isolatedText(value)}</li>`)}
	</ul>`;
}

/** A text of several lines. */
export function prose(value: string): TemplateResult {
	return html`<p class="prose" dir="auto">${closeIsolates(value)}</p>`;
}

/** Removes unmatched ends of directional isolates: they would end the surrounding one. */
export function closeIsolates(value: string): string {
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

/** Normalizes line breaks as a text field does, so that comparisons find no difference. */
export function normalizeLines(value: string): string {
	return value.replace(/\r\n?/g, "\n");
}

/** Unique keys for a list that may contain duplicates. */
export function uniqueKeys<T>(list: ReadonlyArray<T>, key: (one: T) => string): (one: T, index: number) => string {
	const seen = new Map<string, number>();
	const keys = list.map((one) => {
		const times = seen.get(key(one)) ?? 0;
		seen.set(key(one), times + 1);
		return `${times}:${key(one)}`;
	});
	return (_, index) => keys[index] ?? String(index);
}

/** Longer texts are rare, and not kept. */
const mostLetters = 100;
const mostTexts = 5000;

/**
 * A pure function of a text that keeps its results. Plans repeat the same words, and are read again after each edit. Nobody
 * may change what it returns.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
	const known = new Map<string, { readonly value: T }>();
	return (text) => {
		const found = known.get(text);
		if (found || text.length > mostLetters) {
			return found ? found.value : read(text);
		}
		if (known.size === mostTexts) {
			known.clear();
		}
		const value = read(text);
		known.set(text, { value });
		return value;
	};
}

const ownWords: ReadonlySet<string> = new Set(["kind", "mode", "state", "rating", "trend", "verdict", "due"]);

/** The same with a text in the place of each text that somebody may have written. */
export function poisoned<T>(value: T, text: string, name = ""): T {
	if (typeof value === "string") return (ownWords.has(name) ? value : text) as T;
	if (Array.isArray(value)) return value.map((one) => poisoned(one, text, name)) as T;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, poisoned(one, text, field)])) as T;
}

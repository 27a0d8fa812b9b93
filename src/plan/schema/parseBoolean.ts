/** Parses `true` and `false`, as in YAML 1.2. */
export function parseBoolean(text: string): boolean | undefined {
	const plain = text.trim().toLowerCase();
	return plain === "true" || plain === "false" ? plain === "true" : undefined;
}

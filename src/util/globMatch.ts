/**
 * Whether a path matches a pattern: `*` stands for anything within a part between slashes, `**` for any number of parts, and
 * `?` for one character. Upper and lower case are the same. In time proportional to the product of both lengths, whatever the
 * pattern: regular expressions would let a pattern of a stranger's file block the editor.
 */
export function globMatch(pattern: string, path: string): boolean {
	const wanted = pattern.toLowerCase().split("/");
	const parts = path.toLowerCase().split("/");
	// Whether the parts from an index on match the rest of the pattern.
	let rest = [...parts.map(() => false), true];
	for (const part of wanted.toReversed()) {
		const after = rest;
		rest = after.map(() => false);
		for (let at = parts.length; at >= 0; at--) {
			rest[at] =
				part === "**"
					? (after[at] ?? false) || (rest[at + 1] ?? false)
					: (after[at + 1] ?? false) && wildcardMatch(part, parts[at] ?? "");
		}
	}
	return rest[0] ?? false;
}

/** The usual walk with one step back to the last `*`. */
function wildcardMatch(pattern: string, text: string): boolean {
	let [at, next, star, from] = [0, 0, -1, 0];
	while (next < text.length) {
		if (pattern[at] === "*") {
			star = at++;
			from = next;
		} else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === text[next])) {
			at++;
			next++;
		} else if (star >= 0) {
			at = star + 1;
			next = ++from;
		} else {
			return false;
		}
	}
	return /^\**$/.test(pattern.slice(at));
}

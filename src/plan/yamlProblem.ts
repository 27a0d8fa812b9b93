import type { YAMLParseError } from "yaml";
import type { Problem } from "./problem.ts";

/** What the parser found, as a problem; the well-known traps of YAML get a code of their own, since they have an easy way out. */
export function yamlProblem(error: YAMLParseError, text: string): Problem {
	const start = Math.min(error.pos[0], text.length);
	const end = Math.min(Math.max(error.pos[1], start), text.length);
	const lineStart = text.lastIndexOf("\n", start - 1) + 1;
	const lineEnd = text.indexOf("\n", start);
	const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
	const trap = (code: Problem["code"], value: string): Problem => {
		const at = lineStart + line.lastIndexOf(value);
		return { code, severity: "error", range: { start: at, end: at + value.length }, args: [value] };
	};
	const quoted = /^\s*(?:- +)*(?:[\w ]+: +)?((?:"[^"]*"|'[^']*') *[^\s:#,\]}].*?)\s*$/.exec(line)?.[1];
	if (quoted && error.code !== "MISSING_CHAR") {
		return trap("quoted-and-more", quoted);
	}
	const compared = /(?:^|[:\-[{,] +)(>=?[^|\n]*?)\s*$/.exec(line)?.[1];
	if (compared && error.code !== "MISSING_CHAR") {
		return trap("greater-than", compared);
	}
	const message = (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
	return { code: "yaml", severity: "error", range: { start, end }, args: [message] };
}

import type { YAMLParseError } from "yaml";
import { lineEnd, lineStart } from "../../util/textLines.ts";
import type { PlanProblem } from "../planProblem.ts";
import { lineProblem } from "./lineProblem.ts";

/** A parser error as a problem; common YAML mistakes have codes of their own, because there is a simple fix. */
export function yamlProblem(error: YAMLParseError, text: string): PlanProblem {
	const start = Math.min(error.pos[0], text.length);
	const end = Math.min(Math.max(error.pos[1], start), text.length);
	const begin = lineStart(text, start);
	const line = text.slice(begin, lineEnd(text, start)).trimEnd();
	const trap = (code: PlanProblem["code"], value: string): PlanProblem => {
		const at = begin + line.lastIndexOf(value);
		return { code, severity: "error", range: { start: at, end: at + value.length }, args: [value] };
	};
	const quoted = /^\s*(?:- +)*(?:\w[\w ]*: +)?((?:"[^"]*"|'[^']*') *[^\s:#,\]}].*)$/s.exec(line)?.[1];
	if (quoted && error.code !== "MISSING_CHAR") {
		return trap("quoted-and-more", quoted);
	}
	const compared = /(?:^|[:\-[{,] +)(>=?[^|\n]*)$/.exec(line)?.[1];
	if (compared && error.code !== "MISSING_CHAR") {
		return trap("greater-than", compared);
	}
	const onLine = lineProblem(error, text);
	if (onLine) {
		return onLine;
	}
	const message = (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
	return { code: "yaml", severity: "error", range: { start, end }, args: [message] };
}

import type { TextEdit } from "../../util/textEdit.ts";
import { lineStart } from "../../util/textLines.ts";
import type { PlanProblem } from "../planProblem.ts";
import { closing } from "../syntax/repair.ts";
import { repairLayout } from "../syntax/repairLayout.ts";
import { type FixDraft, fixDraft } from "./fix.ts";
import type { FixContext } from "./fixContext.ts";

/** The edits with which a line at a wrong place is read. */
export function layoutEdits(
	text: string,
	{ code, range }: Pick<PlanProblem, "code" | "range">,
): ReadonlyArray<TextEdit> | undefined {
	return repairLayout(text).find(({ problem }) => problem.code === code && problem.range.start === range.start)?.edits;
}

/** Fixes of missing signs and spaces, and of the indentation. */
export function fixLayout({ text }: FixContext, { code, range, args }: PlanProblem): ReadonlyArray<FixDraft> {
	const [first = ""] = args;
	const insert = (at: number, inserted: string) => [{ start: at, end: at, text: inserted }];
	switch (code) {
		case "unclosed":
			return [fixDraft("insert", [first], insert(range.end, closing(first)))];
		case "no-colon": {
			// `private` alone on a line.
			const missing = text.slice(range.start, range.end).trim() === first ? ": true" : ":";
			return [fixDraft("insert", [missing], insert(range.start + first.length, missing))];
		}
		case "hyphen-without-space":
			return [fixDraft("hyphen-space", [], insert(range.start + 1, " "), true)];
		case "colon-without-space": {
			const at = range.start + text.slice(range.start, range.end).indexOf(":") + 1;
			return [fixDraft("space", [], insert(at, " "), true)];
		}
		case "bad-indent": {
			const start = lineStart(text, range.start);
			const line = [{ start, end: range.start, text: " ".repeat(Number(first)) }];
			return [fixDraft("indent", [], layoutEdits(text, { code, range }) ?? line)];
		}
		case "tab": {
			const spaces = text.slice(range.start, range.end).replaceAll("\t", "  ");
			return [fixDraft("spaces", [], [{ ...range, text: spaces }], true)];
		}
		default:
			return [];
	}
}

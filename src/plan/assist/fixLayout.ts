import { lineStart } from "../../util/textLines.ts";
import type { PlanProblem } from "../planProblem.ts";
import { closing } from "../syntax/repair.ts";
import { type FixDraft, fixDraft } from "./fix.ts";
import type { FixContext } from "./fixContext.ts";

/** Fixes of missing signs and spaces, and of the indentation. */
export function fixLayout({ text }: FixContext, { code, range, args }: PlanProblem): ReadonlyArray<FixDraft> {
	const [first = ""] = args;
	const insert = (at: number, inserted: string) => [{ start: at, end: at, text: inserted }];
	switch (code) {
		case "unclosed":
			return [fixDraft("insert", [first], insert(range.end, closing(first)))];
		case "no-colon":
			return [fixDraft("insert", [":"], insert(range.start + first.length, ":"))];
		case "hyphen-without-space":
			return [fixDraft("hyphen-space", [], insert(range.start + 1, " "), true)];
		case "colon-without-space": {
			const at = range.start + text.slice(range.start, range.end).indexOf(":") + 1;
			return [fixDraft("space", [], insert(at, " "), true)];
		}
		case "bad-indent": {
			const start = lineStart(text, range.start);
			return [fixDraft("indent", [], [{ start, end: range.start, text: " ".repeat(Number(first)) }])];
		}
		case "tab": {
			const spaces = text.slice(range.start, range.end).replaceAll("\t", "  ");
			return [fixDraft("spaces", [], [{ ...range, text: spaces }], true)];
		}
		default:
			return [];
	}
}

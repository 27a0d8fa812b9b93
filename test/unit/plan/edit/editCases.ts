import assert from "node:assert/strict";
import type { EditResult } from "../../../../src/plan/edit/editResult.ts";
import { applyEdits } from "../../../../src/util/textEdit.ts";

/** An edit of a text, at the offset that `^` marks in `before`, and the text after it or the reason that there is none. */
export interface EditCase {
	readonly name: string;
	readonly before: string;
	readonly edit: (text: string, at: number) => EditResult;
	readonly after: string;
}

/** Declares a test for each case. */
export function testEdits(cases: ReadonlyArray<EditCase>): void {
	for (const { name, before, edit, after } of cases) {
		it(name, () => {
			const at = before.indexOf("^");
			const text = before.replace("^", "");
			const result = edit(text, at);
			if (typeof result === "string") {
				assert.equal(result, after);
				return;
			}
			assert.equal(applyEdits(text, result), after);
			for (const [index, { start, end }] of result.entries()) {
				assert.ok(start <= end && end <= text.length && start >= (result[index - 1]?.end ?? 0), "ascending and apart");
			}
		});
	}
}

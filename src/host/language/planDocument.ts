import * as vscode from "vscode";
import type { Plan } from "../../plan/plan.ts";
import type { ChildRef } from "../../plan/syntax/syntaxTree.ts";
import { offsetAfterEdit } from "../../util/offsetAfterEdit.ts";
import { diffTexts } from "../../util/textEdit.ts";
import type { TextRange } from "../../util/textRange.ts";
import type { PlanSession } from "../session/planSession.ts";

/** A plan text that could be parsed. */
export interface ParsedText {
	readonly text: string;
	readonly root: ChildRef;
	readonly plan: Plan;
}

/** A parsed text, with a mapping from its offsets to current positions. */
export interface ParsedTextWithSource extends ParsedText {
	readonly position: (offset: number) => vscode.Position | undefined;
}

/** The document of one plan, for all language features. Its text is parsed once for all of them. */
export class PlanDocument {
	private last: ParsedText | undefined;

	constructor(readonly session: PlanSession) {}

	/** The parsed current text; undefined if it cannot be parsed. */
	read(document: vscode.TextDocument): ParsedText | undefined {
		const text = document.getText();
		const { root, plan } = this.session.parse(text);
		if (root && plan) {
			this.last = { text, root, plan };
			return this.last;
		}
		return undefined;
	}

	/**
	 * The parsed current text or, if that cannot be parsed, the last valid one: most hints remain correct while the user
	 * types, and would flicker otherwise.
	 */
	shown(document: vscode.TextDocument): ParsedTextWithSource | undefined {
		const now = this.read(document);
		if (now) {
			return { ...now, position: (offset) => document.positionAt(offset) };
		}
		const { last } = this;
		const edit = last && diffTexts(last.text, document.getText());
		return (
			last &&
			edit && {
				...last,
				position(offset) {
					const at = offsetAfterEdit(offset, edit);
					return at === undefined ? undefined : document.positionAt(at);
				},
			}
		);
	}
}

/** The editor range of a text range. */
export function rangeIn(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
	return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

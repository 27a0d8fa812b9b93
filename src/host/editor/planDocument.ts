import * as vscode from "vscode";
import { movedPlace } from "../../plan/assist/movedPlace.ts";
import { difference } from "../../plan/edit/textEdit.ts";
import type { Plan } from "../../plan/plan.ts";
import type { TextRange } from "../../plan/problem.ts";
import type { Edge } from "../../plan/syntax.ts";
import type { Session } from "../session.ts";

/** A text of the plan that could be read. */
export interface ReadText {
	readonly text: string;
	readonly root: Edge;
	readonly plan: Plan;
}

/** A text that could be read, and where its places are in the document now. */
export interface ShownText extends ReadText {
	readonly position: (offset: number) => vscode.Position | undefined;
}

/** The document of one plan, for everything that the editor shows in it. Its text is read once, whoever asks. */
export class PlanDocument {
	private last: ReadText | undefined;

	constructor(readonly session: Session) {}

	/** The text as it stands now; undefined while it cannot be read. */
	read(document: vscode.TextDocument): ReadText | undefined {
		const text = document.getText();
		const { root, plan } = this.session.understand(text);
		if (root && plan) {
			this.last = { text, root, plan };
			return this.last;
		}
		return undefined;
	}

	/**
	 * The text as it stands now or, while that cannot be read, as it last could: most of what is shown in the editor still
	 * holds while somebody types a word, and would flicker if it went away.
	 */
	shown(document: vscode.TextDocument): ShownText | undefined {
		const now = this.read(document);
		if (now) {
			return { ...now, position: (offset) => document.positionAt(offset) };
		}
		const { last } = this;
		const edit = last && difference(last.text, document.getText());
		return (
			last &&
			edit && {
				...last,
				position(offset) {
					const at = movedPlace(offset, edit);
					return at === undefined ? undefined : document.positionAt(at);
				},
			}
		);
	}
}

/** A stretch of a document's text, for the editor. */
export function rangeIn(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
	return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

import * as vscode from "vscode";
import { hintsIn } from "../../present/editor/hints.ts";
import type { PlanDocument } from "./planDocument.ts";

/** Shows dates behind periods that count from the start, and today's value behind what changes over the years. */
export class HintProvider implements vscode.InlayHintsProvider {
	constructor(
		private readonly document: PlanDocument,
		readonly onDidChangeInlayHints: vscode.Event<void>,
	) {}

	async provideInlayHints(document: vscode.TextDocument, range: vscode.Range): Promise<Array<vscode.InlayHint>> {
		const { session } = this.document;
		const today = await session.today();
		const shown = this.document.shown(document);
		if (!shown) {
			return [];
		}
		const stretch = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
		return hintsIn({ ...shown, today, words: session.words }, stretch).flatMap(({ at, text }) => {
			const position = shown.position(at);
			return position ? [Object.assign(new vscode.InlayHint(position, text), { paddingLeft: true })] : [];
		});
	}
}

import * as vscode from "vscode";
import { inlayHints } from "../../viewmodel/editor/inlayHints.ts";
import type { PlanDocument } from "./planDocument.ts";

/** Shows dates after relative periods, and the current value after values that change over time. */
export class InlayHintProvider implements vscode.InlayHintsProvider {
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
		return inlayHints({ ...shown, today, formatter: session.formatter }, stretch).flatMap(({ at, text }) => {
			const position = shown.position(at);
			return position ? [Object.assign(new vscode.InlayHint(position, text), { paddingLeft: true })] : [];
		});
	}
}

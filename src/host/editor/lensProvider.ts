import * as vscode from "vscode";
import { type Lens, lensesOf, lensParts } from "../../present/editor/lenses.ts";
import { plainText } from "../plainText.ts";
import type { PlanDocument } from "./planDocument.ts";

/** One part of a line above something; what it says is worked out when it comes into sight. */
class PlanLens extends vscode.CodeLens {
	constructor(
		range: vscode.Range,
		readonly lens: Lens,
		readonly part: number,
	) {
		super(range);
	}
}

/** Shows a line above phases, milestones, targets, commitments and checkpoints, as long as the setting `waymark.codeLens` says so. */
export class LensProvider implements vscode.CodeLensProvider<PlanLens> {
	constructor(
		private readonly document: PlanDocument,
		readonly onDidChangeCodeLenses: vscode.Event<void>,
	) {}

	provideCodeLenses(document: vscode.TextDocument): Array<PlanLens> {
		const isWanted = vscode.workspace.getConfiguration("waymark", document).get("codeLens") !== false;
		const shown = isWanted ? this.document.shown(document) : undefined;
		const lines = new Set<number>();
		return (shown ? lensesOf(shown.plan, this.document.session.words.discreet) : []).flatMap((lens) => {
			const position = shown?.position(lens.at);
			// Of several on one line the first: a row of ten lines above it would help nobody.
			if (!position || lines.has(position.line)) {
				return [];
			}
			lines.add(position.line);
			const range = new vscode.Range(position, position);
			return Array.from({ length: lens.parts }, (_, part) => new PlanLens(range, lens, part));
		});
	}

	async resolveCodeLens(lens: PlanLens): Promise<PlanLens> {
		const source = await this.document.session.source();
		const part = source && lensParts(lens.lens, source)[lens.part];
		const { id = "", args } = part?.command ?? {};
		lens.command = { title: plainText(part?.text ?? ""), command: id, ...(args ? { arguments: [args] } : {}) };
		return lens;
	}
}

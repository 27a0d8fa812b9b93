import * as vscode from "vscode";
import { foldingRanges } from "../../plan/assist/foldingRanges.ts";
import { type OutlineNode, outlineOf } from "../../viewmodel/editor/outline.ts";
import { type PlanDocument, rangeIn } from "./planDocument.ts";
import { symbolKinds } from "./workspaceSymbols.ts";

/** Provides the outline and the folding ranges of the plan. */
export class OutlineProvider implements vscode.DocumentSymbolProvider, vscode.FoldingRangeProvider {
	/** @param hasYamlTooling whether another extension provides an outline */
	constructor(
		private readonly document: PlanDocument,
		private readonly hasYamlTooling: () => boolean,
	) {}

	provideDocumentSymbols(document: vscode.TextDocument): Array<vscode.DocumentSymbol> | undefined {
		const read = this.hasYamlTooling() ? undefined : this.document.read(document);
		return read && outlineOf(read.plan, this.document.session.formatter).map((node) => symbol(document, node));
	}

	provideFoldingRanges(document: vscode.TextDocument): Array<vscode.FoldingRange> {
		const shown = this.document.shown(document);
		return (shown ? foldingRanges(shown.text, shown.root) : []).flatMap(({ kind, start, end }) => {
			const [first, last] = [shown?.position(start), shown?.position(end)];
			const comment = kind === "comment" ? vscode.FoldingRangeKind.Comment : undefined;
			return first && last && first.line < last.line ? [new vscode.FoldingRange(first.line, last.line, comment)] : [];
		});
	}
}

function symbol(document: vscode.TextDocument, node: OutlineNode): vscode.DocumentSymbol {
	const range = rangeIn(document, node.range);
	const firstLine = range.intersection(document.lineAt(range.start.line).range) ?? range;
	const made = new vscode.DocumentSymbol(node.title || "–", node.detail, symbolKinds[node.kind], range, firstLine);
	made.children = node.children.map((child) => symbol(document, child));
	return made;
}

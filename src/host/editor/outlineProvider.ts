import * as vscode from "vscode";
import { foldsOf } from "../../plan/assist/folding.ts";
import { type OutlineNode, outlineOf } from "../../present/editor/outline.ts";
import { type PlanDocument, rangeIn } from "./planDocument.ts";

const kinds: Readonly<Record<OutlineNode["kind"], vscode.SymbolKind>> = {
	phase: vscode.SymbolKind.Module,
	group: vscode.SymbolKind.Namespace,
	item: vscode.SymbolKind.Field,
	track: vscode.SymbolKind.Class,
	measure: vscode.SymbolKind.Number,
	commitment: vscode.SymbolKind.Event,
	checkpoint: vscode.SymbolKind.Event,
	other: vscode.SymbolKind.Object,
};

/** Gives the editor the shape of the plan: the outline by what things are called, and what can be folded. */
export class OutlineProvider implements vscode.DocumentSymbolProvider, vscode.FoldingRangeProvider {
	/** @param hasYamlTooling whether something else gives an outline */
	constructor(
		private readonly document: PlanDocument,
		private readonly hasYamlTooling: () => boolean,
	) {}

	provideDocumentSymbols(document: vscode.TextDocument): Array<vscode.DocumentSymbol> | undefined {
		const read = this.hasYamlTooling() ? undefined : this.document.read(document);
		return read && outlineOf(read.plan, this.document.session.words).map((node) => symbol(document, node));
	}

	provideFoldingRanges(document: vscode.TextDocument): Array<vscode.FoldingRange> {
		const shown = this.document.shown(document);
		return (shown ? foldsOf(shown.text, shown.root) : []).flatMap(({ kind, start, end }) => {
			const [first, last] = [shown?.position(start), shown?.position(end)];
			const comment = kind === "comment" ? vscode.FoldingRangeKind.Comment : undefined;
			return first && last && first.line < last.line ? [new vscode.FoldingRange(first.line, last.line, comment)] : [];
		});
	}
}

function symbol(document: vscode.TextDocument, node: OutlineNode): vscode.DocumentSymbol {
	const range = rangeIn(document, node.range);
	const firstLine = range.intersection(document.lineAt(range.start.line).range) ?? range;
	const made = new vscode.DocumentSymbol(node.title || "–", node.detail, kinds[node.kind], range, firstLine);
	made.children = node.children.map((child) => symbol(document, child));
	return made;
}

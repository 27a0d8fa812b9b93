import * as vscode from "vscode";
import { hoverText } from "../../viewmodel/editor/hoverText.ts";
import { tooltipMarkdown } from "../ui/tooltipMarkdown.ts";
import { type PlanDocument, rangeIn } from "./planDocument.ts";

/** Provides hovers: facts of a title or ID, the description of a key, the dates of a period. */
export class HoverProvider implements vscode.HoverProvider {
	/** @param hasYamlTooling whether another extension describes the keys */
	constructor(
		private readonly document: PlanDocument,
		private readonly hasYamlTooling: () => boolean,
	) {}

	async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
		const source = await this.document.session.source();
		const read = this.document.read(document);
		const hover = source && read && hoverText(read.root, read.plan, document.offsetAt(position), source);
		return hover && !(hover.isInSchema && this.hasYamlTooling())
			? new vscode.Hover(tooltipMarkdown(hover.parts), rangeIn(document, hover.range))
			: undefined;
	}
}

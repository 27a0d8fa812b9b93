import * as vscode from "vscode";
import { hoverAt } from "../../present/editor/hover.ts";
import { tooltipMarkdown } from "../tooltipMarkdown.ts";
import { type PlanDocument, rangeIn } from "./planDocument.ts";

/** Shows what stands under the pointer: facts of a title or id, the meaning of a key, the dates of a period. */
export class HoverProvider implements vscode.HoverProvider {
	/** @param hasYamlTooling whether something else explains the keys */
	constructor(
		private readonly document: PlanDocument,
		private readonly hasYamlTooling: () => boolean,
	) {}

	async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
		const source = await this.document.session.source();
		const read = this.document.read(document);
		const hover = source && read && hoverAt(read.root, read.plan, document.offsetAt(position), source);
		return hover && !(hover.isInSchema && this.hasYamlTooling())
			? new vscode.Hover(tooltipMarkdown(hover.parts), rangeIn(document, hover.range))
			: undefined;
	}
}

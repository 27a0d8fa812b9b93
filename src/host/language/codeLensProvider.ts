import * as vscode from "vscode";
import { codeLenses, type LensPosition, lensParts } from "../../viewmodel/editor/codeLenses.ts";
import { getSetting } from "../core/config.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";
import type { PlanDocument } from "./planDocument.ts";

/** A lens; its text is computed when it becomes visible. */
class PlanLens extends vscode.CodeLens {
	constructor(
		range: vscode.Range,
		readonly lens: LensPosition,
		readonly part: number,
	) {
		super(range);
	}
}

/**
 * Shows lenses above phases, milestones, targets, commitments and checkpoints, unless the setting `waymark.codeLens`
 * is off.
 */
export class CodeLensProvider implements vscode.CodeLensProvider<PlanLens> {
	constructor(
		private readonly document: PlanDocument,
		readonly onDidChangeCodeLenses: vscode.Event<void>,
	) {}

	async provideCodeLenses(document: vscode.TextDocument): Promise<Array<PlanLens>> {
		if (!getSetting("codeLens", document)) {
			return [];
		}
		const source = await this.document.session.sourceToDraw();
		const shown = this.document.shown(document);
		const lines = new Set<number>();
		return (shown && source ? codeLenses(shown.plan, source) : []).flatMap((lens) => {
			const position = shown?.position(lens.at);
			// At most one lens per line.
			if (!position || lines.has(position.line)) {
				return [];
			}
			lines.add(position.line);
			const range = new vscode.Range(position, position);
			return Array.from({ length: lens.parts }, (_, part) => new PlanLens(range, lens, part));
		});
	}

	async resolveCodeLens(lens: PlanLens): Promise<PlanLens> {
		// Not to draw: forecasts that become known now would replace the lenses that are being resolved.
		const source = await this.document.session.source();
		const part = source && lensParts(lens.lens, source)[lens.part];
		const { id = "", args } = part?.command ?? {};
		const tooltip = part?.tooltip === undefined ? {} : { tooltip: escapeLabel(part.tooltip) };
		lens.command = {
			title: escapeLabel(part?.text ?? ""),
			command: id,
			...tooltip,
			...(args ? { arguments: [args] } : {}),
		};
		return lens;
	}
}

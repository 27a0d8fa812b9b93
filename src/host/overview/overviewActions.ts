import * as vscode from "vscode";
import { type DatedNode, datedNodes } from "../../logging/planChange.ts";
import { formatDay } from "../../time/day.ts";
import { dueDay } from "../../time/period.ts";
import { isHidden } from "../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";

/** Selects the node of a row in the plan, beside the overview; the Roadmap view follows the cursor. */
export async function showRow(source: ViewSource, plan: vscode.Uri, key: string, focus: boolean): Promise<void> {
	const node = nodeOf(source, key);
	if (!node || isHidden(node, source.formatter)) {
		return;
	}
	const document = await vscode.workspace.openTextDocument(plan);
	const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
	const editor = await vscode.window.showTextDocument(document, {
		viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
		preserveFocus: !focus,
	});
	const position = document.positionAt(node.range.start);
	// Set here rather than when it is opened: only then does the view notice that the cursor has moved.
	editor.selection = new vscode.Selection(position, position);
	editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Logs progress on the item of a row, or opens its review. */
export async function logRow(source: ViewSource, key: string): Promise<void> {
	const node = nodeOf(source, key);
	if (!node || isHidden(node, source.formatter)) {
		return;
	}
	if (key.startsWith("review:")) {
		await vscode.commands.executeCommand("waymark.openReview", { checkpoint: node.id });
	} else if (source.snapshot.items.has(node.id)) {
		await vscode.commands.executeCommand("waymark.logProgress", { on: node.id });
	}
}

/** Changes the dates of a row with Replan. @param day its new last day; without it, Replan asks */
export async function replanRow({ plan }: ViewSource, key: string, day: number | undefined): Promise<void> {
	const node = new Map(datedNodes(plan)).get(key);
	if (node && (day === undefined || day !== dueDay(node.span))) {
		const when = day === undefined ? {} : { when: whenOf(node, day) };
		await vscode.commands.executeCommand("waymark.replan", { dated: key, ...when });
	}
}

/** The dates of a node that ends on another day. What takes its whole time keeps its first day. */
function whenOf({ span, when }: DatedNode, day: number): string {
	const isWhole = span?.end !== undefined && when?.mode === "in" && span.end - span.start > 1;
	return isWhole ? `${formatDay(Math.min(span.start, day))}..${formatDay(day)}` : `by ${formatDay(day)}`;
}

/** The node of a row or line, by its key. */
function nodeOf({ plan }: ViewSource, key: string) {
	const checkpoint = plan.checkpoints.find(({ id }) => key === `review:${id}`);
	return checkpoint ?? new Map(datedNodes(plan)).get(key) ?? plan.byId.get(key.replace(/^item:/, ""));
}

import * as vscode from "vscode";
import { detach } from "../core/detach.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";
import { pickStep } from "../ui/quickInput.ts";
import { openReview } from "./openReview.ts";

/**
 * Saves the focused review page as a file, to print or send, or to edit. If no review page is focused, opens a review
 * instead.
 */
export async function exportReview(context: CommandContext): Promise<void> {
	const active = (await context.roadmap.reviews())?.active;
	if (!active) {
		detach(vscode.window.showInformationMessage(vscode.l10n.t("Open the review before you export it.")));
		await openReview(context);
		return;
	}
	const chosen = await pickStep({
		title: vscode.l10n.t("Export Review"),
		placeholder: vscode.l10n.t("Choose a format"),
		items: [
			{ label: "HTML", description: vscode.l10n.t("To print or send, with charts"), isPage: true },
			{ label: "Markdown", description: vscode.l10n.t("To edit, with the numbers of the charts"), isPage: false },
		],
	});
	if (!chosen) {
		return;
	}
	try {
		await (chosen.isPage ? active.export() : active.exportMarkdown());
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		detach(vscode.window.showErrorMessage(escapeLabel(message)));
	}
}

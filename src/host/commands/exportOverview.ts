import * as vscode from "vscode";
import type { ExportType } from "../../viewmodel/overview/overviewProtocol.ts";
import { requireSession } from "../logging/requireSession.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep } from "../ui/quickInput.ts";

/** Saves the overview or its timeline, without private items. The page renders it, so it is opened first. */
export async function exportOverview(context: CommandContext): Promise<void> {
	if (!(await requireSession(context))) {
		return;
	}
	const items: ReadonlyArray<vscode.QuickPickItem & { readonly type: ExportType }> = [
		{ type: "html", label: "HTML", description: vscode.l10n.t("The whole overview as one file, to print or send") },
		{ type: "svg", label: "SVG", description: vscode.l10n.t("The timeline as an image that stays sharp at any size") },
		{ type: "png", label: "PNG", description: vscode.l10n.t("The timeline as an image") },
	];
	const title = vscode.l10n.t("Export Overview");
	const chosen = await pickStep({ title, placeholder: vscode.l10n.t("Choose a format"), items });
	if (chosen) {
		await (await context.roadmap.overviews())?.open().export(chosen.type);
	}
}

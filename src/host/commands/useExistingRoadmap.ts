import * as vscode from "vscode";
import { updateSetting } from "../core/config.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/** Prompts for a plan anywhere on the disk and uses it in every window. */
export async function useExistingRoadmap({ finder }: CommandContext): Promise<void> {
	const [file] =
		(await vscode.window.showOpenDialog({
			title: vscode.l10n.t("Roadmap to Use in Every Window"),
			openLabel: vscode.l10n.t("Use in Every Window"),
			filters: { YAML: ["yaml", "yml"] },
		})) ?? [];
	if (file) {
		await useInEveryWindow(file);
		await finder.choose(file);
	}
}

/** Writes the setting `waymark.plan`. */
export function useInEveryWindow(plan: vscode.Uri): Promise<void> {
	return updateSetting("plan", plan.scheme === "file" ? plan.fsPath : plan.toString());
}

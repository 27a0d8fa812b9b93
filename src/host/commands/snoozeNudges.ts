import * as vscode from "vscode";
import type { Snooze } from "../../progress/nudge.ts";
import { pickStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";

/**
 * Lets nudges rest for a while, in all windows.
 *
 * @param given `today`, `week` or `phase`; asked for when left out
 */
export async function snoozeNudges({ roadmap }: CommandContext, given?: unknown): Promise<void> {
	const alert = await roadmap.alert();
	if (!alert) {
		void vscode.window.showInformationMessage(vscode.l10n.t("There is no roadmap.yaml in this workspace yet."));
		return;
	}
	const items: ReadonlyArray<vscode.QuickPickItem & { readonly how: Snooze }> = [
		{ how: "today", label: vscode.l10n.t("Today") },
		{ how: "week", label: vscode.l10n.t("This week") },
		{ how: "phase", label: vscode.l10n.t("Until the next phase") },
	];
	const title = vscode.l10n.t("Snooze Nudges");
	const placeholder = vscode.l10n.t("For how long nothing is pointed out");
	const how = items.find((item) => item.how === given)?.how ?? (await pickStep({ title, placeholder, items }))?.how;
	if (how) {
		await alert.nudger.snooze(how);
	}
}

import * as vscode from "vscode";
import type { Snooze } from "../../progress/nudge.ts";
import { detach } from "../core/detach.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep } from "../ui/quickInput.ts";

/**
 * Snoozes reminders in all windows.
 *
 * @param given `today`, `week` or `phase`; prompted for if missing
 */
export async function snoozeReminders({ roadmap }: CommandContext, given?: unknown): Promise<void> {
	const alert = await roadmap.reminders();
	if (!alert) {
		detach(vscode.window.showInformationMessage(vscode.l10n.t("There's no roadmap.yaml in this workspace yet.")));
		return;
	}
	const items: ReadonlyArray<vscode.QuickPickItem & { readonly how: Snooze }> = [
		{ how: "today", label: vscode.l10n.t("Today") },
		{ how: "week", label: vscode.l10n.t("This week") },
		{ how: "phase", label: vscode.l10n.t("Until the next phase") },
	];
	const title = vscode.l10n.t("Snooze Reminders");
	const placeholder = vscode.l10n.t("Snooze reminders until");
	const how = items.find((item) => item.how === given)?.how ?? (await pickStep({ title, placeholder, items }))?.how;
	if (how) {
		await alert.nudges.snooze(how);
	}
}

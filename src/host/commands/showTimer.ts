import * as vscode from "vscode";
import { timerText } from "../../viewmodel/timer/timerText.ts";
import { detach } from "../core/detach.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep } from "../ui/quickInput.ts";

interface TimerAction extends vscode.QuickPickItem {
	readonly command: string;
}

/** Offers to stop the running timer, to switch to another item, or to log time. */
export async function showTimer(context: CommandContext): Promise<void> {
	const found = await requireSource(context);
	if (!found) {
		return;
	}
	const { session, source } = found;
	const { current } = source.ledger.timers();
	if (!current) {
		detach(vscode.window.showInformationMessage(vscode.l10n.t("No timer is running.")));
		return;
	}
	const items: ReadonlyArray<TimerAction> = [
		{ label: `$(debug-stop) ${vscode.l10n.t("Stop")}`, command: "waymark.stopTimer" },
		{ label: `$(arrow-swap) ${vscode.l10n.t("Switch...")}`, command: "waymark.startTimer" },
		{ label: `$(watch) ${vscode.l10n.t("Log Time...")}`, command: "waymark.logTime" },
	];
	const chosen = await pickStep({
		title: timerText(current, source, session.clock.now()).full,
		placeholder: vscode.l10n.t("What to do with the running timer"),
		items,
	});
	if (chosen) {
		await vscode.commands.executeCommand(chosen.command);
	}
}

import * as vscode from "vscode";

/** Hides money and what is private, or shows it again: in every window, until it is switched back. */
export async function toggleDiscreetMode(): Promise<void> {
	const settings = vscode.workspace.getConfiguration("waymark");
	const isOn = settings.get("discreetMode") === true;
	await settings.update("discreetMode", !isOn, vscode.ConfigurationTarget.Global);
	vscode.window.setStatusBarMessage(
		isOn
			? vscode.l10n.t("Discreet mode is off.")
			: vscode.l10n.t("Discreet mode is on: money, private items and the plan's title are hidden."),
		5000,
	);
}

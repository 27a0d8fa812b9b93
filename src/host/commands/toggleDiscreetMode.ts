import * as vscode from "vscode";
import { getSetting, updateSetting } from "../core/config.ts";

/** Toggles discreet mode, which hides money and private items, in all windows. */
export async function toggleDiscreetMode(): Promise<void> {
	const isOn = getSetting("discreetMode");
	await updateSetting("discreetMode", !isOn);
	vscode.window.setStatusBarMessage(
		isOn
			? vscode.l10n.t("Discreet mode is off.")
			: vscode.l10n.t("Discreet mode is on. Amounts of money, private items, and the plan's title are hidden."),
		5000,
	);
}

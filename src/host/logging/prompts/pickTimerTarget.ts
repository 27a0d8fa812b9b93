import * as vscode from "vscode";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import { timerTargets } from "../../../viewmodel/timer/timerTargets.ts";
import { pickStep } from "../../ui/quickInput.ts";

/** Prompts for what to start a timer for; returns its ID, undefined if canceled. */
export async function pickTimerTarget(source: ViewSource): Promise<string | undefined> {
	const chosen = await pickStep({
		title: vscode.l10n.t("Start Timer"),
		placeholder: vscode.l10n.t("What you are about to work on"),
		items: timerTargets(source),
	});
	return chosen?.id;
}

import * as vscode from "vscode";
import { planName } from "../../viewmodel/rows/choosePlanRow.ts";
import { detach } from "../core/detach.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep } from "../ui/quickInput.ts";

interface PlanItem extends vscode.QuickPickItem {
	readonly plan: vscode.Uri;
}

/** Prompts for the plan to use in this workspace from now on. */
export async function choosePlan({ finder }: CommandContext): Promise<void> {
	const { all, active } = await finder.find();
	if (all.length < 2) {
		detach(vscode.window.showInformationMessage(vscode.l10n.t("There's no other roadmap to choose.")));
		return;
	}
	const items = all.map(
		(plan): PlanItem => ({
			plan,
			label: planName(plan),
			...(plan === active ? { description: vscode.l10n.t("in use") } : {}),
			detail: plan.scheme === "file" ? plan.fsPath : plan.toString(),
		}),
	);
	const title = vscode.l10n.t("Choose Roadmap");
	const placeholder = vscode.l10n.t("Roadmap to use in this workspace");
	const inUse = items.find(({ plan }) => plan === active);
	const chosen = await pickStep({ title, placeholder, items, active: inUse });
	if (chosen) {
		await finder.choose(chosen.plan);
	}
}

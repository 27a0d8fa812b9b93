import type * as vscode from "vscode";
import { logTargets } from "../../../logging/logTargets.ts";
import type { Plan } from "../../../plan/plan.ts";
import type { Formatter } from "../../../viewmodel/text/formatter.ts";
import { logTargetKindText } from "../../../viewmodel/text/logTargetText.ts";
import { isHidden } from "../../../viewmodel/text/privacy.ts";
import { pickStep } from "../../ui/quickInput.ts";

interface TargetItem extends vscode.QuickPickItem {
	readonly id: string;
}

interface TargetStep {
	readonly title: string;
	/** Counted from 1. */
	readonly step?: number;
	readonly totalSteps?: number;
	readonly placeholder: string;
	/** The ID that is preselected. */
	readonly active?: string | undefined;
}

/** Prompts for something that can be logged; returns its ID. */
export async function pickTarget(
	plan: Plan,
	formatter: Formatter,
	{ active, ...step }: TargetStep,
): Promise<string | "back" | undefined> {
	const items = logTargets(plan).map((target): TargetItem => {
		const { id, title: label } = target;
		const kind = logTargetKindText(target, formatter);
		const description = formatter.discreet ? kind : `${kind} · ${id}`;
		return {
			id,
			label: formatter.title(plan.byId.get(id) ?? { title: label }),
			description: isHidden(plan.byId.get(id), formatter) ? "" : description,
		};
	});
	const known = items.find(({ id }) => id === active);
	const chosen = await pickStep({ ...step, items, active: known, back: true });
	return chosen === "back" ? chosen : chosen?.id;
}

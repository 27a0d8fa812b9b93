import type * as vscode from "vscode";
import type { Plan } from "../../plan/plan.ts";
import { targetsOfPlan } from "../../present/targets.ts";
import type { Words } from "../../present/words.ts";
import { pickStep } from "./steps.ts";

interface TargetItem extends vscode.QuickPickItem {
	readonly id: string;
}

/**
 * Asks for something that the journal can name; gives its id.
 *
 * @param active the id that Enter takes
 */
export async function pickTarget(
	plan: Plan,
	words: Words,
	{ title, placeholder, active }: { readonly title: string; readonly placeholder: string; readonly active?: string },
): Promise<string | "back" | undefined> {
	const items = targetsOfPlan(plan).map(
		({ id, title: label, kind }): TargetItem => ({
			id,
			label: words.title(plan.byId.get(id) ?? { title: label }),
			description: words.discreet ? kind : `${kind} · ${id}`,
		}),
	);
	const known = items.find(({ id }) => id === active);
	const chosen = await pickStep({ title, placeholder, items, active: known, back: true });
	return chosen === "back" ? chosen : chosen?.id;
}

import * as vscode from "vscode";
import { aliasesOf } from "../../journal/aliases.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Words } from "../../present/words.ts";
import { knownTarget } from "./knownTarget.ts";
import { pickTarget } from "./pickTarget.ts";

/** The id of what a command is about: from its arguments, else asked for. Undefined where it was cancelled, or unknown. */
export async function needTarget(
	plan: Plan,
	words: Words,
	wanted: Readonly<Record<string, unknown>>,
	title: string,
): Promise<string | undefined> {
	const known = knownTarget({ aliases: aliasesOf(plan.byId.values()) }, wanted);
	if (known === undefined) {
		const picked = await pickTarget(plan, words, { title, placeholder: vscode.l10n.t("What it was") });
		return picked === "back" ? undefined : picked;
	}
	return known === "unknown" ? undefined : known;
}

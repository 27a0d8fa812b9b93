import * as vscode from "vscode";
import { aliasesOf } from "../../journal/ledger/aliases.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Formatter } from "../../viewmodel/text/formatter.ts";
import type { SessionContext } from "../session/sessionContext.ts";
import { commandArguments } from "./commandArguments.ts";
import { pickTarget } from "./prompts/pickTarget.ts";
import { requireSession } from "./requireSession.ts";
import { resolveTargetArg } from "./resolveTargetArg.ts";

/**
 * The ID of what a command is about: from its arguments, otherwise from a prompt. Undefined if it is unknown or the
 * user cancels.
 */
export async function requireTarget(
	plan: Plan,
	formatter: Formatter,
	wanted: Readonly<Record<string, unknown>>,
	title: string,
): Promise<string | undefined> {
	const known = resolveTargetArg({ aliases: aliasesOf(plan.byId.values()) }, wanted);
	if (known === undefined) {
		const picked = await pickTarget(plan, formatter, { title, placeholder: vscode.l10n.t("What it was") });
		return picked === "back" ? undefined : picked;
	}
	return known === "unknown" ? undefined : known;
}

/**
 * The ID of what a command is about, from its arguments or else from a prompt. Undefined if there is no plan, if the ID is
 * unknown, or if the user cancels.
 *
 * @param title of the prompt
 */
export async function requireItem(context: SessionContext, given: unknown, title: string): Promise<string | undefined> {
	const found = await requireSession(context);
	return found && requireTarget(found.plan, found.session.formatter, commandArguments(given), title);
}

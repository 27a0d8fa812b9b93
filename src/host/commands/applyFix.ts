import * as vscode from "vscode";
import { logItemEntries } from "../../logging/logItemEntries.ts";
import type { FixLog } from "../../plan/assist/fix.ts";
import { changeText } from "../../viewmodel/text/changeText.ts";
import { changePlan, planTextToChange } from "../logging/changePlan.ts";
import { offerUndo } from "../logging/offerUndo.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/** The arguments of {@link applyFix}, as the code action passes them. */
export interface LoggedFix {
	/** The text of the plan before and after the fix. */
	readonly before: string;
	readonly after: string;
	readonly log: FixLog;
}

/** Applies a fix of the plan that also logs something, as one step that can be undone. */
export async function applyFix(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(context);
	if (!found || !isLoggedFix(given)) {
		return;
	}
	const { session, source } = found;
	const { before, after, log } = given;
	if ((await planTextToChange(session)) === undefined) {
		return;
	}
	const { on, set, at } = log;
	const entries = logItemEntries(source.plan, { on, change: { set } }, at);
	if (await changePlan(session, { before, after }, entries)) {
		offerUndo(vscode.l10n.t("Logged: {0}", changeText(source, on, { set })));
	}
}

function isLoggedFix(given: unknown): given is LoggedFix {
	const { before, after, log } = (given ?? {}) as Partial<LoggedFix>;
	const { on, set } = (log ?? {}) as Partial<FixLog>;
	return (
		typeof before === "string" &&
		typeof after === "string" &&
		typeof on === "string" &&
		(set === true || (typeof set === "number" && Number.isFinite(set)))
	);
}

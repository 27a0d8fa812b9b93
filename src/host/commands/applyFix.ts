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
	readonly logs: ReadonlyArray<FixLog>;
}

/** Applies a fix of the plan that also logs something, as one step that can be undone. */
export async function applyFix(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(context);
	if (!found || !isLoggedFix(given)) {
		return;
	}
	const { session, source } = found;
	const { before, after, logs } = given;
	if ((await planTextToChange(session)) === undefined) {
		return;
	}
	const { plan } = source;
	const entries = logs.flatMap(({ on, set, at }) => logItemEntries(plan, { on, change: { set } }, at));
	if (await changePlan(session, { before, after }, entries)) {
		const changes = logs.map(({ on, set }) => changeText(source, on, { set }));
		offerUndo(vscode.l10n.t("Logged: {0}", changes.join(", ")));
	}
}

function isLoggedFix(given: unknown): given is LoggedFix {
	const { before, after, logs } = (given ?? {}) as Partial<LoggedFix>;
	return typeof before === "string" && typeof after === "string" && Array.isArray(logs) && logs.every(isFixLog);
}

function isFixLog(given: unknown): given is FixLog {
	const { on, set } = (given ?? {}) as Partial<FixLog>;
	return typeof on === "string" && (set === true || (typeof set === "number" && Number.isFinite(set)));
}

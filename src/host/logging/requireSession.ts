import * as vscode from "vscode";
import type { Plan } from "../../plan/plan.ts";
import { detach } from "../core/detach.ts";
import type { PlanSession } from "../session/planSession.ts";
import type { SessionContext } from "../session/sessionContext.ts";

/**
 * The session of the current plan; undefined, after a message to the user, if there is no plan or it cannot be read.
 */
export async function requireSession({
	roadmap,
}: SessionContext): Promise<{ readonly session: PlanSession; readonly plan: Plan } | undefined> {
	const session = await roadmap.current();
	const plan = await session?.plan();
	if (session && plan) {
		return { session, plan };
	}
	const create = vscode.l10n.t("Create Roadmap");
	const open = vscode.l10n.t("Open Plan");
	const [message, action, command] = session
		? [vscode.l10n.t("The plan can't be read. Fix the errors in the Problems view first."), open, "waymark.openPlan"]
		: [vscode.l10n.t("There's no roadmap.yaml in this workspace yet."), create, "waymark.createRoadmap"];
	// Not awaited: the command is finished, whether or not the user answers.
	detach(
		vscode.window.showInformationMessage(message, action).then((chosen) => {
			if (chosen === action) {
				detach(vscode.commands.executeCommand(command));
			}
		}),
	);
	return undefined;
}

import * as vscode from "vscode";
import type { Plan } from "../../plan/plan.ts";
import type { Session } from "../session.ts";
import type { CommandContext } from "./table.ts";

/** The plan in use with all that follows it; where there is none, or none that can be read, the person is told so. */
export async function needSession({
	roadmap,
}: CommandContext): Promise<{ readonly session: Session; readonly plan: Plan } | undefined> {
	const session = await roadmap.current();
	const plan = await session?.plan();
	if (session && plan) {
		return { session, plan };
	}
	const create = vscode.l10n.t("Create Roadmap");
	const open = vscode.l10n.t("Open Plan");
	const [message, action, command] = session
		? [vscode.l10n.t("The plan cannot be read. Mend it first: Problems says what is wrong."), open, "waymark.openPlan"]
		: [vscode.l10n.t("There is no roadmap.yaml in this workspace yet."), create, "waymark.createRoadmap"];
	// Not awaited: the command is over, whether or not anybody answers.
	void vscode.window.showInformationMessage(message, action).then((chosen) => {
		if (chosen === action) {
			void vscode.commands.executeCommand(command);
		}
	});
	return undefined;
}

import * as vscode from "vscode";
import { addFormerly } from "../../plan/edit/addFormerly.ts";
import type { Plan } from "../../plan/plan.ts";
import { detach } from "../core/detach.ts";
import { editText } from "../core/editText.ts";
import type { PlanSession } from "../session/planSession.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";
import type { CorrectionOutcome } from "./openEntry.ts";
import { pickTarget } from "./prompts/pickTarget.ts";

/**
 * Prompts for the plan item that an unknown ID stands for, and adds it as a former ID, so that all its entries count.
 */
export async function mapOrphan(
	session: PlanSession,
	plan: Plan,
	orphan: string,
	name: string,
): Promise<CorrectionOutcome> {
	const title = vscode.l10n.t('What is "{0}" in the plan?', name);
	const placeholder = vscode.l10n.t("Its entries will count toward the item you choose. The journal isn't changed.");
	const id = await pickTarget(plan, session.formatter, { title, placeholder });
	if (id === undefined || id === "back") {
		return id === undefined ? "cancelled" : "back";
	}
	const node = plan.byId.get(id);
	const failure =
		node && (await editText(session.files, session.planUri, (text) => addFormerly(text, node.range.start, orphan)));
	if (failure === "not-saved") {
		detach(
			vscode.window.showErrorMessage(
				vscode.l10n.t("The plan couldn't be saved. Make sure that the file can be written, then try again."),
			),
		);
		return "cancelled";
	}
	if (!node || failure) {
		const byHand = vscode.l10n.t(
			'This part of the plan can\'t be edited automatically. Add "formerly: [{0}]" to "{1}" manually.',
			orphan,
			node ? session.formatter.title(node) : id,
		);
		const open = vscode.l10n.t("Open Plan");
		if ((await vscode.window.showWarningMessage(escapeLabel(byHand), open)) === open) {
			await vscode.commands.executeCommand("waymark.openPlan", node);
		}
		return "cancelled";
	}
	detach(
		vscode.window.showInformationMessage(
			escapeLabel(vscode.l10n.t('The entries of "{0}" now count toward "{1}".', name, session.formatter.title(node))),
		),
	);
	await session.reloadPlan();
	return "done";
}

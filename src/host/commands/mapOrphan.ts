import * as vscode from "vscode";
import { addFormerly } from "../../plan/edit/addFormerly.ts";
import type { Plan } from "../../plan/plan.ts";
import { editText } from "../editText.ts";
import { plainText } from "../plainText.ts";
import type { Session } from "../session.ts";
import type { Outcome } from "./correctEntry.ts";
import { pickTarget } from "./pickTarget.ts";

/** Asks what an id that nothing in the plan has stands for now, and adds it there, so that all its entries count again. */
export async function mapOrphan(session: Session, plan: Plan, orphan: string, name: string): Promise<Outcome> {
	const title = vscode.l10n.t('What is "{0}" in the plan?', name);
	const placeholder = vscode.l10n.t("Its entries will count for what you choose; the journal stays as it is");
	const id = await pickTarget(plan, session.words, { title, placeholder });
	if (id === undefined || id === "back") {
		return id === undefined ? "cancelled" : "back";
	}
	const node = plan.byId.get(id);
	const failure = node && (await editText(session.planUri, (text) => addFormerly(text, node.range.start, orphan)));
	if (!node || failure) {
		const byHand = vscode.l10n.t(
			'The plan is written in a way that cannot be changed here. Add "formerly: [{0}]" to "{1}" by hand.',
			orphan,
			node?.title ?? id,
		);
		const open = vscode.l10n.t("Open Plan");
		if ((await vscode.window.showWarningMessage(plainText(byHand), open)) === open) {
			await vscode.commands.executeCommand("waymark.openPlan", node);
		}
		return "cancelled";
	}
	void vscode.window.showInformationMessage(
		plainText(vscode.l10n.t('The entries of "{0}" count for "{1}" now.', name, node.title)),
	);
	await session.planRead();
	return "done";
}

import * as vscode from "vscode";
import { aliasesOf } from "../../journal/aliases.ts";
import { voidOf } from "../../journal/newEntry.ts";
import type { UndoStep } from "../../journal/undoHistory.ts";
import type { Plan } from "../../plan/plan.ts";
import { stepText } from "../../present/stepText.ts";
import { swapPlan } from "../changePlan.ts";
import { saveEntries } from "../journal/saveEntries.ts";
import { plainText } from "../plainText.ts";
import type { Session } from "../session.ts";
import { needSession } from "./needSession.ts";
import type { CommandContext } from "./table.ts";

/** Takes back what was saved last, and says what it was. */
export async function undo(context: CommandContext): Promise<void> {
	await step(context, "undo");
}

/** Brings back what was undone last, and says what it was. */
export async function redo(context: CommandContext): Promise<void> {
	await step(context, "redo");
}

async function step(context: CommandContext, way: "undo" | "redo"): Promise<void> {
	const found = await needSession(context);
	if (!found) {
		return;
	}
	const { session, plan } = found;
	const { history, journal } = session;
	const next = way === "undo" ? history.nextUndo(journal.ledger) : history.nextRedo(journal.ledger);
	if (!next) {
		const nothing =
			way === "undo" ? vscode.l10n.t("There is nothing to undo.") : vscode.l10n.t("There is nothing to redo.");
		void vscode.window.showInformationMessage(nothing);
		return;
	}
	const what = textOf(session, plan, next);
	const { plan: swap } = next;
	if (swap && !(await swapPlan(session, way === "undo" ? { before: swap.after, after: swap.before } : swap))) {
		return;
	}
	const voids = next.voids.map((id) => voidOf(id, session.pen()));
	if (!(await saveEntries(session, voids))) {
		return;
	}
	if (way === "undo") {
		history.undid(next);
		offer(vscode.l10n.t("Undone: {0}", what), vscode.l10n.t("Redo"), "waymark.redo");
	} else {
		history.redid(next);
		offerUndo(vscode.l10n.t("Redone: {0}", what));
	}
}

/** Says what was saved, with Undo beside it. */
export function offerUndo(message: string): void {
	offer(message, vscode.l10n.t("Undo"), "waymark.undo");
}

function offer(message: string, action: string, command: string): void {
	// Not awaited: it is done, whether or not anybody answers.
	void vscode.window.showInformationMessage(plainText(message), action).then((chosen) => {
		if (chosen === action) {
			void vscode.commands.executeCommand(command);
		}
	});
}

function textOf({ journal, words }: Session, plan: Plan, { entries }: UndoStep): string {
	const { ledger } = journal;
	const saved = entries.flatMap((id) => ledger.get(id) ?? []);
	return stepText(saved, ledger, { plan, aliases: aliasesOf(plan.byId.values()), words });
}

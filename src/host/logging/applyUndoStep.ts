import * as vscode from "vscode";
import type { Entry } from "../../journal/entry.ts";
import { aliasesOf } from "../../journal/ledger/aliases.ts";
import { createVoid } from "../../journal/newEntry.ts";
import { stepping } from "../../journal/steps.ts";
import type { UndoStep } from "../../journal/undoHistory.ts";
import { reversed } from "../../plan/edit/planSwap.ts";
import type { Plan } from "../../plan/plan.ts";
import { undoStepText } from "../../viewmodel/text/undoStepText.ts";
import { detach } from "../core/detach.ts";
import type { PlanSession } from "../session/planSession.ts";
import type { SessionContext } from "../session/sessionContext.ts";
import { applyChange } from "./changePlan.ts";
import { offerAction, offerUndo } from "./offerUndo.ts";
import { requireSession } from "./requireSession.ts";
import { saveEntries } from "./saveEntries.ts";

type Direction = "undo" | "redo";

/** Undoes or redoes the last step of this session and tells the user what it was. */
export async function applyUndoStep(context: SessionContext, direction: Direction): Promise<void> {
	const found = await requireSession(context);
	if (!found) {
		return;
	}
	const { session, plan } = found;
	const { history, journal } = session;
	const next = direction === "undo" ? history.nextUndo(journal.ledger) : history.nextRedo(journal.ledger);
	if (!next) {
		const nothing =
			direction === "undo" ? vscode.l10n.t("There's nothing to undo.") : vscode.l10n.t("There's nothing to redo.");
		detach(vscode.window.showInformationMessage(nothing));
		return;
	}
	const what = textOf(session, plan, next);
	const voids: Array<Entry> = [];
	const entryContext = session.entryContext();
	await session.slices.runNow(stepping(next.voids, (id) => voids.push(createVoid(id, entryContext))));
	const finish = () => finishStep(session, direction, next, what);
	const { plan: swap } = next;
	const isSaved = swap
		? await applyChange(session, { swap: direction === "undo" ? reversed(swap) : swap, entries: voids }, () =>
				offerEntriesOnly(session, direction, voids, finish),
			)
		: await saveEntries(session, voids);
	if (isSaved) {
		finish();
	}
}

function finishStep({ history }: PlanSession, direction: Direction, done: UndoStep, what: string): void {
	if (direction === "undo") {
		history.undid(done);
		offerAction(vscode.l10n.t("Undone: {0}", what), vscode.l10n.t("Redo"), "waymark.redo");
	} else {
		history.redid(done);
		offerUndo(vscode.l10n.t("Redone: {0}", what));
	}
}

/**
 * The plan was edited at the same place since then. Offers to apply only the journal part, so that the step does not
 * block all earlier ones.
 */
function offerEntriesOnly(
	session: PlanSession,
	direction: Direction,
	voids: ReadonlyArray<Entry>,
	onSaved: () => void,
): void {
	const [message, action] =
		direction === "undo"
			? [
					vscode.l10n.t("The plan was changed in the same place in the meantime, so this can't be undone there."),
					vscode.l10n.t("Undo in Journal Only"),
				]
			: [
					vscode.l10n.t("The plan was changed in the same place in the meantime, so this can't be redone there."),
					vscode.l10n.t("Redo in Journal Only"),
				];
	// Not awaited: the command is finished, whether or not the user answers.
	detach(
		vscode.window.showWarningMessage(message, action).then(async (chosen) => {
			if (chosen === action && (await saveEntries(session, voids))) {
				onSaved();
			}
		}),
	);
}

function textOf({ journal, formatter }: PlanSession, plan: Plan, { entries }: UndoStep): string {
	const { ledger } = journal;
	const saved = entries.flatMap((id) => ledger.get(id) ?? []);
	return undoStepText(saved, ledger, { plan, aliases: aliasesOf(plan.byId.values()), formatter });
}

import * as vscode from "vscode";
import { type ChangeOutcome, finishChange, makeChange } from "../../journal/changeProtocol.ts";
import { createEntry, type NewEntry } from "../../journal/newEntry.ts";
import type { JournaledChange } from "../../journal/pendingChange.ts";
import type { PlanSwap } from "../../plan/edit/planSwap.ts";
import { detach } from "../core/detach.ts";
import { writeErrorText } from "../core/fileErrorText.ts";
import type { PlanSession } from "../session/planSession.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/**
 * Changes the plan and saves entries about it, as one undoable step: both or neither.
 *
 * @returns whether it was done; if not, the user was told why
 */
export async function changePlan(
	session: PlanSession,
	swap: PlanSwap,
	drafts: ReadonlyArray<NewEntry>,
): Promise<boolean> {
	const entries = drafts.map((draft) => createEntry(draft, session.entryContext()));
	const isDone = await applyChange(session, { swap, entries });
	if (isDone) {
		session.history.record(
			entries.map(({ id }) => id),
			swap,
		);
	}
	return isDone;
}

/** The text of the plan, to compute a change from; undefined, after a message to the user, if it cannot be read. */
export async function planTextToChange(session: PlanSession): Promise<string | undefined> {
	await finishPlanChange(session);
	const read = await session.planText();
	if (read.kind === "text") {
		return read.text;
	}
	detach(
		vscode.window.showWarningMessage(
			escapeLabel(vscode.l10n.t("The plan can't be changed because it can't be read. {0}", read.why)),
		),
	);
	return undefined;
}

/**
 * Applies a plan change with its entries, and reports failures to the user.
 *
 * @param onUnsafe called instead if the lines of the change were edited in the meantime
 */
export async function applyChange(
	session: PlanSession,
	change: JournaledChange,
	onUnsafe: () => void = tellUnsafe,
): Promise<boolean> {
	for (;;) {
		const outcome = await session.enqueueChange((ports) => makeChange(ports, change));
		await session.reloadPlan();
		switch (outcome.kind) {
			case "done":
				session.offerGitMerge();
				return true;
			case "unsafe":
				onUnsafe();
				return false;
			case "busy":
				tellBusy();
				return false;
			case "pending":
				tellPending(outcome.error);
				return false;
			case "not-saved":
				if (!(await wantsRetry(outcome.error))) {
					return false;
				}
		}
	}
}

/** Completes or reverts an interrupted change of an earlier session or a failing disk, and tells the user. */
export async function finishPlanChange(session: PlanSession): Promise<void> {
	const outcome = await session.enqueueChange((ports) => finishChange(ports));
	if (!outcome || outcome.kind === "busy") {
		return;
	}
	await session.reloadPlan();
	tellFinished(session, outcome);
}

function tellFinished({ history }: PlanSession, outcome: Exclude<ChangeOutcome, { readonly kind: "busy" }>): void {
	switch (outcome.kind) {
		case "done":
			history.record(
				outcome.change.entries.map(({ id }) => id),
				outcome.change.swap,
			);
			detach(
				vscode.window.showInformationMessage(
					vscode.l10n.t("A change to the plan was interrupted and is now complete, in the plan and in the journal."),
				),
			);
			return;
		case "not-saved":
			detach(
				vscode.window.showInformationMessage(
					vscode.l10n.t("A change to the plan was interrupted and wasn't made. If you still need it, make it again."),
				),
			);
			return;
		case "unsafe":
			detach(
				vscode.window.showWarningMessage(
					vscode.l10n.t(
						"A change to the plan was interrupted, and the plan was edited afterwards. The journal has no entry for the change.",
					),
				),
			);
			return;
		case "pending":
			tellPending(outcome.error);
	}
}

function tellUnsafe(): void {
	detach(
		vscode.window.showWarningMessage(
			vscode.l10n.t("The plan was changed in the meantime, so nothing was done. Edit the plan manually, or try again."),
		),
	);
}

function tellBusy(): void {
	detach(
		vscode.window.showWarningMessage(
			vscode.l10n.t("Another window is changing the plan, so nothing was done. Try again in a minute."),
		),
	);
}

function tellPending(error: unknown): void {
	const reason =
		error === undefined
			? vscode.l10n.t("The plan or the journal can't be read or written. Fix the problem, then run Roadmap: Refresh.")
			: writeErrorText(error);
	detach(
		vscode.window.showErrorMessage(escapeLabel(vscode.l10n.t("A change to the plan isn't complete. {0}", reason))),
	);
}

/** Reports that neither plan nor journal were changed, and offers a retry. */
async function wantsRetry(error: unknown): Promise<boolean> {
	const retry = vscode.l10n.t("Retry");
	const message =
		error === undefined
			? vscode.l10n.t("The plan couldn't be saved. Make sure that the file can be written, then try again.")
			: vscode.l10n.t("Couldn't save. {0}", writeErrorText(error));
	return (await vscode.window.showErrorMessage(escapeLabel(message), retry)) === retry;
}

import * as vscode from "vscode";
import { entryTargets, targetName } from "../../journal/entry.ts";
import { aliasesOf } from "../../journal/ledger/aliases.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { createEdit, createRemoval, type EntryChanges } from "../../journal/newEntry.ts";
import type { Plan } from "../../plan/plan.ts";
import { type EntryField, entryFields } from "../../viewmodel/journal/entryFields.ts";
import type { JournalLine } from "../../viewmodel/journal/journalList.ts";
import { datedText } from "../../viewmodel/text/entryText.ts";
import type { PlanSession } from "../session/planSession.ts";
import { inputStep, pickStep } from "../ui/quickInput.ts";
import { mapOrphan } from "./mapOrphan.ts";
import { offerUndo } from "./offerUndo.ts";
import { type CorrectionOutcome, openEntry } from "./openEntry.ts";
import { pickTarget } from "./prompts/pickTarget.ts";
import { saveUndoStep } from "./saveEntries.ts";

interface ActionItem extends vscode.QuickPickItem {
	/** Runs the action. */
	readonly run: () => Promise<CorrectionOutcome>;
}

/** An entry with what is needed to save another in its place. */
interface EntryToCorrect {
	readonly session: PlanSession;
	readonly plan: Plan;
	readonly live: LiveEntry;
	/** The title of the prompt. */
	readonly title: string;
}

/** Prompts for a correction of an entry, and saves it as a new entry that replaces the old one. */
export async function correctEntry(
	session: PlanSession,
	plan: Plan,
	line: Pick<Extract<JournalLine, { readonly kind: "entry" }>, "live" | "label" | "orphan">,
): Promise<CorrectionOutcome> {
	const { live, label, orphan } = line;
	const [on] = entryTargets(live.entry);
	const aliases = aliasesOf(plan.byId.values());
	const target = on === undefined ? undefined : plan.byId.get(aliases.idOf(on) ?? "");
	const goal = on === undefined ? undefined : plan.items.find(({ id }) => id === aliases.idOf(on))?.goal;
	const items: Array<ActionItem> = entryFields(live, await session.today(), goal, session.formatter.numbers).map(
		(field) => ({
			label: `$(edit) ${field.label}`,
			// In discreet mode a value is only visible while it is corrected.
			description: session.formatter.discreet ? "" : field.value,
			run: () => correctField({ session, plan, live, title: label }, field),
		}),
	);
	if (orphan !== undefined) {
		const name = targetName(live.entry, orphan) ?? orphan;
		items.unshift({
			label: `$(link) ${vscode.l10n.t('Map "{0}" to a Plan Item...', name)}`,
			description: vscode.l10n.t("counts all of its entries there"),
			run: () => mapOrphan(session, plan, orphan, name),
		});
	}
	if ("on" in live.entry && typeof live.entry.on === "string" && live.entry.type !== "plan") {
		items.push({
			label: `$(arrow-swap) ${vscode.l10n.t("What it was")}`,
			description: session.formatter.title(target ?? { title: live.entry.on }),
			run: () => correctTarget(session, plan, live, label),
		});
	}
	items.push(
		{ label: `$(trash) ${vscode.l10n.t("Remove")}`, run: () => removeEntry(session, plan, live) },
		{
			label: `$(go-to-file) ${vscode.l10n.t("Open in the Journal File")}`,
			run: () => openEntry(session, live.entry.id),
		},
	);
	const placeholder = vscode.l10n.t("What do you want to change?");
	const chosen = await pickStep({ title: label, placeholder, items, back: true });
	if (chosen === undefined) {
		return "cancelled";
	}
	return chosen === "back" ? "back" : chosen.run();
}

/** Removes an entry from all sums; it stays in the file, and Undo restores it. */
export async function removeEntry(session: PlanSession, plan: Plan, live: LiveEntry): Promise<CorrectionOutcome> {
	const voids = createRemoval(live.entry.id, session.journal.ledger, session.entryContext());
	if (await saveUndoStep(session, voids)) {
		offerUndo(vscode.l10n.t("Removed: {0}", textOf(session, plan, live.entry)));
	}
	return "done";
}

/** Prompts for another value of one field and saves the corrected entry. */
export async function correctField(
	{ session, plan, live, title }: EntryToCorrect,
	{ label, value, prompt, read }: EntryField,
): Promise<CorrectionOutcome> {
	const validate = (text: string) => {
		const reading = read(text);
		return "problem" in reading ? reading.problem : undefined;
	};
	const draft = (await session.promptDraft("correctEntry")).field(`${live.root} ${label}`);
	const typed = await inputStep({ title, placeholder: label, prompt, value, validate, draft });
	const reading = typed && !typed.back && typed.value !== value ? read(typed.value) : undefined;
	if (reading && "changes" in reading && (await save(session, plan, live, reading.changes))) {
		draft.keep(undefined);
	}
	return typed ? "done" : "cancelled";
}

async function correctTarget(
	session: PlanSession,
	plan: Plan,
	live: LiveEntry,
	title: string,
): Promise<CorrectionOutcome> {
	const [on = ""] = entryTargets(live.entry);
	const placeholder = vscode.l10n.t("What it was");
	const id = await pickTarget(plan, session.formatter, { title, placeholder, active: on });
	if (id !== undefined && id !== "back" && id !== on) {
		await save(session, plan, live, { on: id, name: plan.byId.get(id)?.title ?? id });
	}
	return id === undefined ? "cancelled" : "done";
}

async function save(session: PlanSession, plan: Plan, { entry }: LiveEntry, changes: EntryChanges): Promise<boolean> {
	const edit = createEdit(entry, changes, session.entryContext());
	const isSaved = await saveUndoStep(session, [edit]);
	if (isSaved) {
		offerUndo(vscode.l10n.t("Corrected: {0}", textOf(session, plan, edit)));
	}
	return isSaved;
}

function textOf({ formatter }: PlanSession, plan: Plan, entry: LiveEntry["entry"]): string {
	return datedText(entry, { plan, aliases: aliasesOf(plan.byId.values()), formatter });
}

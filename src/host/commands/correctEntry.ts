import * as vscode from "vscode";
import { aliasesOf } from "../../journal/aliases.ts";
import { nameIn, targetsOf } from "../../journal/entry.ts";
import type { LiveEntry } from "../../journal/liveEntry.ts";
import { type Changes, editOf, removalOf } from "../../journal/newEntry.ts";
import type { Plan } from "../../plan/plan.ts";
import { type EntryField, entryFields } from "../../present/entryFields.ts";
import { datedText, entryText } from "../../present/entryText.ts";
import type { JournalLine } from "../../present/journalList.ts";
import { saveStep } from "../journal/saveEntries.ts";
import type { Session } from "../session.ts";
import { mapOrphan } from "./mapOrphan.ts";
import { needSession } from "./needSession.ts";
import { openEntry } from "./openEntry.ts";
import { pickTarget } from "./pickTarget.ts";
import { inputStep, pickStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";
import { offerUndo } from "./undo.ts";

interface ActionItem extends vscode.QuickPickItem {
	/** Undefined where nothing was done, to go back to the list. */
	readonly run: () => Promise<Outcome>;
}

/** Whether the person goes on with the list of entries. */
export type Outcome = "done" | "back" | "cancelled";

/**
 * Asks what is to be different about the entry with an id; nothing where there is none that counts.
 *
 * @param key of the field to ask for at once, such as `amount`
 */
export async function correctEntryById(context: CommandContext, id: unknown, key?: unknown): Promise<void> {
	const found = await needSession(context);
	const live = typeof id === "string" ? found?.session.journal.ledger.live(id) : undefined;
	if (found && live) {
		const aliases = aliasesOf(found.plan.byId.values());
		const label = entryText(live.entry, { plan: found.plan, aliases, words: found.session.words });
		const field = entryFields(live, await found.session.today()).find((each) => each.key === key);
		if (field) {
			await correctField(found.session, found.plan, live, label, field);
			return;
		}
		const orphan = targetsOf(live.entry).find((each) => aliases.idOf(each) === undefined);
		await correctEntry(found.session, found.plan, { live, label, ...(orphan === undefined ? {} : { orphan }) });
	}
}

/** Asks what is to be different about an entry, and saves it as a new one in its place. */
export async function correctEntry(
	session: Session,
	plan: Plan,
	line: Pick<Extract<JournalLine, { readonly kind: "entry" }>, "live" | "label" | "orphan">,
): Promise<Outcome> {
	const { live, label, orphan } = line;
	const [on] = targetsOf(live.entry);
	const aliases = aliasesOf(plan.byId.values());
	const target = on === undefined ? undefined : plan.byId.get(aliases.idOf(on) ?? "");
	const goal = on === undefined ? undefined : plan.items.find(({ id }) => id === aliases.idOf(on))?.goal;
	const items: Array<ActionItem> = entryFields(live, await session.today(), goal).map((field) => ({
		label: `$(edit) ${field.label}`,
		// In discreet mode a value is only seen by who corrects it.
		description: session.words.discreet ? "" : field.value,
		run: () => correctField(session, plan, live, label, field),
	}));
	if (orphan !== undefined) {
		const name = nameIn(live.entry, orphan) ?? orphan;
		items.unshift({
			label: `$(link) ${vscode.l10n.t('Say what "{0}" is in the plan...', name)}`,
			description: vscode.l10n.t("counts all its entries there"),
			run: () => mapOrphan(session, plan, orphan, name),
		});
	}
	if ("on" in live.entry && typeof live.entry.on === "string" && live.entry.type !== "plan") {
		items.push({
			label: `$(arrow-swap) ${vscode.l10n.t("What it was")}`,
			description: target?.title ?? live.entry.on,
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
	const placeholder = vscode.l10n.t("What is to be different?");
	const chosen = await pickStep({ title: label, placeholder, items, back: true });
	return chosen === undefined ? "cancelled" : chosen === "back" ? "back" : chosen.run();
}

/** Takes an entry out of every sum; it stays in the file, and Undo brings it back. */
export async function removeEntry(session: Session, plan: Plan, live: LiveEntry): Promise<Outcome> {
	const voids = removalOf(live.entry.id, session.journal.ledger, session.pen());
	if (await saveStep(session, voids)) {
		offerUndo(vscode.l10n.t("Removed: {0}", textOf(session, plan, live.entry)));
	}
	return "done";
}

async function correctField(
	session: Session,
	plan: Plan,
	live: LiveEntry,
	title: string,
	{ label, value, prompt, read }: EntryField,
): Promise<Outcome> {
	const validate = (text: string) => {
		const reading = read(text);
		return "problem" in reading ? reading.problem : undefined;
	};
	const typed = await inputStep({ title, placeholder: label, prompt, value, validate });
	const reading = typed && !typed.back && typed.value !== value ? read(typed.value) : undefined;
	if (reading && "changes" in reading) {
		await save(session, plan, live, reading.changes);
	}
	return typed ? "done" : "cancelled";
}

async function correctTarget(session: Session, plan: Plan, live: LiveEntry, title: string): Promise<Outcome> {
	const [on = ""] = targetsOf(live.entry);
	const placeholder = vscode.l10n.t("What it was");
	const id = await pickTarget(plan, session.words, { title, placeholder, active: on });
	if (id !== undefined && id !== "back" && id !== on) {
		await save(session, plan, live, { on: id, name: plan.byId.get(id)?.title ?? id });
	}
	return id === undefined ? "cancelled" : "done";
}

async function save(session: Session, plan: Plan, { entry }: LiveEntry, changes: Changes) {
	const edit = editOf(entry, changes, session.pen());
	if (await saveStep(session, [edit])) {
		offerUndo(vscode.l10n.t("Corrected: {0}", textOf(session, plan, edit)));
	}
}

function textOf({ words }: Session, plan: Plan, entry: LiveEntry["entry"]): string {
	return datedText(entry, { plan, aliases: aliasesOf(plan.byId.values()), words });
}

import * as vscode from "vscode";
import { aliasesOf } from "../../journal/aliases.ts";
import { type JournalLine, JournalList } from "../../present/journalList.ts";
import type { Session } from "../session.ts";
import { correctEntry, removeEntry } from "./correctEntry.ts";
import { needSession } from "./needSession.ts";
import { searchStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";

type EntryLine = Extract<JournalLine, { readonly kind: "entry" }>;

interface EntryItem extends vscode.QuickPickItem {
	/** The entry; a separator and the line that asks for more have none. */
	readonly line?: EntryLine;
}

/** Entries that are listed at first; more of them when they are asked for. */
const pageLength = 200;

/** Shows what was logged, newest first, to find an entry and to correct or remove it. */
export async function showJournal(context: CommandContext): Promise<void> {
	const edit = { iconPath: new vscode.ThemeIcon("edit"), tooltip: vscode.l10n.t("Correct") };
	const remove = { iconPath: new vscode.ThemeIcon("trash"), tooltip: vscode.l10n.t("Remove") };
	let typed = "";
	let limit = pageLength;
	let last: string | undefined;
	for (;;) {
		const found = await needSession(context);
		if (!found) {
			return;
		}
		const { session, plan } = found;
		const list = await listOf(session, plan);
		if (list.size === 0) {
			void vscode.window.showInformationMessage(vscode.l10n.t("Nothing is logged yet."));
			return;
		}
		const answer = await searchStep<EntryItem>({
			title: vscode.l10n.t("Journal"),
			placeholder: vscode.l10n.t("Type to find an entry by its words or its day; Enter to correct or remove it"),
			typed,
			active: ({ line }) => line?.live.root === last,
			itemsFor: (text) => ({ items: items(list, text, limit, [edit, remove]) }),
		});
		if (!answer) {
			return;
		}
		typed = answer.typed;
		const { line } = answer.item;
		if (!line) {
			limit *= 5;
			continue;
		}
		last = line.live.root;
		const done =
			answer.button === remove ? await removeEntry(session, plan, line.live) : await correctEntry(session, plan, line);
		if (done === "cancelled") {
			return;
		}
	}
}

async function listOf(session: Session, plan: ConstructorParameters<typeof JournalList>[0]["plan"]) {
	const { journal, words } = session;
	const aliases = aliasesOf(plan.byId.values());
	return new JournalList({ plan, ledger: journal.ledger, aliases, today: await session.today(), words });
}

function items(
	list: JournalList,
	typed: string,
	limit: number,
	buttons: ReadonlyArray<vscode.QuickInputButton>,
): ReadonlyArray<EntryItem> {
	const isFiltered = typed.trim() !== "";
	let day = "";
	const listed = list.lines(typed, limit).map((line): EntryItem => {
		if (line.kind === "day") {
			day = line.label;
			return { label: line.label, kind: vscode.QuickPickItemKind.Separator };
		}
		// VS Code shows no separators while something is typed: then each line says its day.
		const description = [isFiltered ? day : "", line.description].filter(Boolean).join(" · ");
		return { line, label: `$(${line.icon}) ${line.label}`, description, buttons: [...buttons], alwaysShow: true };
	});
	if (listed.filter(({ line }) => line).length < limit) {
		return listed;
	}
	return [...listed, { label: `$(ellipsis) ${vscode.l10n.t("Show older entries")}`, alwaysShow: true }];
}

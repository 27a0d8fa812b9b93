import * as vscode from "vscode";
import { aliasesOf } from "../../journal/ledger/aliases.ts";
import type { Steps } from "../../journal/steps.ts";
import { type JournalLine, JournalList } from "../../viewmodel/journal/journalList.ts";
import { detach } from "../core/detach.ts";
import { sliceOf } from "../core/timeSlices.ts";
import { correctEntry, removeEntry } from "../logging/entryCorrection.ts";
import { requireSession } from "../logging/requireSession.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import type { PlanSession } from "../session/planSession.ts";
import { searchStep } from "../ui/quickInput.ts";

type EntryLine = Extract<JournalLine, { readonly kind: "entry" }>;

interface EntryItem extends vscode.QuickPickItem {
	/** The entry; undefined for separators and the item that loads more. */
	readonly line?: EntryLine;
}

/** The number of entries to list at first, and to add on request. */
const pageLength = 200;

/** Lists all entries, newest first, to find, correct or remove one. */
export async function showJournal(context: CommandContext): Promise<void> {
	const edit = { iconPath: new vscode.ThemeIcon("edit"), tooltip: vscode.l10n.t("Correct") };
	const remove = { iconPath: new vscode.ThemeIcon("trash"), tooltip: vscode.l10n.t("Remove") };
	let typed = "";
	let limit = pageLength;
	let last: string | undefined;
	for (;;) {
		const found = await requireSession(context);
		if (!found) {
			return;
		}
		const { session, plan } = found;
		const list = await listOf(session, plan);
		if (list.size === 0) {
			detach(vscode.window.showInformationMessage(vscode.l10n.t("Nothing has been logged yet.")));
			return;
		}
		const answer = await searchStep<EntryItem>({
			title: vscode.l10n.t("Journal"),
			placeholder: vscode.l10n.t("Type to search entries by text or date; press Enter to correct or remove one"),
			typed,
			active: ({ line }) => line !== undefined && line.live.root === last,
			itemsFor(text, isWanted) {
				const shown = (lines: ReadonlyArray<JournalLine>) => ({ items: items(lines, text, limit, [edit, remove]) });
				const steps = list.steps(text, limit);
				const { result } = sliceOf(steps);
				return result ? shown(result.value) : session.slices.run(whileWanted(isWanted, steps)).then(shown);
			},
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

async function listOf(session: PlanSession, plan: ConstructorParameters<typeof JournalList>[0]["plan"]) {
	const { journal, formatter } = session;
	const aliases = aliasesOf(plan.byId.values());
	return new JournalList({ plan, ledger: journal.ledger, aliases, today: await session.today(), formatter });
}

/** Stops a search when its result is no longer needed. */
function* whileWanted(
	isWanted: () => boolean,
	steps: Steps<ReadonlyArray<JournalLine>>,
): Steps<ReadonlyArray<JournalLine>> {
	while (isWanted()) {
		const { done, value } = steps.next();
		if (done) {
			return value;
		}
		yield;
	}
	return [];
}

function items(
	lines: ReadonlyArray<JournalLine>,
	typed: string,
	limit: number,
	buttons: ReadonlyArray<vscode.QuickInputButton>,
): ReadonlyArray<EntryItem> {
	const isFiltered = typed.trim() !== "";
	let day = "";
	const listed = lines.map((line): EntryItem => {
		if (line.kind === "day") {
			day = line.label;
			return { label: line.label, kind: vscode.QuickPickItemKind.Separator };
		}
		// VS Code hides separators while the user types: each item then includes its date.
		const description = [isFiltered ? day : "", line.description].filter(Boolean).join(" · ");
		return { line, label: `$(${line.icon}) ${line.label}`, description, buttons: [...buttons], alwaysShow: true };
	});
	if (listed.filter(({ line }) => line).length < limit) {
		return listed;
	}
	return [...listed, { label: `$(ellipsis) ${vscode.l10n.t("Show older entries")}`, alwaysShow: true }];
}

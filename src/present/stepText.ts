import * as l10n from "@vscode/l10n";
import type { Entry } from "../journal/entry.ts";
import type { Ledger } from "../journal/ledger.ts";
import { datedText, type EntryContext } from "./entryText.ts";

/** What was saved in one step, in one line: "Thought leadership: 45 min (Nov 20, 2026)", "removal of ...". */
export function stepText(entries: ReadonlyArray<Entry>, ledger: Ledger, context: EntryContext): string {
	const [first, ...others] = entries;
	if (!first) {
		return "";
	}
	const text = oneText(first, ledger, context);
	// All voids of a removal are about one thing.
	return others.length > 0 && first.type !== "void" ? l10n.t("{0} and {1} more", text, others.length) : text;
}

function oneText(entry: Entry, ledger: Ledger, context: EntryContext): string {
	if (entry.type !== "void") {
		const text = datedText(entry, context);
		return entry.replaces === undefined ? text : l10n.t("change to {0}", text);
	}
	const removed = ledger.get(entry.entry);
	return removed ? l10n.t("removal of {0}", datedText(removed, context)) : l10n.t("removal of an entry");
}

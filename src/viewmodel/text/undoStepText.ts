import * as l10n from "@vscode/l10n";
import type { Entry } from "../../journal/entry.ts";
import type { Ledger } from "../../journal/ledger/ledger.ts";
import { datedText, type EntryTextContext } from "./entryText.ts";

/** A step in one line: "Thought leadership: 45 min (Nov 20, 2026)", "removal of ...". */
export function undoStepText(entries: ReadonlyArray<Entry>, ledger: Ledger, context: EntryTextContext): string {
	const [first, ...others] = entries;
	if (!first) {
		return "";
	}
	const text = oneText(first, ledger, context);
	const [end] = others;
	if (first.type === "timer" && end && others.length === 1) {
		// A timer that ended another one: both are named, the earlier one first.
		return `${oneText(end, ledger, context)}; ${text}`;
	}
	// All voids of a removal are about one entry.
	return others.length > 0 && first.type !== "void" ? l10n.t("{0} and {1} more", text, others.length) : text;
}

function oneText(entry: Entry, ledger: Ledger, context: EntryTextContext): string {
	if (entry.type !== "void") {
		const text = datedText(entry, context);
		return entry.replaces === undefined ? text : l10n.t("change to {0}", text);
	}
	const removed = ledger.get(entry.entry);
	return removed ? l10n.t("removal of {0}", datedText(removed, context)) : l10n.t("removal of an entry");
}

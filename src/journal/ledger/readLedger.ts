import { JournalText } from "../text/journalText.ts";
import { Ledger } from "./ledger.ts";

/** Reads the texts of all files of a journal into a ledger. */
export function readLedger(texts: Iterable<string>, dayEnds = 0): Ledger {
	const ledger = new Ledger(dayEnds);
	for (const text of texts) {
		new JournalText("", (entry, line) => ledger.add(entry, "", line)).read(new TextEncoder().encode(text));
	}
	return ledger;
}

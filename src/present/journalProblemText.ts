import * as l10n from "@vscode/l10n";
import type { JournalProblem } from "../journal/problem.ts";

/** A problem of the journal in words: what was found, what it means for the sums, what can be done. */
export function journalProblemText({ code, args }: JournalProblem): string {
	const [first = "", second = "", third = ""] = args;
	switch (code) {
		case "unreadable":
			return l10n.t("This is no entry and does not count; it is kept: {0}", first);
		case "line-too-long":
			return l10n.t("This line has {0} KB; at most {1} are read. It does not count.", second, first);
		case "too-deep":
			return l10n.t("This is nested more than {0} levels deep. It does not count.", first);
		case "missing-field":
			return l10n.t('The entry has no "{0}" and does not count. Add it.', first);
		case "empty-field":
			return l10n.t('"{0}" is empty here, so that the entry does not count.', first);
		case "not-finite":
			return l10n.t('"{0}" is no number that can be counted with.', first);
		case "too-large":
			return l10n.t('"{0}" is larger than any real amount. Correct it.', first);
		case "bad-field":
			return l10n.t('"{0}" does not say what such an entry needs there. Correct it.', first);
		case "set-and-add":
			return l10n.t('The entry has both "set" and "add" and does not count. Keep one of them.');
		case "conflict-marker":
			return l10n.t("Git left this line of a merge conflict. Both sides count; delete the line.");
		case "unknown-type":
			return l10n.t(
				'Entries of the type "{0}" come from a newer version and are passed over here: {1}.',
				first,
				second,
			);
		case "negative-minutes":
			return l10n.t("Time cannot be negative: {0} minutes count as 0. Correct the entry.", first);
		case "many-minutes":
			return l10n.t("These are more than 24 hours in one entry: {0} minutes. They count as written.", first);
		case "far-away":
			return l10n.t("The day lies far from any that was meant, or after the entry was written: {0}", first);
		case "two-contents":
			return l10n.t(
				"There are two entries with this id, the other one in {0}, line {1}. One of them counts.",
				second,
				third,
			);
		case "void-cycle":
			return l10n.t("This undoes an entry that in the end undoes this one. Neither has an effect.");
		case "edit-cycle":
			return l10n.t("This replaces an entry that in the end replaces this one. The newest counts.");
		case "timer-stopped-twice":
			return l10n.t("The same timer was stopped more than once; all of the time counts. Remove what is too much.");
	}
}

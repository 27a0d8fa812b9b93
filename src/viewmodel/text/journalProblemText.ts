import * as l10n from "@vscode/l10n";
import type { JournalProblem } from "../../journal/journalProblem.ts";

/** The message for a journal problem: what was found, its effect, and what to do. */
export function journalProblemText({ code, args }: JournalProblem): string {
	const [first = "", second = "", third = ""] = args;
	switch (code) {
		case "unreadable":
			return l10n.t("This line isn't a valid entry. It's kept, but not counted: {0}", first);
		case "line-too-long":
			return l10n.t("This line is {0} KB long; the limit is {1} KB. It isn't counted.", second, first);
		case "too-deep":
			return l10n.t("Nested more than {0} levels deep. The line isn't counted.", first);
		case "missing-field":
			return l10n.t('The entry has no "{0}", so it isn\'t counted. Add it.', first);
		case "empty-field":
			return l10n.t('"{0}" is empty, so the entry isn\'t counted.', first);
		case "not-finite":
			return l10n.t('"{0}" isn\'t a valid number.', first);
		case "too-large":
			return l10n.t('"{0}" is too large. Correct it.', first);
		case "bad-field":
			return l10n.t('"{0}" has a value that isn\'t valid for this type of entry. Correct it.', first);
		case "set-and-add":
			return l10n.t('The entry has both "set" and "add", so it isn\'t counted. Remove one.');
		case "conflict-marker":
			return l10n.t("This is a Git merge conflict marker. Both sides are counted. Delete this line.");
		case "invalid-bytes":
			return l10n.t(
				"This line isn't valid UTF-8, so some characters can't be read. Correct it, then save the file as UTF-8.",
			);
		case "unknown-type":
			return l10n.t('Entries of type "{0}" come from a newer version and are ignored: {1}.', first, second);
		case "negative-minutes":
			return l10n.t("Time can't be negative. {0} min is counted as 0. Correct the entry.", first);
		case "many-minutes":
			return l10n.t("The entry is longer than 24 hours: {0} minutes. It's counted as written.", first);
		case "far-away":
			return l10n.t("The date is implausible, or after the day the entry was written: {0}", first);
		case "two-contents":
			return l10n.t(
				"Duplicate entry ID. The other entry is in {0}, line {1}. Only one of them is counted.",
				second,
				third,
			);
		case "void-cycle":
			return l10n.t("This entry and another one undo each other. Neither has an effect.");
		case "edit-cycle":
			return l10n.t("This entry and another one replace each other. The newest is counted.");
		case "timer-stopped-twice":
			return l10n.t(
				"This timer was already stopped by an earlier entry, so this time isn't counted. Remove one of the two.",
			);
		case "unsurpassable-id":
			return l10n.t(
				'The ID "{0}" sorts after any new ID, so corrections to this entry are never counted. Change the ID.',
				first,
			);
	}
}

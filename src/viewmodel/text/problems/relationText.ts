import * as l10n from "@vscode/l10n";
import type { RelationProblemCode } from "../../../plan/planProblem.ts";

/** The text of a problem between parts of the plan. */
export function relationText(code: RelationProblemCode, first: string, second: string): string {
	switch (code) {
		case "duplicate-id":
			return l10n.t('Duplicate ID "{0}". Each ID must be unique.', first);
		case "derived-id":
			return l10n.t('Several titles result in the ID "{0}". Add an "id" to the one you refer to.', first);
		case "unknown-id":
			return didYouMean(l10n.t('No item in the plan has the ID "{0}".', first), second);
		case "unknown-measure":
			return didYouMean(l10n.t('No measure has the ID "{0}".', first), second);
		case "unknown-track":
			return didYouMean(l10n.t('No track has the ID "{0}".', first), second);
		case "unknown-checkpoint":
			return didYouMean(l10n.t('No checkpoint has the ID "{0}".', first), second);
		case "needs-cycle":
			return l10n.t("Circular dependency: {0}. Remove one of the needs.", first);
		case "drives-itself":
			return l10n.t('"{0}" can\'t drive itself. Name another item.', first);
		case "missing-start":
			return l10n.t(
				"This date is relative to the start of the plan, which isn't set. Add it at the top of the plan: start: 2026-01-05",
			);
		case "before-start":
			return l10n.t("This ends before the plan starts. Change it, or move the start of the plan.");
		case "double-period":
			return l10n.t('"{0}" covers the same days as an earlier key. Combine them under one key.', first);
		case "shares-sum":
			return l10n.t("The track shares add up to {0}% in year {1}. They must add up to 100%.", first, second);
		case "hours-sum":
			return l10n.t(
				"The commitments add up to {0} h per week, but the weekly target is {1}. Change one of them.",
				first,
				second,
			);
		case "from-beyond-goal":
			return l10n.t("The starting value already exceeds the goal of {0}. Change the goal or the value.", first);
		case "checkpoint-twice":
			return l10n.t('Use either "every" or "when". "until" ends a recurring review.');
		case "checkpoint-never":
			return l10n.t('This checkpoint is never due. Add a line such as "every: 6 months" or "when: year 3".');
		case "checkpoint-endless":
			return l10n.t("This period has no end, so the review is never due. Use a period that ends, such as year 2.");
		case "checkpoint-too-short":
			return l10n.t(
				"The first review would be due on {0}, but there are none after {1}. Use a later end, or review more often.",
				first,
				second,
			);
		case "rate-never":
			return l10n.t(
				'The period of this item is too short for "{0}", so it can never be met. Change one of them.',
				first,
			);
		default:
			return itemText(code, first);
	}
}

type ItemProblemCode =
	| "time-goal"
	| "length-after-nothing"
	| "length-not-here"
	| "part-twice"
	| "parts-deep"
	| "part-is-id"
	| "needs-optional";

function itemText(code: ItemProblemCode, first: string): string {
	switch (code) {
		case "length-after-nothing":
			return l10n.t("This begins where the one before ends, but that has no end. Give it a period that ends.");
		case "length-not-here":
			return l10n.t(
				'"{0}" needs something before it, so it works only in a list of phases, stages, or items, and in targets.',
				first,
			);
		case "time-goal":
			return l10n.t('With "of: time", the goal is in hours or minutes, such as 40 h or 90 minutes.');
		case "part-twice":
			return l10n.t(
				"This part is in the plan twice. Write it once, and name its ID in needs where others depend on it.",
			);
		case "parts-deep":
			return l10n.t("Parts are nested more than {0} levels deep. Divide the item into several ones.", first);
		case "part-is-id":
			return l10n.t('"{0}" is the ID of another item. A part is written out. To depend on an item, use needs.', first);
		case "needs-optional":
			return l10n.t('"{0}" is optional, but other items need it. Remove one of the two.', first);
	}
}

/** What is unknown, with the known name that was most likely meant. */
export function didYouMean(what: string, meant: string | undefined): string {
	return meant ? `${what} ${l10n.t('Did you mean "{0}"?', meant)}` : what;
}

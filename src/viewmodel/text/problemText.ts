import * as l10n from "@vscode/l10n";
import { amountForms } from "../../amount/amountForms.ts";
import type { QuantityError } from "../../amount/parseQuantity.ts";
import type { PlanProblem, RelationProblemCode, ShapeProblemCode, ValueProblemCode } from "../../plan/planProblem.ts";
import { foreignKey } from "../../plan/schema/foreignKeys.ts";
import type { PeriodError } from "../../time/period.ts";
import { datesOf } from "../../time/periodWords.ts";
import { nearestName } from "../../util/nearest.ts";
import { ambiguousText } from "./amountText.ts";
import { didYouMean, relationText } from "./problems/relationText.ts";

/** The text of a problem: what was found, what was expected, and how to fix it. */
export function problemText({ code, args }: PlanProblem): string {
	const [first = ""] = args;
	switch (code) {
		case "too-large":
			return l10n.t(
				"The plan is larger than {0} KB, so it wasn't read. Shorten it, or move long text to another file.",
				first,
			);
		case "too-many-lines":
			return l10n.t("The plan has more than {0} lines, so it wasn't read. Shorten it.", first);
		case "too-many-tokens":
			return l10n.t("The plan has more than {0} YAML tokens, so it wasn't read. Shorten it.", first);
		case "too-deep":
			return l10n.t("Nested more than {0} levels deep. A plan needs at most ten. Check the indentation.", first);
		case "too-many-aliases":
			return l10n.t("The aliases (*name) in this plan expand to too much text. Write out the repeated parts.");
		case "unknown-alias":
			return l10n.t("In YAML, text that starts with an asterisk is an alias. Enclose it in quotes: {0}", quoted(first));
		case "several-documents":
			return l10n.t("Everything after this --- line is ignored. A plan is a single YAML document.");
		case "yaml":
			return l10n.t("YAML can't read this. Check the quotes, brackets, and indentation on this line.");
		case "unclosed":
			return l10n.t("Missing {0} at the end of this line.", first);
		case "bad-indent":
			return l10n.t(
				"This line isn't aligned with the lines above. Indent it with spaces up to column {0}.",
				String(Number(first) + 1),
			);
		case "no-colon":
			return l10n.t('Missing colon after "{0}".', first);
		case "hyphen-without-space":
			return l10n.t("Missing space after the hyphen, so this isn't an item of the list. Add a space.");
		case "quoted-and-more":
			return l10n.t(
				"Text that starts with a quotation mark ends at the next one. Enclose all of it in quotes: {0}",
				quoted(first),
			);
		case "greater-than":
			return l10n.t("In YAML, > starts a block of text. Enter a number such as 5, or enclose the value in quotes.");
		case "read-as-text":
			return l10n.t(
				"YAML can't read this as it's written, so it's read as text. Enclose it in quotes: {0}",
				quoted(first),
			);
		case "tab":
			return l10n.t("YAML doesn't allow tabs as indentation. Use spaces.");
		case "indented-key":
			return l10n.t(
				"This key is indented further than the key above it. It's read as if both had the same indentation.",
			);
		case "continued-text":
			return l10n.t("This text continues on the next line and is read as one: {0}", quoted(first));
		default:
			return shapeText(code, args);
	}
}

function shapeText(
	code: ShapeProblemCode | ValueProblemCode | RelationProblemCode,
	args: ReadonlyArray<string>,
): string {
	const [first = "", ...rest] = args;
	switch (code) {
		case "empty":
			return l10n.t("The plan is empty. Start with a line such as: title: My roadmap");
		case "not-a-map":
			return first === "list"
				? l10n.t("A plan is a map with keys such as title, phases, and targets. This is a list.")
				: l10n.t("A plan is a map with keys such as title, phases, and targets. This is text.");
		case "expected-text":
			return l10n.t("Expected text. If it contains a colon, enclose it in quotes.");
		case "expected-list":
			return l10n.t("Expected a list, with each item on its own line and starting with a hyphen.");
		case "expected-map":
			return first === "list"
				? l10n.t("Expected keys with a list below each, not a list.")
				: l10n.t("Expected a map of keys, such as: title: My first phase");
		case "expected-text-or-map":
			return l10n.t("Expected text or a map of keys.");
		case "bad-key":
			return l10n.t("Keys must be plain text.");
		case "merge-key":
			return l10n.t("The merge key << isn't supported. Write out the keys that it refers to.");
		case "unknown-key":
			return unknownKeyText(first, rest);
		case "duplicate-key":
			return l10n.t('Duplicate key "{0}". Remove one.', first);
		case "comma-in-flow":
			return l10n.t("Within { }, a comma ends the value. Enclose it in quotes: {0}", quoted(first));
		case "colon-without-space":
			return l10n.t('Missing space after the colon in "{0}", so it isn\'t a key with a value. Add a space.', first);
		case "colon-in-title":
			return l10n.t("The colon turns this title into a key. Enclose it in quotes: {0}", quoted(first));
		case "hash-in-text":
			return l10n.t(
				"A # preceded by a space starts a comment. If it's part of the text, enclose the text in quotes: {0}",
				quoted(first),
			);
		case "nested-bullets":
			return nestedListText(first, rest[0] ?? "");
		case "missing-title":
			return l10n.t("Missing title. Add a line such as: title: My title");
		case "missing":
			return l10n.t('Missing key "{0}".', first);
		default:
			return valueText(code, args);
	}
}

function nestedListText(title: string, key: string): string {
	switch (key) {
		case "":
			return l10n.t('The list below "{0}" isn\'t read as parts of it. Move these items up.', title);
		case "parts":
			return l10n.t('The list below "{0}" is read as its parts. Write them below "parts".', title);
		case "title":
			return l10n.t('"{0}" is read as the title of the keys below it. Write it as one of these keys: title', title);
		default:
			return l10n.t('The list below "{0}" is read as "{1}". Add this key above the list.', title, key);
	}
}

function valueText(code: ValueProblemCode | RelationProblemCode, args: ReadonlyArray<string>): string {
	const [first = "", second = ""] = args;
	switch (code) {
		case "bad-format":
			return l10n.t(
				'Format "{0}" isn\'t supported; only format 1 is. A newer version of Waymark might support it.',
				first,
			);
		case "bad-day":
			return l10n.t('"{0}" isn\'t a valid date. Use YYYY-MM-DD, such as 2026-01-05.', first);
		case "bad-period":
			return periodText(first, second as PeriodError);
		case "bad-quantity":
			return quantityText(first, second as QuantityError);
		case "bad-duration":
			return l10n.t('"{0}" isn\'t a valid duration. Use a value such as 6 months, 3 years, or 4 weeks.', first);
		case "bad-hours":
			return l10n.t('"{0}" isn\'t a valid number of hours per week. Use a value such as 2, 1.5, or 4-5.', first);
		case "bad-times":
			return l10n.t('"{0}" isn\'t a valid number of times per week. Use a value from 1, such as 3 or 2-3.', first);
		case "bad-share":
			return l10n.t('"{0}" isn\'t a valid share. Use a percentage from 0% to 100%, such as 60%.', first);
		case "bad-below":
			return l10n.t('"{0}" isn\'t valid. Use a value such as: below 60%', first);
		case "bad-weekday":
			return l10n.t('"{0}" isn\'t a day of the week. Use an English name, such as monday.', first);
		case "bad-weekdays":
			return l10n.t(
				'"{0}" doesn\'t list days of the week. Use a value such as "monday-saturday" or "monday, wednesday".',
				first,
			);
		case "bad-day-end":
			return l10n.t('"{0}" isn\'t a valid end of the day. Use a time from 00:00 to 12:00, such as "03:00".', first);
		case "bad-choice":
			return l10n.t('"{0}" isn\'t valid. Use one of these: {1}', first, second);
		case "bad-boolean":
			return first === ""
				? l10n.t('"private" needs a value: true or false. Until then, this is treated as private.')
				: l10n.t('"{0}" is neither true nor false. Until that is fixed, this is treated as private.', first);
		case "bad-flag":
			return l10n.t('"{0}" is neither true nor false.', first);
		case "bad-id":
			return l10n.t(
				'"{0}" isn\'t a valid ID. Start with a letter or digit, without leading spaces or line breaks.',
				first,
			);
		case "too-long":
			return l10n.t("This text is longer than {0} characters.", second);
		case "too-many":
			return tooManyText(first, second);
		default:
			return relationText(code, first, second);
	}
}

function tooManyText(what: string, most: string): string {
	switch (what) {
		case "checkpoints-due":
			return l10n.t(
				"This checkpoint is due too often. Only its first {0} reviews are shown. Set an earlier end.",
				most,
			);
		case "values":
			return l10n.t("Only the first {0} values by period are read.", most);
		default:
			return l10n.t('Only the first {0} of "{1}" are read. Delete what you no longer need.', most, what);
	}
}

function unknownKeyText(key: string, known: ReadonlyArray<string>): string {
	const what = l10n.t('Unknown key "{0}".', key);
	const foreign = foreignKey(key, known);
	switch (foreign?.kind) {
		case "synonym":
			return didYouMean(what, foreign.key);
		case "logged":
			return `${what} ${l10n.t("What is done is in the journal, not in the plan. To record it, use Log Progress.")}`;
		case "note":
			return `${what} ${noKeyText(key)}`;
		case undefined:
			return didYouMean(what, nearestName(key, known));
	}
}

/** Why a plan has no key for something, and what to use instead. */
function noKeyText(key: string): string {
	switch (key.toLowerCase().replace(/[\s-]+/g, "_")) {
		case "priority":
			return l10n.t("A plan has no priorities: the order of items says what comes first. You can keep it in a note.");
		case "owner":
		case "owners":
		case "assignee":
		case "responsible":
			return l10n.t("A plan has no owners: use areas or tracks instead. You can keep it in a note.");
		case "if":
		case "then":
		case "else":
			return l10n.t("A plan has no conditions. You can keep it in a note.");
		default:
			return l10n.t("Plans have no key for this. You can keep it in a note.");
	}
}

function quoted(text: string): string {
	return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function periodText(text: string, why: PeriodError): string {
	switch (why) {
		case "form":
			return l10n.t(
				'"{0}" isn\'t a valid period. Use a value such as month 3, years 4-6, by year 2, 2027-06, or 2026-09..2027-02.',
				text,
			);
		case "unit":
			return l10n.t('"{0}" needs a unit, such as month {0} or year {0}.', text);
		case "reversed":
			return l10n.t('"{0}" ends before it starts. Swap the two ends.', text);
		case "date":
			return l10n.t('"{0}" contains a date that doesn\'t exist.', text);
		case "ambiguous":
			return l10n.t(
				'"{0}" could have the day or the month first. Write the date as in: {1}',
				text,
				datesOf(text).join(l10n.t(" or ")),
			);
		case "zero":
			return l10n.t('"{0}" starts at 0. Months, weeks, and years are counted from 1.', text);
		case "endless":
			return l10n.t('"{0}" has no end, so it can\'t be a due date. Remove the + or use: from …', text);
	}
}

function quantityText(text: string, why: QuantityError): string {
	switch (why) {
		case "form":
			return l10n.t(
				'"{0}" isn\'t a valid quantity. Use a value such as 100+, 8-12 people, $1M+, at most 2, or 4 per quarter.',
				text,
			);
		case "comma":
			return l10n.t('"{0}" isn\'t a valid number. Use a value such as 1500, 1,500, or 1.5.', text);
		case "ambiguous":
			return ambiguousText(text, amountForms(text));
		case "strict":
			return l10n.t(
				'"{0}" excludes its limit, but a goal includes it. Use a value such as "at most 30" or "at least 5".',
				text,
			);
		case "rate":
			return l10n.t(
				'"{0}" isn\'t a valid rate. A rate is per day, week, month, quarter, or year, such as 2 per week.',
				text,
			);
		case "mixed":
			return l10n.t('The two ends of "{0}" have different units. Use the same unit for both.', text);
		case "reversed":
			return l10n.t('"{0}" ends at a lower value than it starts. Swap the two ends.', text);
		case "huge":
			return l10n.t('"{0}" is too large.', text);
	}
}

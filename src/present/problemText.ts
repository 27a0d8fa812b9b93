import * as l10n from "@vscode/l10n";
import { nearest } from "../plan/nearest.ts";
import type { PeriodError } from "../plan/period.ts";
import type { Problem } from "../plan/problem.ts";
import type { QuantityError } from "../plan/quantity.ts";

/** A problem in words for the person who writes the plan: what was found, what was expected, how to mend it. */
export function problemText({ code, args }: Problem): string {
	const [first = "", second = "", ...rest] = args;
	switch (code) {
		case "too-large":
			return l10n.t(
				"The plan is larger than {0} KB and was not read. Shorten it, or move long prose elsewhere.",
				first,
			);
		case "too-many-lines":
			return l10n.t("The plan has more than {0} lines and was not read. Shorten it.", first);
		case "too-deep":
			return l10n.t(
				"This is nested more than {0} levels deep. A plan needs no more than ten: check the indentation.",
				first,
			);
		case "too-many-aliases":
			return l10n.t("The aliases (*name) in this plan expand to more than can be read. Write the repeated parts out.");
		case "unknown-alias":
			return l10n.t(
				"In YAML a text that begins with a star stands for another one of that name. Put it in quotes: {0}",
				quoted(first),
			);
		case "several-documents":
			return l10n.t("Only what stands before this --- line is read: a plan is one YAML document.");
		case "yaml":
			return l10n.t("This is not valid YAML: {0}", first);
		case "quoted-and-more":
			return l10n.t(
				"A text that begins with a quote ends at the next one. Put all of it in quotes: {0}",
				quoted(first),
			);
		case "greater-than":
			return l10n.t(
				"YAML takes a > here as the beginning of a long text. Write at least as a plain number, such as 5, or in quotes.",
			);
		case "empty":
			return l10n.t("The plan is empty. Begin with a line such as: title: My roadmap");
		case "not-a-map":
			return first === "list"
				? l10n.t("A plan is a map of keys such as title, phases and targets. This is a list.")
				: l10n.t("A plan is a map of keys such as title, phases and targets. This is a text.");
		case "expected-text":
			return l10n.t("A text was expected here. If it holds a colon, put it in quotes.");
		case "expected-list":
			return l10n.t("A list was expected here: one line for each, each beginning with a hyphen.");
		case "expected-map":
			return l10n.t("A map of keys was expected here, such as: title: My first phase");
		case "expected-text-or-map":
			return l10n.t("A text or a map of keys was expected here.");
		case "bad-key":
			return l10n.t("A key has to be a plain text.");
		case "merge-key":
			return l10n.t("The merge key << is not read. Write the keys out that it stands for.");
		case "unknown-key":
			return unknown(l10n.t('"{0}" is no key that is known here.', first), nearest(first, [second, ...rest]));
		case "duplicate-key":
			return l10n.t('"{0}" stands here twice. Keep one of them.', first);
		case "comma-in-flow":
			return l10n.t("Within { } a comma ends the value. Put it in quotes: {0}", quoted(first));
		case "colon-without-space":
			return l10n.t('There is no space behind the colon in "{0}", so it is no key with a value. Add one.', first);
		case "colon-in-title":
			return l10n.t("The colon makes a key of what was meant as a title. Put it in quotes: {0}", quoted(first));
		case "hash-in-text":
			return l10n.t(
				"A # with a space before it begins a comment. If it belongs to the text, put all in quotes: {0}",
				quoted(first),
			);
		case "missing-title":
			return l10n.t("This has no title. Add a line such as: title: What it is called");
		case "missing":
			return l10n.t('The key "{0}" is missing here.', first);
		case "bad-format":
			return l10n.t('This is format "{0}", and only format 1 is known. A newer Waymark may know more.', first);
		case "bad-day":
			return l10n.t('"{0}" is no day. Write one as year-month-day: 2026-01-05', first);
		case "bad-period":
			return periodText(first, second as PeriodError);
		case "bad-quantity":
			return quantityText(first, second as QuantityError);
		case "bad-duration":
			return l10n.t('"{0}" is no length of time. Write one as in: 6 months, 3 years, 4 weeks', first);
		case "bad-hours":
			return l10n.t('"{0}" is no number of hours a week. Write one as in: 2, 1.5, 4-5', first);
		case "bad-share":
			return l10n.t('"{0}" is no share of the time. Write one from 0% to 100%: 60%', first);
		case "bad-below":
			return l10n.t('"{0}" is not understood. Write: below 60%', first);
		case "bad-weekday":
			return l10n.t('"{0}" is no day of the week. Write its English name: monday', first);
		case "bad-weekdays":
			return l10n.t('"{0}" names no days of the week. Write them as in: monday-saturday, or: monday, wednesday', first);
		case "bad-day-end":
			return l10n.t('"{0}" is no time at which a day ends. Write one from 00:00 to 12:00: "03:00"', first);
		case "bad-choice":
			return l10n.t('"{0}" is none of these: {1}', first, second);
		case "bad-boolean":
			return l10n.t('"{0}" is neither true nor false.', first);
		case "bad-id":
			return l10n.t(
				'"{0}" cannot be an id. Begin with a letter or a digit, without space before or line breaks in it.',
				first,
			);
		case "too-long":
			return l10n.t("This is longer than {0} characters.", second);
		case "duplicate-id":
			return l10n.t('The id "{0}" is taken already. Give each its own.', first);
		case "derived-id":
			return l10n.t(
				'Several things have the title that makes the id "{0}". Give the one that is meant an id of its own.',
				first,
			);
		case "unknown-id":
			return unknown(l10n.t('Nothing in the plan has the id "{0}".', first), second);
		case "unknown-measure":
			return unknown(l10n.t('There is no measure with the id "{0}".', first), second);
		case "unknown-track":
			return unknown(l10n.t('There is no track with the id "{0}".', first), second);
		case "unknown-checkpoint":
			return unknown(l10n.t('There is no checkpoint with the id "{0}".', first), second);
		case "needs-cycle":
			return l10n.t(
				"These need each other in a circle, so none can ever be done: {0}. Take one of the needs out.",
				first,
			);
		case "missing-start":
			return l10n.t(
				"This counts from the first day of the plan, which the plan does not say. Add it at the top: start: 2026-01-05",
			);
		case "before-start":
			return l10n.t("This ends before the plan starts. Check it, or move the start.");
		case "double-period":
			return l10n.t('"{0}" means the same days as a key before it. Put both under one key.', first);
		case "shares-sum":
			return l10n.t("The shares of all tracks add up to {0}% in year {1}. Make it 100%.", first, second);
		case "hours-sum":
			return l10n.t(
				"The commitments add up to {0} hours a week, which lies outside the aim of {1}. Change one of the two.",
				first,
				second,
			);
		case "from-beyond-goal":
			return l10n.t(
				"The value on day one lies beyond the goal of {0} already. Raise the goal, or mend the value.",
				first,
			);
		case "checkpoint-twice":
			return l10n.t("A review falls due every so often, or once. Keep every or when; until says when it ends.");
		case "checkpoint-never":
			return l10n.t("This checkpoint never falls due. Add a line such as: every: 6 months, or: when: year 3");
	}
}

/** What is unknown, with the known name that was most likely meant. */
function unknown(what: string, meant: string | undefined): string {
	return meant ? `${what} ${l10n.t('Was "{0}" meant?', meant)}` : what;
}

function quoted(text: string): string {
	return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function periodText(text: string, why: PeriodError): string {
	switch (why) {
		case "form":
			return l10n.t(
				'"{0}" is no period. Write one as in: month 3, years 4-6, by year 2, 2027-06, 2026-09..2027-02',
				text,
			);
		case "unit":
			return l10n.t('"{0}" needs a unit: write month {0} or year {0}.', text);
		case "reversed":
			return l10n.t('"{0}" ends before it begins. Swap its ends.', text);
		case "date":
			return l10n.t('There is no such day as in "{0}".', text);
		case "zero":
			return l10n.t('"{0}" counts from 0. The first month, week or year is 1.', text);
		case "endless":
			return l10n.t('"{0}" never ends, so nothing can be due by it. Drop the + or write: from …', text);
	}
}

function quantityText(text: string, why: QuantityError): string {
	switch (why) {
		case "form":
			return l10n.t('"{0}" is no quantity. Write one as in: 100+, 8-12 people, $1M+, at most 2, 4 per quarter', text);
		case "comma":
			return l10n.t('The comma in "{0}" separates no thousands. Write 1,000 or, for a fraction, 1.5.', text);
		case "reversed":
			return l10n.t('"{0}" ends below where it begins. Swap its ends.', text);
		case "huge":
			return l10n.t('"{0}" is too large to reckon with.', text);
	}
}

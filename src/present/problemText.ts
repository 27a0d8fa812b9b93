import * as l10n from "@vscode/l10n";
import type { PeriodError } from "../plan/period.ts";
import type { Problem } from "../plan/problem.ts";
import type { QuantityError } from "../plan/quantity.ts";

/** A problem in words for the person who writes the plan: what was found, what was expected, how to mend it. */
export function problemText({ code, args }: Problem): string {
	const [first = "", second = ""] = args;
	switch (code) {
		case "empty":
			return l10n.t("The plan is empty. Begin with a line such as: title: My roadmap");
		case "too-large":
			return l10n.t(
				"The plan is larger than {0} KB and was not read. Shorten it, or move long prose elsewhere.",
				first,
			);
		case "too-deep":
			return l10n.t(
				"This is nested more than {0} levels deep. A plan needs no more than ten: check the indentation.",
				first,
			);
		case "too-many-aliases":
			return l10n.t("The aliases (*name) in this plan expand to more than can be read. Write the repeated parts out.");
		case "several-documents":
			return l10n.t("Only what stands before this --- line is read: a plan is one YAML document.");
		case "yaml":
			return l10n.t("This is not valid YAML: {0}", firstLine(first));
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
		case "missing-title":
			return l10n.t("This has no title. Add a line such as: title: What it is called");
		case "duplicate-key":
			return l10n.t('"{0}" stands here twice. Keep one of them.', first);
		case "duplicate-id":
			return l10n.t('The id "{0}" is taken already. Give each its own.', first);
		case "unknown-id":
			return l10n.t('Nothing in the plan has the id "{0}".', first);
		case "unknown-measure":
			return l10n.t('There is no measure with the id "{0}".', first);
		case "bad-start":
			return l10n.t('"{0}" is no day. Write the first day of the plan as in: start: 2026-01-05', first);
		case "missing-start":
			return l10n.t('"{0}" counts from the first day of the plan. Add it at the top: start: 2026-01-05', first);
		case "bad-period":
			return periodText(first, second as PeriodError);
		case "bad-quantity":
			return quantityText(first, second as QuantityError);
		case "bad-number":
			return l10n.t('"{0}" is no number.', first);
	}
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

function firstLine(text: string): string {
	return (text.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
}

import * as l10n from "@vscode/l10n";
import { type Fact, factsOf } from "../../progress/review/reviewFact.ts";
import type { PageTable } from "../../review/reviewPageModel.ts";
import { parseDay } from "../../time/day.ts";
import type { Formatter } from "../text/formatter.ts";
import { amendmentText, shiftText } from "./amendmentText.ts";

/** The changes of the plan in the period of a review, the newest first. */
export function amendmentTable(facts: ReadonlyArray<Fact>, formatter: Formatter): PageTable {
	return {
		title: l10n.t("In this period"),
		columns: [
			{ title: l10n.t("Day") },
			{ title: l10n.t("Item") },
			{ title: l10n.t("Change") },
			{ title: l10n.t("Reason") },
		],
		rows: factsOf(facts, "amendment")
			.toReversed()
			.map((fact) => [
				formatter.date(parseDay(fact.day) ?? 0),
				fact.on === undefined && fact.title === "" ? l10n.t("The plan") : formatter.title(fact),
				amendmentText(fact, formatter),
				formatter.plain(fact.why ?? ""),
			]),
		empty: l10n.t("The plan wasn't changed in this period."),
	};
}

/** How far each phase has moved since day one. */
export function shiftTable(facts: ReadonlyArray<Fact>, formatter: Formatter): PageTable {
	return {
		title: l10n.t("Since day one"),
		columns: [
			{ title: l10n.t("Phase") },
			{ title: l10n.t("End on day one") },
			{ title: l10n.t("End now") },
			{ title: l10n.t("Moved") },
		],
		rows: factsOf(facts, "shift").map((fact) => {
			const [was, now] = [parseDay(fact.was) ?? 0, parseDay(fact.now) ?? 0];
			return [formatter.title(fact), formatter.date(was), formatter.date(now), shiftText(now - was)];
		}),
		empty: l10n.t("No phase has moved."),
	};
}

import * as l10n from "@vscode/l10n";
import { type Steps, stepping } from "../../journal/steps.ts";
import { formatDay } from "../../time/day.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { yearText } from "../text/yearText.ts";
import { csvRow } from "./csvRow.ts";
import { kindTitle } from "./impactMarkdown.ts";
import type { ImpactRecord } from "./impactRecord.ts";

/**
 * The impact record as CSV (RFC 4180), with a line for each win and item. Texts that a spreadsheet would treat as
 * formulas are prefixed with an apostrophe; numbers are not. It begins with a byte order mark, by which Excel detects
 * UTF-8.
 */
export function* impactCsv({ achievements }: ImpactRecord, { plan }: ViewSource): Steps<string> {
	const fields = [
		l10n.t("Day"),
		l10n.t("Kind"),
		l10n.t("What"),
		l10n.t("Value"),
		l10n.t("Amount"),
		l10n.t("About"),
		l10n.t("Year"),
		l10n.t("Phase"),
		l10n.t("Track"),
		l10n.t("Success factor"),
		l10n.t("Notes"),
		l10n.t("Links"),
	];
	const rows = [csvRow(fields)];
	yield* stepping(achievements, (each) =>
		rows.push(
			csvRow([
				formatDay(each.day),
				kindTitle(each.kind),
				each.title,
				each.value ?? "",
				each.amount ?? "",
				each.about.join("; "),
				yearText(plan, each.year),
				each.phases.join("; "),
				each.tracks.join("; "),
				each.factors.join("; "),
				each.evidence.flatMap(({ note }) => note ?? []).join("; "),
				[each.link, ...each.evidence.map(({ link }) => link)].filter((link) => link !== undefined).join(" "),
			]),
		),
	);
	return `\uFEFF${rows.join("")}`;
}

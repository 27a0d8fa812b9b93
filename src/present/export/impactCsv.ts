import * as l10n from "@vscode/l10n";
import { csvFormatRow } from "d3-dsv";
import { formatDay } from "../../plan/day.ts";
import { shownText } from "../shownText.ts";
import type { ViewSource } from "../viewSource.ts";
import { yearWord } from "../yearWord.ts";
import { kindTitle } from "./impactMarkdown.ts";
import type { ImpactRecord } from "./impactRecord.ts";

/**
 * The impact record as a table, a line for each win and item, RFC 4180. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
export function impactCsv({ achievements }: ImpactRecord, { plan }: ViewSource): string {
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
	const data = achievements.map((each) => [
		formatDay(each.day),
		kindTitle(each.kind),
		each.title,
		each.value ?? "",
		each.amount ?? "",
		each.about.join("; "),
		yearWord(plan, each.year),
		each.phases.join("; "),
		each.tracks.join("; "),
		each.factors.join("; "),
		each.evidence.flatMap(({ note }) => note ?? []).join("; "),
		[each.link, ...each.evidence.map(({ link }) => link)].filter((link) => link !== undefined).join(" "),
	]);
	return [fields, ...data].map((row) => `${csvFormatRow(row.map(cellOf))}\r\n`).join("");
}

/** Without signs that have no place in a text, and never a formula: spreadsheets pass over blanks before its sign. */
function cellOf(text: string): string {
	return shownText(text).replace(/^\s*[=+\-@＝＋－＠]/, "'$&");
}

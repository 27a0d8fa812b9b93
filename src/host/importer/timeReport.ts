import * as vscode from "vscode";
import type { ProposedTime } from "../../importer/time/proposeTime.ts";
import type { RowProblem, TimeRows } from "../../importer/time/readTimeRows.ts";
import { formatDay } from "../../time/day.ts";
import { formatMoment } from "../../time/moment.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";

/** The most lines in one section. */
const mostLines = 20_000;

/** What becomes of each line of a time tracker's export, as Markdown: first what is not imported. */
export function timeReport(
	name: string,
	{ problems }: TimeRows,
	proposed: ReadonlyArray<ProposedTime>,
	{ source, timeZone }: { readonly source: ViewSource; readonly timeZone: string },
): string {
	const { plan, formatter } = source;
	const title = (on: string | undefined) => formatter.title(plan.byId.get(on ?? "") ?? { title: on ?? "" });
	const row = ({ entry, on, overlaps }: ProposedTime) => {
		const at = entry.start === undefined ? formatDay(entry.day) : formatMoment(entry.start, timeZone).slice(0, 16);
		const what = [entry.project, entry.task, ...entry.tags, entry.text].filter((text) => text !== "").join(" · ");
		const target = on === undefined ? "" : ` → ${title(on)}`;
		const warning = overlaps ? ` (${vscode.l10n.t("overlaps with another entry")})` : "";
		return `- ${entry.line}: ${at.replace("T", " ")}, ${formatter.minutes(entry.minutes)}, ${oneLine(what)}${target}${warning}`;
	};
	const section = (heading: string, fate: ProposedTime["fate"]) =>
		sectionOf(
			heading,
			proposed.filter((each) => each.fate === fate),
			row,
		);
	return [
		`# ${vscode.l10n.t("Import of {0}", name)}`,
		...sectionOf(
			vscode.l10n.t("Not read"),
			problems,
			({ line, why, text }) => `- ${line}: ${oneLine(text)} → ${problemText(why)}`,
		),
		...section(vscode.l10n.t("Without a target"), "unmapped"),
		...section(vscode.l10n.t("Left out"), "left-out"),
		...section(vscode.l10n.t("Already logged"), "logged"),
		...section(vscode.l10n.t("Repeated in the file"), "repeated"),
		...section(vscode.l10n.t("Imported when you accept"), "new"),
	].join("\n\n");
}

function sectionOf<T>(heading: string, entries: ReadonlyArray<T>, row: (entry: T) => string): ReadonlyArray<string> {
	const rest = entries.length - mostLines;
	const lines = [...entries.slice(0, mostLines).map(row), ...(rest > 0 ? [`- … +${rest}`] : [])];
	return entries.length === 0 ? [] : [`## ${heading} (${entries.length})`, lines.join("\n")];
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").slice(0, 200);
}

function problemText(why: RowProblem): string {
	switch (why) {
		case "broken":
			return vscode.l10n.t("not an entry");
		case "date":
			return vscode.l10n.t("no date, or one that doesn't exist");
		case "order":
			return vscode.l10n.t("day and month can be swapped");
		case "time":
			return vscode.l10n.t("no valid start or end");
		case "duration":
			return vscode.l10n.t("not a duration");
		case "unit":
			return vscode.l10n.t("a duration without a unit");
		case "running":
			return vscode.l10n.t("no end and no duration");
		case "negative":
			return vscode.l10n.t("ends before it starts");
		case "zero":
			return vscode.l10n.t("shorter than a minute");
		case "too-long":
			return vscode.l10n.t("longer than a day");
		case "future":
			return vscode.l10n.t("in the future");
	}
}

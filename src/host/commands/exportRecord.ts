import * as vscode from "vscode";
import { formatDay, parseDay, type Span } from "../../plan/day.ts";
import { calendarFile } from "../../present/export/calendar.ts";
import { impactCsv } from "../../present/export/impactCsv.ts";
import { impactMarkdown } from "../../present/export/impactMarkdown.ts";
import { impactRecord } from "../../present/export/impactRecord.ts";
import type { ViewSource } from "../../present/viewSource.ts";
import { Words } from "../../present/words.ts";
import type { Session } from "../session.ts";
import { askForDays } from "./askForDays.ts";
import { argumentsOf, textIn } from "./commandArguments.ts";
import { needSession } from "./needSession.ts";
import { saveFile } from "./saveFile.ts";
import { pickStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";
import { isTold, wrongExport, wrongTexts } from "./wrongArguments.ts";

/**
 * Writes what was achieved into a file: wins, what was reached, and the evidence, without what is private.
 *
 * @param given `{format, from, to, file}`: `"markdown"` or `"csv"`; days such as `2026-01-05`, both included; the address of
 * the file. What is left out is asked for
 */
export async function exportImpactRecord(context: CommandContext, given?: unknown): Promise<void> {
	const found = await sourceOf(context);
	const wanted = argumentsOf(given);
	if (!found || isTold(wrongExport(wanted, found.source.today), vscode.l10n.t("Nothing was exported."))) {
		return;
	}
	const { session } = found;
	// Discreet mode is for the screen: a record is told to win something by what it says.
	const source = { ...found.source, words: new Words(vscode.env.language) };
	const format = textIn(wanted, "format") ?? (await askForFormat());
	const span = format && (spanIn(wanted, source) ?? (await askForDays(source)));
	if (!format || !span) {
		return;
	}
	const record = impactRecord(source, span);
	const isCsv = format === "csv";
	await saveFile(session, {
		name: `impact-${formatDay(source.today)}.${isCsv ? "csv" : "md"}`,
		type: isCsv ? { CSV: ["csv"] } : { Markdown: ["md"] },
		title: vscode.l10n.t("Export Impact Record"),
		text: isCsv ? impactCsv(record, source) : impactMarkdown(record, source),
		file: textIn(wanted, "file"),
		opens: true,
	});
}

/**
 * Writes the days on which something falls due into a calendar file, without what is private.
 *
 * @param given `{file}`: the address of the file; asked for when left out
 */
export async function exportCalendar(context: CommandContext, given?: unknown): Promise<void> {
	const found = await sourceOf(context);
	const wanted = argumentsOf(given);
	if (!found || isTold(wrongTexts({ file: wanted["file"] }), vscode.l10n.t("Nothing was exported."))) {
		return;
	}
	await saveFile(found.session, {
		name: "roadmap.ics",
		type: { iCalendar: ["ics"] },
		title: vscode.l10n.t("Export Calendar"),
		text: calendarFile(found.source, found.session.clock.now()),
		file: textIn(wanted, "file"),
	});
}

async function sourceOf(
	context: CommandContext,
): Promise<{ readonly session: Session; readonly source: ViewSource } | undefined> {
	const found = await needSession(context);
	const source = await found?.session.source();
	return found && source ? { session: found.session, source } : undefined;
}

async function askForFormat(): Promise<string | undefined> {
	const items = [
		{ label: "Markdown", description: vscode.l10n.t("a document to read"), format: "markdown" },
		{ label: "CSV", description: vscode.l10n.t("a table for a spreadsheet"), format: "csv" },
	];
	const title = vscode.l10n.t("Export Impact Record");
	const chosen = await pickStep({ title, step: 1, totalSteps: 2, placeholder: vscode.l10n.t("In which form?"), items });
	return chosen?.format;
}

/** The days that the arguments name, up to today where they name no last one. Undefined without a first one. */
function spanIn(wanted: Readonly<Record<string, unknown>>, { today }: ViewSource): Required<Span> | undefined {
	const from = parseDay(textIn(wanted, "from") ?? "");
	return from === undefined ? undefined : { start: from, end: (parseDay(textIn(wanted, "to") ?? "") ?? today) + 1 };
}

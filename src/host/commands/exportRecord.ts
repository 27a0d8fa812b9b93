import * as vscode from "vscode";
import { addMonths, type Day, parseDay, type Span } from "../../plan/day.ts";
import { calendarFile } from "../../present/export/calendar.ts";
import { impactCsv } from "../../present/export/impactCsv.ts";
import { impactMarkdown } from "../../present/export/impactMarkdown.ts";
import { impactRecord } from "../../present/export/impactRecord.ts";
import { planYears } from "../../present/planYears.ts";
import type { ViewSource } from "../../present/viewSource.ts";
import { Words } from "../../present/words.ts";
import type { Session } from "../session.ts";
import { argumentsOf, textIn } from "./commandArguments.ts";
import { needSession } from "./needSession.ts";
import { saveFile } from "./saveFile.ts";
import { inputStep, pickStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";

/**
 * Writes what was achieved into a file: wins, what was reached, and the evidence, without what is private.
 *
 * @param given `{format, from, to, file}`: `"markdown"` or `"csv"`; days such as `2026-01-05`, both included; the address of
 * the file. What is left out is asked for
 */
export async function exportImpactRecord(context: CommandContext, given?: unknown): Promise<void> {
	const found = await shownForOthers(context);
	if (!found) {
		return;
	}
	const { session, source } = found;
	const wanted = argumentsOf(given);
	const format = textIn(wanted, "format") ?? (await askForFormat());
	const span = format && (spanIn(wanted, source) ?? (await askForDays(source)));
	if (!format || !span) {
		return;
	}
	const record = impactRecord(source, span);
	const isCsv = format === "csv";
	await saveFile(session, {
		name: isCsv ? "impact-record.csv" : "impact-record.md",
		type: isCsv ? { CSV: ["csv"] } : { Markdown: ["md"] },
		title: vscode.l10n.t("Export Impact Record"),
		text: isCsv ? impactCsv(record, source) : impactMarkdown(record, source),
		file: textIn(wanted, "file"),
	});
}

/**
 * Writes the days on which something falls due into a calendar file, without what is private.
 *
 * @param given `{file}`: the address of the file; asked for when left out
 */
export async function exportCalendar(context: CommandContext, given?: unknown): Promise<void> {
	const found = await shownForOthers(context);
	if (found) {
		const { session, source } = found;
		await saveFile(session, {
			name: "roadmap.ics",
			type: { iCalendar: ["ics"] },
			title: vscode.l10n.t("Export Calendar"),
			text: calendarFile(source, session.clock.now()),
			file: textIn(argumentsOf(given), "file"),
		});
	}
}

/** What there is to export. Discreet mode is for the screen: it does not change what a file says. */
async function shownForOthers(
	context: CommandContext,
): Promise<{ readonly session: Session; readonly source: ViewSource } | undefined> {
	const found = await needSession(context);
	const source = await found?.session.source();
	return found && source
		? { session: found.session, source: { ...source, words: new Words(vscode.env.language) } }
		: undefined;
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

/** Undefined where the arguments do not name both ends. */
function spanIn(wanted: Readonly<Record<string, unknown>>, { today }: ViewSource): Required<Span> | undefined {
	const from = parseDay(textIn(wanted, "from") ?? "");
	const to = parseDay(textIn(wanted, "to") ?? "");
	return from === undefined ? undefined : { start: from, end: Math.max(from, to ?? today) + 1 };
}

async function askForDays(source: ViewSource): Promise<Required<Span> | undefined> {
	const { plan, today, snapshot, words } = source;
	const years = planYears(plan, [today]);
	const year = years.spanOf(years.indexOf(today));
	const review = snapshot.reviews.at(-1);
	const until = (start: Day) => ({ start, end: today + 1 });
	const choices = [
		{ label: vscode.l10n.t("This year of the plan"), span: until(Math.min(year.start, today)) },
		...(review
			? [{ label: vscode.l10n.t("Since the last review"), span: until(Math.min(review.day + 1, today)) }]
			: []),
		{ label: vscode.l10n.t("The last twelve months"), span: until(addMonths(today, -12)) },
		{ label: vscode.l10n.t("Everything"), span: until(plan.start ?? firstDay(source)) },
	];
	const items = [
		...choices.map(({ label, span }) => ({ label, description: words.dates(span), span })),
		{ label: vscode.l10n.t("From another day..."), description: "", span: undefined },
	];
	const title = vscode.l10n.t("Export Impact Record");
	const chosen = await pickStep({ title, step: 2, totalSteps: 2, placeholder: vscode.l10n.t("Of which days?"), items });
	return chosen && (chosen.span ?? (await askForFirstDay(title, today)));
}

async function askForFirstDay(title: string, today: Day): Promise<Required<Span> | undefined> {
	const isDay = (text: string) => (parseDay(text.trim()) ?? today + 1) <= today;
	const typed = await inputStep({
		title,
		placeholder: "2026-01-05",
		prompt: vscode.l10n.t("The first day, up to today"),
		value: "",
		validate: (text) => (isDay(text) ? undefined : vscode.l10n.t("Write a day up to today, such as 2026-01-05.")),
	});
	const start = typed && !typed.back ? parseDay(typed.value.trim()) : undefined;
	return start === undefined ? undefined : { start, end: today + 1 };
}

function firstDay({ ledger, today }: ViewSource): Day {
	return ledger.between()[0]?.day ?? today;
}

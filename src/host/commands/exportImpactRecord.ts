import * as vscode from "vscode";
import { formatDay } from "../../time/day.ts";
import { impactCsv } from "../../viewmodel/export/impactCsv.ts";
import { impactMarkdown } from "../../viewmodel/export/impactMarkdown.ts";
import { impactRecord } from "../../viewmodel/export/impactRecord.ts";
import { openly } from "../../viewmodel/text/viewSource.ts";
import { commandArguments, textArgument } from "../logging/commandArguments.ts";
import { daysOfArguments, promptDays } from "../logging/prompts/promptDays.ts";
import { requireSource } from "../logging/requireSource.ts";
import { saveFile } from "../logging/saveFile.ts";
import { reportInvalid, validateExport } from "../logging/validateArguments.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep } from "../ui/quickInput.ts";

/**
 * Exports achievements of a date range: wins, reached items, and evidence, without anything private.
 *
 * @param given `{format, from, to, file}`: `"markdown"` or `"csv"`; dates such as `2026-01-05`, both inclusive; the
 * URI of the file. Missing arguments are prompted for
 */
export async function exportImpactRecord(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(context);
	const wanted = commandArguments(given);
	if (!found || reportInvalid(validateExport(wanted, found.source.today), vscode.l10n.t("Nothing was exported."))) {
		return;
	}
	const { session } = found;
	// Discreet mode only affects the screen: an impact record needs its amounts.
	const source = openly(found.source);
	const draft = await session.promptDraft("impactRecord");
	const known = { format: textArgument(wanted, "format"), span: daysOfArguments(wanted, source.today) };
	// What is known is no step.
	const isTwoSteps = known.format === undefined && known.span === undefined;
	const format = known.format ?? (await askForFormat(isTwoSteps ? { step: 1, totalSteps: 2 } : {}));
	const title = vscode.l10n.t("Export Impact Record");
	const last = { title, ...(isTwoSteps ? { step: 2, totalSteps: 2 } : {}) };
	const span = format && (known.span ?? (await promptDays(source, draft, last)));
	if (!format || !span) {
		return;
	}
	const { slices } = session;
	const record = await slices.run(impactRecord(source, span));
	const isCsv = format === "csv";
	const isSaved = await saveFile(session, {
		name: `impact-${formatDay(source.today)}.${isCsv ? "csv" : "md"}`,
		type: isCsv ? { CSV: ["csv"] } : { Markdown: ["md"] },
		title,
		content: await slices.run(isCsv ? impactCsv(record, source) : impactMarkdown(record, source)),
		file: textArgument(wanted, "file"),
		opens: true,
	});
	if (isSaved) {
		draft.clear();
	}
}

async function askForFormat(count: {
	readonly step?: number;
	readonly totalSteps?: number;
}): Promise<string | undefined> {
	const items = [
		{ label: "Markdown", description: vscode.l10n.t("Document"), format: "markdown" },
		{ label: "CSV", description: vscode.l10n.t("Spreadsheet"), format: "csv" },
	];
	const title = vscode.l10n.t("Export Impact Record");
	const chosen = await pickStep({
		title,
		...count,
		placeholder: vscode.l10n.t("Choose a format"),
		items,
	});
	return chosen?.format;
}

import * as vscode from "vscode";
import { calendarFile } from "../../viewmodel/export/calendarFile.ts";
import { commandArguments, textArgument } from "../logging/commandArguments.ts";
import { requireSource } from "../logging/requireSource.ts";
import { saveFile } from "../logging/saveFile.ts";
import { reportInvalid, validateTexts } from "../logging/validateArguments.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/**
 * Exports due dates to a calendar file, without private items.
 *
 * @param given `{file}`: the URI of the file; prompted for if missing
 */
export async function exportCalendar(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(context);
	const wanted = commandArguments(given);
	if (!found || reportInvalid(validateTexts({ file: wanted["file"] }), vscode.l10n.t("Nothing was exported."))) {
		return;
	}
	await saveFile(found.session, {
		name: "roadmap.ics",
		type: { iCalendar: ["ics"] },
		title: vscode.l10n.t("Export Calendar"),
		content: calendarFile(found.source, found.session.clock.now()),
		file: textArgument(wanted, "file"),
	});
}

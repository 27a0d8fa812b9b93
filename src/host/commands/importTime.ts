import * as vscode from "vscode";
import { plural } from "../../util/plural.ts";
import { detach } from "../core/detach.ts";
import { FileMemento } from "../core/fileMemento.ts";
import { importSource, type SourceKind } from "../importer/importSource.ts";
import { TimeImport } from "../importer/timeImport.ts";
import { TimeMappings } from "../importer/timeMappings.ts";
import { previewTime } from "../importer/timePreview.ts";
import { requireSource } from "../logging/requireSource.ts";
import { saveNewEntries } from "../logging/saveNewEntries.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/**
 * Imports the entries of a time tracker's export, after a preview in which columns and targets can be changed. All of them are
 * undone in one step.
 *
 * @param given the URI of the file; prompted for if missing
 */
export async function importTime(command: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(command);
	const text = found && (await importSource(given, timeSource()));
	if (!found || !text) {
		return;
	}
	const { session, source } = found;
	const { slices, clock } = session;
	const importer = await command.loadImporter();
	const table = await slices.run(importer.readTimeTable(text.text));
	if (!table || table.rows.length === 0) {
		const message = vscode.l10n.t(
			"{0} has no table with dates and durations, no Timewarrior intervals, and no Org clock lines.",
			escapeLabel(text.name),
		);
		detach(vscode.window.showInformationMessage(message));
		return;
	}
	const time = new TimeImport({ importer, table, source, slices, now: clock.now() });
	const mappings = new TimeMappings(new FileMemento(command.context.globalStorageUri), session.planUri);
	const first = await time.firstSettings(clock.timeZone(), await mappings.load(source.plan));
	const accepted = await previewTime({ name: text.name, table, time, mappings, source }, first);
	const entries = accepted && (await time.entries(accepted));
	if (entries && entries.length > 0) {
		const minutes = entries.reduce((sum, entry) => sum + (entry.type === "time" ? entry.minutes : 0), 0);
		const count = plural(entries.length, vscode.l10n.t("1 entry"), vscode.l10n.t("{0} entries", entries.length));
		await saveNewEntries(session, source.plan, entries, `${count}, ${source.formatter.minutes(minutes)}`);
	}
}

function timeSource(): SourceKind {
	return {
		title: vscode.l10n.t("Import Time"),
		fileLabel: vscode.l10n.t("CSV, JSON, or Org file..."),
		filters: { [vscode.l10n.t("Time")]: ["csv", "tsv", "txt", "json", "org"] },
		offers: ({ languageId, uri }) => languageId !== "yaml" && !uri.path.endsWith(".jsonl"),
		mostLength: 32 * 1024 * 1024,
	};
}

import * as vscode from "vscode";
import { mappingKey } from "../../importer/time/timeMapping.ts";
import type { TimeTable } from "../../importer/time/timeTable.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { pickStep } from "../ui/quickInput.ts";
import type { TimeImport, TimeImportSettings, TimeImportState } from "./timeImport.ts";
import type { TimeMappings } from "./timeMappings.ts";
import { type ChangeAction, previewItems } from "./timePreviewItems.ts";
import { askForColumn, askForGrouping, askForOrder, askForTarget, askForUnit, askForZone } from "./timeQuestions.ts";
import { timeReport } from "./timeReport.ts";

/** What the preview of a time import needs. */
export interface TimePreviewContext {
	/** The name of the source. */
	readonly name: string;
	readonly table: TimeTable;
	readonly time: TimeImport;
	readonly mappings: TimeMappings;
	readonly source: ViewSource;
}

/**
 * Shows in one list what an import does: how many entries it adds, what each column means, and what each project, tag, or text
 * belongs to. Each can be changed.
 *
 * @returns what is accepted; undefined if canceled
 */
export async function previewTime(
	context: TimePreviewContext,
	first: TimeImportSettings,
): Promise<TimeImportState | undefined> {
	let settings = first;
	for (;;) {
		const title = vscode.l10n.t("Import Time");
		const state = await vscode.window.withProgress(
			{ location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Reading {0}", context.name) },
			() => context.time.propose(settings),
		);
		const chosen = await pickStep({
			title,
			placeholder: vscode.l10n.t("Nothing is logged before you accept it. Select a row to change it."),
			items: previewItems(state, context.table, context.source),
			keepOpen: true,
		});
		const action = chosen?.action;
		if (!action) {
			return undefined;
		}
		switch (action.kind) {
			case "accept":
				return state;
			case "nothing":
				break;
			case "report":
				await showReport(context, state);
				break;
			default:
				settings = await change(context, state, action);
		}
	}
}

/** The settings with what the user changes. */
async function change(
	{ table, time, mappings, source }: TimePreviewContext,
	{ settings }: TimeImportState,
	action: ChangeAction,
): Promise<TimeImportSettings> {
	switch (action.kind) {
		case "order": {
			const order = await askForOrder(action.example);
			return order ? { ...settings, order } : settings;
		}
		case "unit": {
			const unit = await askForUnit();
			return unit ? { ...settings, unit } : settings;
		}
		case "zone": {
			const timeZone = await askForZone(settings.timeZone);
			return timeZone === undefined ? settings : { ...settings, timeZone };
		}
		case "column": {
			const role = await askForColumn(table, action.at, settings.roles[action.at] ?? "none");
			const free = (at: number) => (settings.roles[at] === role ? "none" : (settings.roles[at] ?? "none"));
			const roles = settings.roles.map((_, at) => (at === action.at && role ? role : free(at)));
			return role ? { ...settings, roles } : settings;
		}
		case "grouping":
			return { ...settings, groupBy: (await askForGrouping(settings.groupBy)) ?? settings.groupBy };
		case "group": {
			const { kind, value, target } = action.group;
			const chosen = await askForTarget(value, time.targets(), target, source);
			if (chosen === undefined) {
				return settings;
			}
			const key = mappingKey(kind, value);
			await mappings.remember(key, chosen);
			return { ...settings, mapping: { ...settings.mapping, [key]: chosen } };
		}
	}
}

async function showReport({ name, source }: TimePreviewContext, state: TimeImportState): Promise<void> {
	const { rows, proposed, settings } = state;
	const content = timeReport(name, rows, proposed, { source, timeZone: settings.timeZone });
	const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
	await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
}

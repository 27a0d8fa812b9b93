import * as vscode from "vscode";
import { type Day, formatDay, parseDay } from "../../plan/day.ts";
import { moveDates, startOf } from "../../plan/moveDates.ts";
import { today } from "../clock.ts";
import { exists } from "../planFinder.ts";
import type { CommandContext } from "./table.ts";

/** Writes a plan to begin with into a workspace folder, never over one that is there, and opens it. */
export async function createRoadmap({ context, finder, roadmap }: CommandContext): Promise<void> {
	const folder = await chooseFolder();
	if (!folder) {
		return;
	}
	const uri = vscode.Uri.joinPath(folder.uri, "roadmap.yaml");
	if ((await finder.find())?.toString() === uri.toString() || (await exists(uri))) {
		const open = vscode.l10n.t("Open Plan");
		const message = vscode.l10n.t("{0} has a roadmap.yaml already. It was left as it is.", folder.name);
		if ((await vscode.window.showInformationMessage(message, open)) === open) {
			await vscode.window.showTextDocument(uri);
		}
		return;
	}
	const start = await askForStart();
	if (start === undefined) {
		return;
	}
	const template = vscode.Uri.joinPath(context.extensionUri, "examples/director-of-ai-engineering/roadmap.yaml");
	const sample = new TextDecoder().decode(await vscode.workspace.fs.readFile(template));
	const text = moveDates(sample, start - (startOf(sample) ?? start));
	const edit = new vscode.WorkspaceEdit();
	edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
	if (!(await vscode.workspace.applyEdit(edit))) {
		throw new Error(vscode.l10n.t("{0} could not be written.", uri.path));
	}
	await vscode.window.showTextDocument(uri);
	await roadmap.refresh();
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (folders.length > 1) {
		const placeHolder = vscode.l10n.t("The folder to keep the roadmap in");
		return vscode.window.showWorkspaceFolderPick({ placeHolder });
	}
	if (!folders[0]) {
		const open = vscode.l10n.t("Open Folder");
		const message = vscode.l10n.t("A roadmap is kept in a folder. Open one first.");
		if ((await vscode.window.showInformationMessage(message, open)) === open) {
			await vscode.commands.executeCommand("vscode.openFolder");
		}
	}
	return folders[0];
}

async function askForStart(): Promise<Day | undefined> {
	const typed = await vscode.window.showInputBox({
		title: vscode.l10n.t("Create Roadmap"),
		prompt: vscode.l10n.t("Day one of the plan: month 1 and year 1 begin here. You can change it later."),
		placeHolder: "2026-01-05",
		value: formatDay(today()),
		validateInput: (value) =>
			parseDay(value.trim()) === undefined ? vscode.l10n.t("Write a day as year-month-day: 2026-01-05") : undefined,
	});
	return typed === undefined ? undefined : parseDay(typed.trim());
}

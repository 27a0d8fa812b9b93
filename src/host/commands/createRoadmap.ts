import * as vscode from "vscode";
import { moveDates, startOf } from "../../plan/moveDates.ts";
import { type Day, formatDay, parseDay } from "../../time/day.ts";
import { systemClock, today } from "../core/clock.ts";
import { detach } from "../core/detach.ts";
import { editText } from "../core/editText.ts";
import { inWords } from "../core/fileErrorText.ts";
import { FileWriter } from "../core/fileWriter.ts";
import { fileExists, fileName, planIn, planNames } from "../core/planFileName.ts";
import { readRegular } from "../core/readRegular.ts";
import { promptStart } from "../logging/prompts/promptStart.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep } from "../ui/quickInput.ts";
import { useExistingRoadmap } from "./useExistingRoadmap.ts";

/** A longer file is not empty. */
const mostBytes = 64 * 1024;

/** A template of a plan, from the folder of that name in `examples`; without one, a plan that exists already. */
interface Template extends vscode.QuickPickItem {
	readonly folder?: string;
}

/** Writes a template into a workspace folder, never over an existing plan, and opens it. */
export async function createRoadmap(command: CommandContext): Promise<void> {
	const folder = await chooseFolder();
	if (!folder || (await leaveWhatIsThere(folder))) {
		return;
	}
	const chosen = await askForTemplateAndStart();
	if (chosen === "existing") {
		return useExistingRoadmap(command);
	}
	if (!chosen) {
		return;
	}
	const { context, roadmap } = command;
	const source = vscode.Uri.joinPath(context.extensionUri, "examples", chosen.folder, "roadmap.yaml");
	const template = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
	const text = moveDates(template, chosen.start - (startOf(template) ?? chosen.start));
	// It may have been created while the prompts were open.
	if (await leaveWhatIsThere(folder)) {
		return;
	}
	const uri = await write(folder.uri, text, new FileWriter());
	if (!uri) {
		return;
	}
	await vscode.window.showTextDocument(uri, { preview: false });
	await roadmap.refresh();
}

/** Creates the plan, or fills an empty one. Undefined, after a message to the user, if it can't be saved. */
async function write(folder: vscode.Uri, text: string, files: FileWriter): Promise<vscode.Uri | undefined> {
	const plan = await planIn(folder);
	if (!plan) {
		// Not a workspace edit: Undo in the editor would also delete the file.
		return inWords(files.create({ folder, names: [planNames[0]] }, text));
	}
	// If it was filled in the meantime, nothing is replaced.
	const fill = (there: string) => (isBlank(there) ? [{ start: 0, end: there.length, text }] : "not-found");
	const failure = await editText(files, plan, fill, "always");
	if (failure) {
		const message = vscode.l10n.t("{0} couldn't be filled because it was changed or can't be saved.", fileName(plan));
		detach(vscode.window.showWarningMessage(message));
	}
	return failure ? undefined : plan;
}

/** Whether a plan has nothing but comments and empty lines. */
function isBlank(text: string): boolean {
	return /^\s*(?:#[^\n]*(?:\n\s*|$))*$/.test(text);
}

/** The folder for a new roadmap; undefined if the user cancels, or if no folder is open. */
export async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (folders.length > 1) {
		const placeHolder = vscode.l10n.t("Folder for the roadmap");
		return vscode.window.showWorkspaceFolderPick({ placeHolder });
	}
	if (!folders[0]) {
		const open = vscode.l10n.t("Open Folder");
		const message = vscode.l10n.t("A roadmap is stored in a folder. Open a folder first.");
		if ((await vscode.window.showInformationMessage(message, open)) === open) {
			await vscode.commands.executeCommand("vscode.openFolder");
		}
	}
	return folders[0];
}

/** Whether the folder already has a plan that isn't empty; if so, tells the user and offers to open it. */
async function leaveWhatIsThere(folder: vscode.WorkspaceFolder): Promise<boolean> {
	for (const name of planNames) {
		const uri = vscode.Uri.joinPath(folder.uri, name);
		if ((await fileExists(uri)) && !(await isEmptyPlan(uri))) {
			const open = vscode.l10n.t("Open Plan");
			const message = vscode.l10n.t("{0} already contains {1}. It wasn't changed.", folder.name, name);
			if ((await vscode.window.showInformationMessage(message, open)) === open) {
				await vscode.window.showTextDocument(uri);
			}
			return true;
		}
	}
	return false;
}

/** Whether a plan is short and has nothing but comments, with what is not saved yet. */
export async function isEmptyPlan(uri: vscode.Uri): Promise<boolean> {
	const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
	const text = open ? open.getText() : await readRegular(uri, mostBytes);
	return text !== undefined && isBlank(text);
}

/** Prompts for the template and the start, with a Back button; undefined if canceled. */
async function askForTemplateAndStart(): Promise<
	{ readonly folder: string; readonly start: Day } | "existing" | undefined
> {
	const title = vscode.l10n.t("Create Roadmap");
	const items = templates();
	let active: Template | undefined;
	let typed = formatDay(today(systemClock));
	for (;;) {
		const placeholder = vscode.l10n.t("Choose a starting point");
		const template = await pickStep({ title, step: 1, totalSteps: 2, placeholder, items, active });
		if (template && template.folder === undefined) {
			return "existing";
		}
		const answer = template && (await promptStart({ title, step: 2, totalSteps: 2, value: typed }));
		if (!answer) {
			return undefined;
		}
		const start = parseDay(answer.value.trim());
		if (!answer.back && start !== undefined && template.folder !== undefined) {
			return { folder: template.folder, start };
		}
		active = template;
		typed = answer.value;
	}
}

function templates(): ReadonlyArray<Template> {
	return [
		{
			folder: "director-of-ai-engineering",
			label: vscode.l10n.t("A filled-in example"),
			detail: vscode.l10n.t("From DevOps to director of AI engineering in six years; comments explain every part"),
		},
		{
			folder: "learning-year",
			label: vscode.l10n.t("A one-year learning plan"),
			detail: vscode.l10n.t(
				"Data science alongside a job, quarter by quarter. Replace it with what you want to learn.",
			),
		},
		{
			folder: "nurse-manager",
			label: vscode.l10n.t("A plan for a career in care"),
			detail: vscode.l10n.t("From nurse to hospital manager in five years, beside work in shifts"),
		},
		{
			folder: "first-novel",
			label: vscode.l10n.t("A plan for a creative project"),
			detail: vscode.l10n.t("A first novel in two years, an hour on most days"),
		},
		{
			folder: "personal-goals",
			label: vscode.l10n.t("A year of personal goals"),
			detail: vscode.l10n.t("Habits with a check box for each day, and a few things to reach this year"),
		},
		{
			folder: "okrs",
			label: vscode.l10n.t("OKRs by quarter"),
			detail: vscode.l10n.t("Objectives with their key results, and a check every six weeks"),
		},
		{
			folder: "blank",
			label: vscode.l10n.t("A blank plan"),
			detail: vscode.l10n.t("One placeholder of each kind, with comments that explain what goes where"),
		},
		{
			label: vscode.l10n.t("Use an existing roadmap..."),
			detail: vscode.l10n.t("A plan from anywhere on this machine, shown in every window"),
		},
	];
}

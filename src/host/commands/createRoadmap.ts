import * as vscode from "vscode";
import { type Day, formatDay, parseDay } from "../../plan/day.ts";
import { moveDates, startOf } from "../../plan/moveDates.ts";
import { systemClock, today } from "../clock.ts";
import { exists, planNames } from "../planFinder.ts";
import { inputStep, pickStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";

/** A plan to begin with, from the folder of that name in `examples`. */
interface Template extends vscode.QuickPickItem {
	readonly folder: string;
}

/** Writes a plan to begin with into a workspace folder, never over one that is there, and opens it. */
export async function createRoadmap({ context, roadmap }: CommandContext): Promise<void> {
	const folder = await chooseFolder();
	if (!folder || (await leaveWhatIsThere(folder))) {
		return;
	}
	const chosen = await askForTemplateAndStart();
	if (!chosen) {
		return;
	}
	const source = vscode.Uri.joinPath(context.extensionUri, "examples", chosen.template.folder, "roadmap.yaml");
	const template = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
	const text = moveDates(template, chosen.start - (startOf(template) ?? chosen.start));
	// One may have come while the questions were open.
	if (await leaveWhatIsThere(folder)) {
		return;
	}
	const uri = vscode.Uri.joinPath(folder.uri, "roadmap.yaml");
	const edit = new vscode.WorkspaceEdit();
	edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
	if (!(await vscode.workspace.applyEdit(edit))) {
		throw new Error(vscode.l10n.t("{0} could not be written.", uri.path));
	}
	await vscode.window.showTextDocument(uri, { preview: false });
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

/** Whether the folder has a plan already; then it says so and offers to open it. */
async function leaveWhatIsThere(folder: vscode.WorkspaceFolder): Promise<boolean> {
	for (const name of planNames) {
		const uri = vscode.Uri.joinPath(folder.uri, name);
		if (await exists(uri)) {
			const open = vscode.l10n.t("Open Plan");
			const message = vscode.l10n.t("{0} has a {1} already. It was left as it is.", folder.name, name);
			if ((await vscode.window.showInformationMessage(message, open)) === open) {
				await vscode.window.showTextDocument(uri);
			}
			return true;
		}
	}
	return false;
}

/** Asks for the template and for day one, with a way back from the second to the first; undefined when cancelled. */
async function askForTemplateAndStart(): Promise<{ readonly template: Template; readonly start: Day } | undefined> {
	const title = vscode.l10n.t("Create Roadmap");
	const items = templates();
	let active: Template | undefined;
	let typed = formatDay(today(systemClock));
	for (;;) {
		const placeholder = vscode.l10n.t("What to begin with");
		const template = await pickStep({ title, step: 1, totalSteps: 2, placeholder, items, active });
		const answer = template && (await askForStart(title, typed));
		if (!answer) {
			return undefined;
		}
		const start = parseDay(answer.value.trim());
		if (!answer.back && start !== undefined) {
			return { template, start };
		}
		active = template;
		typed = answer.value;
	}
}

function askForStart(title: string, value: string) {
	return inputStep({
		title,
		step: 2,
		totalSteps: 2,
		placeholder: "2026-01-05",
		prompt: vscode.l10n.t("Day one of the plan: month 1 and year 1 begin here. You can change it later."),
		value,
		validate: (text) =>
			parseDay(text.trim()) === undefined ? vscode.l10n.t("Write a day as year-month-day: 2026-01-05") : undefined,
	});
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
			detail: vscode.l10n.t("Data science beside a job, quarter by quarter; swap in what you want to learn"),
		},
		{
			folder: "blank",
			label: vscode.l10n.t("A blank plan"),
			detail: vscode.l10n.t("One placeholder of each kind, and comments that say what goes where"),
		},
	];
}

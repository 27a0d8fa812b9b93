import * as vscode from "vscode";
import { withUnionMerge } from "../journal/gitAttributes.ts";
import { editText } from "./editText.ts";
import { exists, planStem } from "./planFinder.ts";

/**
 * Offers to set it up, where the roadmap lies in a git repository that would stop at a conflict in its journal. Once for each
 * workspace, whatever the answer.
 */
export async function offerGitMerge(plan: vscode.Uri, memory: vscode.Memento): Promise<void> {
	const offered = "waymark.gitMergeOffered";
	if (memory.get(offered) || !(await needsGitMerge(plan))) {
		return;
	}
	await memory.update(offered, true);
	const message = vscode.l10n.t(
		"The roadmap is in a git repository. With one line in .gitattributes, what you log on two machines merges without conflicts.",
	);
	const setUp = vscode.l10n.t("Set Up");
	if ((await vscode.window.showInformationMessage(message, setUp, vscode.l10n.t("No Thanks"))) === setUp) {
		await vscode.commands.executeCommand("waymark.setUpGitMerge");
	}
}

/** Whether the roadmap lies in a git repository that would stop at a conflict in its journal. */
export async function needsGitMerge(plan: vscode.Uri): Promise<boolean> {
	const root = await repositoryOf(vscode.Uri.joinPath(plan, ".."));
	if (!root) {
		return false;
	}
	const attributes = vscode.Uri.joinPath(root, ".gitattributes");
	const text = (await exists(attributes)) ? await textOf(attributes) : "";
	return withUnionMerge(text, planStem(plan)).changed;
}

/**
 * Adds the line to the `.gitattributes` of a repository.
 *
 * @param stem of the plan
 * @returns whether it was not there yet
 * @throws where the file cannot be written
 */
export async function addUnionMerge(root: vscode.Uri, stem: string): Promise<boolean> {
	const attributes = vscode.Uri.joinPath(root, ".gitattributes");
	if (!(await exists(attributes))) {
		await vscode.workspace.fs.writeFile(attributes, new TextEncoder().encode(withUnionMerge("", stem).text));
		return true;
	}
	let isNew = false;
	const failure = await editText(attributes, (text) => {
		const { text: wanted, changed } = withUnionMerge(text, stem);
		isNew = changed;
		return changed ? [{ start: text.length, end: text.length, text: wanted.slice(text.length) }] : [];
	});
	if (failure) {
		throw new Error(vscode.l10n.t("{0} could not be written.", attributes.path));
	}
	return isNew;
}

/** The root of the git repository around a folder; undefined where there is none. In a worktree or submodule `.git` is a file. */
export async function repositoryOf(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
	for (let at = folder; ; ) {
		if (await exists(vscode.Uri.joinPath(at, ".git"))) {
			return at;
		}
		const above = vscode.Uri.joinPath(at, "..");
		if (above.path === at.path) {
			return undefined;
		}
		at = above;
	}
}

async function textOf(file: vscode.Uri): Promise<string> {
	return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

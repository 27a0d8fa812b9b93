import * as vscode from "vscode";
import { withUnionMerge } from "../../journal/gitAttributes.ts";
import { editText } from "../core/editText.ts";
import { inWords } from "../core/fileErrorText.ts";
import { FileWriter } from "../core/fileWriter.ts";
import { fileExists, planStem } from "../core/planFileName.ts";
import { readRegular } from "../core/readRegular.ts";

/** A longer `.gitattributes` is not changed. */
const mostBytes = 2 ** 20;

/**
 * Offers the setup if the roadmap is in a Git repository that would stop at conflicts in the journal. Once per
 * workspace.
 */
export async function offerGitMerge(plan: vscode.Uri, state: vscode.Memento): Promise<void> {
	const offered = "waymark.gitMergeOffered";
	if (state.get(offered) || !(await needsGitMerge(plan))) {
		return;
	}
	await state.update(offered, true);
	const message = vscode.l10n.t(
		"The roadmap is in a Git repository. With one line in .gitattributes, entries logged on two machines merge without conflicts.",
	);
	const setUp = vscode.l10n.t("Set Up");
	if ((await vscode.window.showInformationMessage(message, setUp, vscode.l10n.t("No Thanks"))) === setUp) {
		await vscode.commands.executeCommand("waymark.setUpGitMerge");
	}
}

/** Whether the roadmap is in a Git repository that would stop at conflicts in the journal. */
export async function needsGitMerge(plan: vscode.Uri): Promise<boolean> {
	const root = await repositoryOf(vscode.Uri.joinPath(plan, ".."));
	if (!root) {
		return false;
	}
	const attributes = vscode.Uri.joinPath(root, ".gitattributes");
	if (!(await fileExists(attributes))) {
		return true;
	}
	const text = await readRegular(attributes, mostBytes);
	// An unreadable file cannot be changed either.
	return text !== undefined && withUnionMerge(text, planStem(plan)).changed;
}

/**
 * Adds the line to `.gitattributes` of a repository.
 *
 * @param stem of the plan
 * @returns whether it was missing
 * @throws if the file cannot be written
 */
export async function addUnionMerge(root: vscode.Uri, stem: string): Promise<boolean> {
	const attributes = vscode.Uri.joinPath(root, ".gitattributes");
	if (!(await fileExists(attributes))) {
		const place = { folder: root, names: [".gitattributes"] };
		await inWords(new FileWriter().create(place, withUnionMerge("", stem).text));
		return true;
	}
	let isNew = false;
	const failure = await editText(new FileWriter(), attributes, (text) => {
		const { text: wanted, changed } = withUnionMerge(text, stem);
		isNew = changed;
		return changed ? [{ start: text.length, end: text.length, text: wanted.slice(text.length) }] : [];
	});
	if (failure) {
		throw new Error(vscode.l10n.t("{0} couldn't be written.", attributes.path));
	}
	return isNew;
}

/**
 * The root of the Git repository of a folder; undefined if there is none. In a worktree or submodule `.git` is a file.
 */
export async function repositoryOf(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
	for (let at = folder; ; ) {
		if (await fileExists(vscode.Uri.joinPath(at, ".git"))) {
			return at;
		}
		const above = vscode.Uri.joinPath(at, "..");
		if (above.path === at.path) {
			return undefined;
		}
		at = above;
	}
}

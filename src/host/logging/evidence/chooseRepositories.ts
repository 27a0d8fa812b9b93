import * as vscode from "vscode";
import { getSetting, updateSetting } from "../../core/config.ts";
import { repositoryPath } from "../../evidence/evidenceCommits.ts";
import type { GitApi, GitRepository } from "../../evidence/gitApi.ts";
import { repositoryName } from "../../evidence/readCommits.ts";
import { pickManyStep } from "../../ui/quickInput.ts";

interface RepositoryItem extends vscode.QuickPickItem {
	readonly repository: GitRepository;
}

/**
 * Prompts for the repositories whose commits may be proposed, and remembers them on this machine; those that aren't open now
 * stay chosen. @returns whether any was chosen
 */
export async function chooseRepositories(git: GitApi): Promise<boolean> {
	const before = getSetting("evidence.repositories");
	const items = git.repositories.map((repository): RepositoryItem => {
		return { repository, label: repositoryName(repository), description: repositoryPath(repository) };
	});
	const picked = await pickManyStep<RepositoryItem>({
		title: vscode.l10n.t("Choose Repositories"),
		placeholder: vscode.l10n.t("Whose commits may be proposed? They are only read, and stay on this machine"),
		items,
		// The only one is chosen unless the user says otherwise.
		isSelected: ({ repository }) => items.length === 1 || before.includes(repositoryPath(repository)),
		onSelect: () => undefined,
	});
	if (picked === undefined || picked === "back") return false;
	const open = new Set(git.repositories.map(repositoryPath));
	await updateSetting("evidence.repositories", [
		...before.filter((path) => !open.has(path)),
		...picked.map(({ repository }) => repositoryPath(repository)),
	]);
	return picked.length > 0;
}

import * as vscode from "vscode";
import { detach } from "../core/detach.ts";
import { chosenRepositories } from "../evidence/evidenceCommits.ts";
import { gitApi } from "../evidence/gitApi.ts";
import { chooseRepositories } from "../logging/evidence/chooseRepositories.ts";
import { pickSitting, promptSitting } from "../logging/evidence/promptSitting.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/**
 * Lists the user's own commits of the last two weeks that aren't logged yet, as sittings. Nothing is logged unless the user
 * accepts it, and nothing is written into a repository.
 */
export async function reviewEvidence(context: CommandContext): Promise<void> {
	const found = await requireSource(context);
	const git = found && (await gitApi());
	if (!found) return;
	if (!git || git.repositories.length === 0) {
		const message = vscode.l10n.t("There's no Git repository in this window whose commits could be proposed.");
		detach(vscode.window.showInformationMessage(message));
		return;
	}
	const { session } = found;
	if (chosenRepositories(git).length === 0 && !(await chooseRepositories(git))) return;
	const reading = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Reading commits") };
	await vscode.window.withProgress(reading, () => session.inbox.refreshSoon(found.source));
	const errors = session.inbox.newErrors();
	if (errors.length > 0) {
		detach(vscode.window.showWarningMessage(escapeLabel(errors.join(" "))));
	}
	for (let hasChosen = false; ; hasChosen = true) {
		const source = await session.source();
		const proposals = source ? session.inbox.proposals(source) : [];
		if (!source || (proposals.length === 0 && hasChosen)) return;
		const picked = await pickSitting(proposals, source, session.clock.timeZone());
		if (!picked) return;
		if (picked !== "repositories") {
			await promptSitting(picked, { session, source });
		} else if (await chooseRepositories(git)) {
			await session.inbox.refresh();
		}
	}
}

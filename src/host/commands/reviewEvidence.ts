import * as vscode from "vscode";
import { plural } from "../../util/plural.ts";
import { detach } from "../core/detach.ts";
import { chosenRepositories } from "../evidence/evidenceCommits.ts";
import { gitApi } from "../evidence/gitApi.ts";
import { chooseRepositories } from "../logging/evidence/chooseRepositories.ts";
import { pickSitting, promptSitting } from "../logging/evidence/promptSitting.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import type { PlanSession } from "../session/planSession.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/** The most repositories whose errors are told one by one. */
const mostErrors = 3;

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
	// A repository that hangs is given up while the list is open.
	detach(session.inbox.settled().then(() => tellErrors(session)));
	for (let hasChosen = false; ; hasChosen = true) {
		const source = await session.source();
		const proposals = source ? session.inbox.proposals(source) : [];
		if (!source || (proposals.length === 0 && hasChosen)) return;
		const picked = await pickSitting(proposals, source, session);
		if (!picked) return;
		if (picked !== "repositories") {
			await promptSitting(picked, { session, source });
		} else if (await chooseRepositories(git)) {
			await session.inbox.refreshSoon(source);
		}
	}
}

function tellErrors({ inbox, log }: PlanSession): void {
	const errors = inbox.newErrors();
	for (const error of errors) log.warn(error);
	const more = errors.length - mostErrors;
	const rest = plural(
		more,
		vscode.l10n.t("1 more repository can't be read."),
		vscode.l10n.t("{0} more repositories can't be read.", more),
	);
	const told = [...errors.slice(0, mostErrors), ...(more > 0 ? [rest] : [])].join(" ");
	if (told !== "") detach(vscode.window.showWarningMessage(escapeLabel(told)));
}

import * as vscode from "vscode";
import { readLogLink } from "../../api/logLink.ts";
import { sanitizeLine } from "../../util/sanitizeText.ts";
import { saveNewEntries } from "../logging/saveNewEntries.ts";
import { reportInvalid } from "../logging/validateArguments.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { checkRequest } from "./handleLogRequest.ts";
import { loggedTimeText } from "./loggedTimeText.ts";

/** Asks whether to log something; true if the user agrees. */
export type AskToLog = (text: string) => Promise<boolean>;

/**
 * Follows a link to log time, which can come from a web page or another program. What would be logged is always shown first, and nothing
 * is logged without the user's answer. What a link leaves out is prompted for.
 */
export async function handleUri(context: CommandContext, uri: vscode.Uri, ask: AskToLog = askModally): Promise<void> {
	const link = readLogLink(uri.path, uri.query);
	if (!link) {
		const shown = sanitizeLine(uri.path).slice(0, 100);
		reportInvalid(vscode.l10n.t("Waymark doesn't know the link {0}.", shown));
		return;
	}
	const { on, minutes } = link;
	if (on === undefined || minutes === undefined) {
		// Without one of them, Log Time always prompts.
		await vscode.commands.executeCommand("waymark.logTime", link);
		return;
	}
	const checked = await checkRequest(context, { ...link, on, minutes });
	if (reportInvalid(typeof checked === "string" ? checked : undefined) || typeof checked === "string") {
		return;
	}
	if (await ask(loggedTimeText(checked))) {
		await saveNewEntries(checked.session, checked.source.plan, checked.drafts);
	}
}

async function askModally(detail: string): Promise<boolean> {
	const log = vscode.l10n.t("Log It");
	const question = vscode.l10n.t("A link asks to log this to the roadmap. Log it?");
	return (await vscode.window.showWarningMessage(question, { modal: true, detail }, log)) === log;
}

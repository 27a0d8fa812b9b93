import * as vscode from "vscode";
import { formatDay } from "../../plan/day.ts";
import { slug } from "../../plan/ids.ts";
import { findOccurrence, type Review, reviewOf } from "../../present/review/reviewOf.ts";
import { reviewPage } from "../../present/review/reviewPage.ts";
import { reviewReport } from "../../present/review/reviewReport.ts";
import { Words } from "../../present/words.ts";
import { plainText } from "../plainText.ts";
import type { Session } from "../session.ts";

const setting = "writeReviewReports";

/**
 * Writes the report of a review that was just saved, where the setting says so; where it says nothing yet, asks once. What
 * goes wrong is told: the review itself is saved already.
 *
 * @param before the review as it was before it was saved
 */
export async function offerReport(session: Session, before: Review): Promise<void> {
	try {
		if (!before.occurrence.checkpoint.private && (await isWanted(session))) {
			await writeReport(session, before);
		}
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		void vscode.window.showErrorMessage(plainText(vscode.l10n.t("The report was not written: {0}", reason)));
	}
}

/** What the setting says, or the person, whose answer is kept in it. */
async function isWanted({ planUri }: Session): Promise<boolean> {
	const configuration = vscode.workspace.getConfiguration("waymark", planUri);
	const known = configuration.get(setting);
	if (known === "always" || known === "never") {
		return known === "always";
	}
	const always = vscode.l10n.t("Always");
	const question = vscode.l10n.t("Write reviews as Markdown files beside the plan too, in the folder “reviews”?");
	const chosen = await vscode.window.showInformationMessage(question, always, vscode.l10n.t("Never"));
	if (chosen !== undefined) {
		const answer = chosen === always ? "always" : "never";
		await configuration.update(setting, answer, vscode.ConfigurationTarget.Global);
	}
	return chosen === always;
}

async function writeReport(session: Session, before: Review): Promise<void> {
	const source = await session.source();
	const { checkpoint, occurrence } = before.occurrence;
	const found = source && findOccurrence(source, { checkpoint: checkpoint.id, occurrence });
	const review = source && found && reviewOf(source, found);
	if (!source || !review?.held) {
		return;
	}
	const shown = { ...source, words: new Words(vscode.env.language) };
	const textOf = (each: Review) => reviewReport(reviewPage(shown, each, { forOthers: true }));
	// An id may hold what leads out of the folder.
	const name = `${formatDay(review.held.day)}-${slug(checkpoint.id) || "review"}.md`;
	const file = vscode.Uri.joinPath(session.planUri, "..", "reviews", name);
	const there = await read(file);
	const own = before.held && textOf(before);
	if (there !== undefined && there !== own && !(await mayOverwrite(name))) {
		return;
	}
	await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(textOf(review)));
	const open = vscode.l10n.t("Open");
	void vscode.window
		.showInformationMessage(plainText(vscode.l10n.t("Report: {0}", `reviews/${name}`)), open)
		.then((chosen) => {
			if (chosen === open) {
				void vscode.window.showTextDocument(file);
			}
		});
}

/** A report that somebody has changed by hand is not thrown away without asking. */
async function mayOverwrite(name: string): Promise<boolean> {
	const overwrite = vscode.l10n.t("Overwrite");
	const message = vscode.l10n.t(
		"{0} was changed by hand. Overwrite it with the review as it is now?",
		`reviews/${name}`,
	);
	return (
		(await vscode.window.showWarningMessage(plainText(message), overwrite, vscode.l10n.t("Keep It"))) === overwrite
	);
}

async function read(file: vscode.Uri): Promise<string | undefined> {
	try {
		return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
	} catch {
		return undefined;
	}
}

import * as vscode from "vscode";
import { slug } from "../../plan/assignIds.ts";
import { buildReview, findOccurrence, type Review } from "../../review/review.ts";
import { formatDay } from "../../time/day.ts";
import { reviewPage } from "../../viewmodel/review/reviewPage.ts";
import { reviewReport } from "../../viewmodel/review/reviewReport.ts";
import { openly } from "../../viewmodel/text/viewSource.ts";
import { getSetting, updateSetting } from "../core/config.ts";
import { detach } from "../core/detach.ts";
import { writeErrorText } from "../core/fileErrorText.ts";
import { fileExists } from "../core/planFileName.ts";
import { readRegular } from "../core/readRegular.ts";
import type { PlanSession } from "../session/planSession.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/** Larger files are not reports; ask before overwriting. */
const mostBytes = 2 ** 24;
const setting = "writeReviewReports";

/**
 * Writes the report of a saved review according to the setting; asks once if it is not set. Errors are shown: the
 * review itself is already saved.
 *
 * @param before the review before it was saved
 */
export async function offerReport(session: PlanSession, before: Review): Promise<void> {
	try {
		if (!before.occurrence.checkpoint.private && (await isWanted(session))) {
			await writeReport(session, before);
		}
	} catch (error) {
		const reason = writeErrorText(error);
		detach(vscode.window.showErrorMessage(escapeLabel(vscode.l10n.t("The report couldn't be written: {0}", reason))));
	}
}

/** The value of the setting, or the answer of the user, which is saved there. */
async function isWanted({ planUri }: PlanSession): Promise<boolean> {
	const known = getSetting(setting, planUri);
	if (known !== "ask") {
		return known === "always";
	}
	const always = vscode.l10n.t("Always");
	const question = vscode.l10n.t(
		"Do you also want to save reviews as Markdown files in the “reviews” folder next to the plan?",
	);
	const chosen = await vscode.window.showInformationMessage(question, always, vscode.l10n.t("Never"));
	if (chosen !== undefined) {
		await updateSetting(setting, chosen === always ? "always" : "never");
	}
	return chosen === always;
}

async function writeReport(session: PlanSession, before: Review): Promise<void> {
	const source = await session.source();
	const { checkpoint, occurrence } = before.occurrence;
	const found = source && findOccurrence(source, { checkpoint: checkpoint.id, occurrence });
	const review = source && found && buildReview(source, found);
	if (!source || !review?.held || review.occurrence.checkpoint.private) {
		return;
	}
	const shown = openly(source);
	const textOf = (each: Review) => reviewReport(reviewPage(shown, each, { forOthers: true }));
	// An ID could contain path separators.
	const name = `${formatDay(review.held.day)}-${slug(checkpoint.id) || "review"}.md`;
	const folder = vscode.Uri.joinPath(session.planUri, "..");
	const file = vscode.Uri.joinPath(folder, "reviews", name);
	const there = (await fileExists(file)) ? ((await readRegular(file, mostBytes)) ?? "") : undefined;
	const own = before.held && textOf(before);
	if (there !== undefined && there !== own && !(await mayOverwrite(name))) {
		return;
	}
	await session.files.write({ folder, names: ["reviews", name] }, textOf(review));
	const open = vscode.l10n.t("Open");
	detach(
		vscode.window
			.showInformationMessage(escapeLabel(vscode.l10n.t("Report: {0}", `reviews/${name}`)), open)
			.then((chosen) => {
				if (chosen === open) {
					detach(vscode.window.showTextDocument(file));
				}
			}),
	);
}

/** Asks before overwriting a report that was edited. */
async function mayOverwrite(name: string): Promise<boolean> {
	const overwrite = vscode.l10n.t("Overwrite");
	const message = vscode.l10n.t(
		"{0} was edited manually. Do you want to overwrite it with the current review?",
		`reviews/${name}`,
	);
	return (await vscode.window.showWarningMessage(escapeLabel(message), overwrite, vscode.l10n.t("Keep"))) === overwrite;
}

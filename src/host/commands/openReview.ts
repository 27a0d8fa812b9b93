import * as vscode from "vscode";
import { nextOccurrence } from "../../review/review.ts";
import type { ReviewKey } from "../../review/reviewPageModel.ts";
import { reviewRows } from "../../viewmodel/rows/reviewRows.ts";
import type { Row } from "../../viewmodel/rows/row.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { detach } from "../core/detach.ts";
import { commandArguments } from "../logging/commandArguments.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep } from "../ui/quickInput.ts";

/**
 * Opens the page of a review.
 *
 * @param given `{checkpoint, occurrence}`, the ID of a checkpoint and its occurrence number, starting at 1; or a row
 * of a view. If missing, the user chooses, with due reviews first
 */
export async function openReview(context: CommandContext, given?: unknown): Promise<void> {
	const source = (await requireSource(context))?.source;
	if (!source) {
		return;
	}
	if (source.snapshot.checkpoints.length === 0) {
		detach(vscode.window.showInformationMessage(vscode.l10n.t("The plan has no checkpoint to review.")));
		return;
	}
	const row = (given as { readonly row?: Row } | undefined)?.row;
	const key = keyIn(row ? row.command?.args?.[0] : commandArguments(given), source) ?? (await choose(source));
	if (key) {
		await (await context.roadmap.reviews())?.open(key);
	}
}

/** Without an occurrence, the review of the checkpoint that is due, otherwise the next one. */
function keyIn(given: unknown, source: ViewSource): ReviewKey | undefined {
	const { checkpoint, occurrence } = commandArguments(given);
	if (typeof checkpoint !== "string") {
		return undefined;
	}
	if (typeof occurrence === "number" || typeof occurrence === "string") {
		return { checkpoint, occurrence };
	}
	const { checkpoints } = source.snapshot;
	const own = checkpoints.filter((each) => each.checkpoint.id === source.aliases.idOf(checkpoint));
	return { checkpoint, occurrence: nextOccurrence(own)?.occurrence ?? 1 };
}

async function choose(source: ViewSource): Promise<ReviewKey | undefined> {
	const items = reviewRows(source).flatMap((row) => choicesOf(row));
	const chosen = await pickStep({
		title: vscode.l10n.t("Open Review"),
		placeholder: vscode.l10n.t("Which review?"),
		items,
	});
	return chosen?.key;
}

type Choice = vscode.QuickPickItem & { readonly key?: ReviewKey };

/** Quick pick items for a review, or for a folder of reviews with a separator. */
function choicesOf({ label, description, icon, command, children }: Row): ReadonlyArray<Choice> {
	if (children) {
		const heading = { label, kind: vscode.QuickPickItemKind.Separator };
		return [heading, ...children().flatMap((row) => choicesOf(row))];
	}
	const key = command?.args?.[0] as ReviewKey | undefined;
	return key ? [{ label: `$(${icon}) ${label}`, ...(description ? { description } : {}), key }] : [];
}

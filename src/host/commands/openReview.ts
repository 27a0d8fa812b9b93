import * as vscode from "vscode";
import type { ReviewKey } from "../../present/review/page.ts";
import { nextOccurrence } from "../../present/review/reviewOf.ts";
import { reviewRows } from "../../present/reviewRows.ts";
import type { Row } from "../../present/row.ts";
import type { ViewSource } from "../../present/viewSource.ts";
import { argumentsOf } from "./commandArguments.ts";
import { needSession } from "./needSession.ts";
import { pickStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";

/**
 * Opens the page of a review.
 *
 * @param given `{checkpoint, occurrence}`, the id of a checkpoint and which time it is, from 1; or a row of the sidebar.
 * Left out, the person chooses: what is due comes first
 */
export async function openReview(context: CommandContext, given?: unknown): Promise<void> {
	const found = await needSession(context);
	const source = await found?.session.source();
	if (!source) {
		return;
	}
	if (source.snapshot.checkpoints.length === 0) {
		void vscode.window.showInformationMessage(vscode.l10n.t("The plan has no checkpoint to review."));
		return;
	}
	const row = (given as { readonly row?: Row } | undefined)?.row;
	const key = keyIn(row ? row.command?.args?.[0] : argumentsOf(given), source) ?? (await choose(source));
	if (key) {
		await (await context.roadmap.reviews())?.open(key);
	}
}

/** Saves the page of the review that has the focus as a file to print or send; where none has, one is opened first. */
export async function exportReview(context: CommandContext): Promise<void> {
	const active = (await context.roadmap.reviews())?.active;
	if (active) {
		await active.export();
		return;
	}
	void vscode.window.showInformationMessage(vscode.l10n.t("Open the review first, then export it."));
	await openReview(context);
}

/** A checkpoint alone is the review of it that is due, else the next one. */
function keyIn(given: unknown, source: ViewSource): ReviewKey | undefined {
	const { checkpoint, occurrence } = argumentsOf(given);
	if (typeof checkpoint !== "string") {
		return undefined;
	}
	if (typeof occurrence === "number") {
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

/** A review, or a folder of them under its heading. */
function choicesOf({ label, description, icon, command, children }: Row): ReadonlyArray<Choice> {
	if (children) {
		const heading = { label, kind: vscode.QuickPickItemKind.Separator };
		return [heading, ...children().flatMap((row) => choicesOf(row))];
	}
	const key = command?.args?.[0] as ReviewKey | undefined;
	return key ? [{ label: `$(${icon}) ${label}`, ...(description ? { description } : {}), key }] : [];
}

import * as vscode from "vscode";
import { type EntryOf, verdicts } from "../../journal/entry.ts";
import { verdictWord } from "../../present/reviewRows.ts";
import { argumentsOf } from "./commandArguments.ts";
import { needSession } from "./needSession.ts";
import { saveDrafts } from "./saveDrafts.ts";
import { inputStep, pickStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";

/**
 * Holds a review: asks the questions of a checkpoint one by one, and for a summary.
 *
 * @param given `{checkpoint, occurrence}`; left out, the review that is due, else the next one
 */
export async function openReview(context: CommandContext, given?: unknown): Promise<void> {
	const found = await needSession(context);
	const source = await found?.session.source();
	if (!found || !source) {
		return;
	}
	const wanted = argumentsOf(given);
	const { checkpoints } = source.snapshot;
	const occurrence =
		checkpoints.find(
			(each) => each.checkpoint.id === wanted["checkpoint"] && each.occurrence === wanted["occurrence"],
		) ??
		checkpoints.find(({ state }) => state === "overdue" || state === "due") ??
		checkpoints.find(({ state }) => state === "coming");
	if (!occurrence) {
		void vscode.window.showInformationMessage(vscode.l10n.t("The plan has no checkpoint to review."));
		return;
	}
	const { checkpoint, review, replaced } = occurrence;
	const questions = [checkpoint, ...replaced.map((each) => each.checkpoint)].flatMap((each) => each.questions);
	const title = source.words.title(checkpoint);
	const answers: Array<NonNullable<EntryOf<"review">["answers"]>[number]> = [];
	for (const [index, { ask }] of questions.entries()) {
		const before = review?.entry.answers?.find(({ question }) => question === ask)?.verdict;
		const items = verdicts.map((verdict) => ({ verdict, label: verdictWord(verdict) }));
		const active = items.find(({ verdict }) => verdict === before);
		const step = { title, step: index + 1, totalSteps: questions.length + 1, placeholder: source.words.plain(ask) };
		const chosen = await pickStep({ ...step, items, active });
		if (!chosen) {
			return;
		}
		answers.push({ question: ask, verdict: chosen.verdict });
	}
	const summary = await inputStep({
		title,
		step: questions.length + 1,
		totalSteps: questions.length + 1,
		placeholder: vscode.l10n.t("Summary"),
		prompt: vscode.l10n.t("What you take from it, in a sentence or two. It may stay empty."),
		value: review?.entry.summary ?? "",
		validate: () => undefined,
	});
	if (!summary || summary.back) {
		return;
	}
	const text = summary.value.trim();
	await found.session.journal.settled();
	await saveDrafts(found.session, found.plan, [
		{
			type: "review",
			checkpoint: checkpoint.id,
			name: checkpoint.title,
			occurrence: occurrence.occurrence,
			answers,
			...(text === "" ? {} : { summary: text }),
			...(review ? { replaces: review.entry.id } : {}),
		},
	]);
}

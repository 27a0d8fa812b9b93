import * as l10n from "@vscode/l10n";
import type { ReviewOccurrence } from "../../progress/reviewOccurrences.ts";
import type { ReviewDraft } from "../../review/reviewDraft.ts";
import { plural } from "../../util/plural.ts";
import type { ViewSource } from "../text/viewSource.ts";

/**
 * The question before a review is saved more than a week before it is due: saving it early takes the place of the
 * scheduled one, unless it is an extra review. It names the unanswered questions.
 *
 * @returns undefined for a review that is due or was already held
 */
export function earlyReviewText(
	{ checkpoint, day, state }: Pick<ReviewOccurrence, "checkpoint" | "day" | "state">,
	{ answers }: Pick<ReviewDraft, "answers">,
	{ formatter, today }: Pick<ViewSource, "formatter" | "today">,
): { readonly message: string; readonly detail: string } | undefined {
	if (state !== "coming") {
		return undefined;
	}
	const given = new Set(answers.flatMap(({ question, verdict }) => (verdict === undefined ? [] : [question])));
	const open = checkpoint.questions.filter(({ ask }) => !given.has(ask));
	const count = plural(
		open.length,
		l10n.t("1 question is unanswered:"),
		l10n.t("{0} questions are unanswered:", open.length),
	);
	const asked = open.map(({ ask }) => `• ${formatter.plain(ask)}`);
	return {
		message: l10n.t(
			"{0} is due {1}, {2}. Do you want to hold it now instead?",
			formatter.title(checkpoint),
			formatter.relative(day, today),
			formatter.date(day),
		),
		detail: [
			l10n.t("It then counts as held, and isn't due again on that day. An extra review leaves it due."),
			...(open.length === 0 ? [] : ["", count, ...asked]),
		].join("\n"),
	};
}

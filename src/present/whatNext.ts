import * as l10n from "@vscode/l10n";
import { quietWeeks } from "../progress/nudge.ts";
import type { CommitmentWeek } from "../progress/weekReport.ts";
import { reachedWords } from "./itemWords.ts";
import { quietText } from "./nudgeText.ts";
import type { StatusAction } from "./statusItem.ts";
import type { ViewSource } from "./viewSource.ts";
import { paceWords } from "./weekWords.ts";

/** Something that would help now. */
export interface Suggestion {
	readonly icon: string;
	readonly label: string;
	/** Why. */
	readonly reason: string;
	/** The first is what Enter does. */
	readonly actions: readonly [StatusAction, ...ReadonlyArray<StatusAction>];
}

/** What would help most now, with the reason: a way back after quiet weeks, then reviews due, then commitments behind by what they miss, then targets by their day. */
export function whatNext(source: ViewSource): ReadonlyArray<Suggestion> {
	return [...afterQuietWeeks(source), ...reviews(source), ...commitments(source), ...items(source)];
}

function afterQuietWeeks({ snapshot }: ViewSource): ReadonlyArray<Suggestion> {
	const quiet = quietWeeks(snapshot);
	const label = l10n.t("Welcome Back");
	return quiet
		? [
				{
					icon: "coffee",
					label,
					reason: quietText(quiet),
					actions: [{ label: l10n.t("Choose"), command: "waymark.quietWeeks" }],
				},
			]
		: [];
}

function reviews({ snapshot, words, today }: ViewSource): ReadonlyArray<Suggestion> {
	return snapshot.checkpoints
		.filter(({ state }) => state === "due" || state === "overdue")
		.map(({ checkpoint, occurrence, day, state }) => ({
			icon: "checklist",
			label: words.title(checkpoint),
			reason:
				state === "overdue"
					? l10n.t("review, was due {0}", words.relative(day, today))
					: l10n.t("review, due {0}", words.relative(day, today)),
			actions: [
				{
					label: l10n.t("Open Review"),
					command: "waymark.openReview",
					args: { checkpoint: checkpoint.id, occurrence },
				},
			],
		}));
}

function commitments({ snapshot, words }: ViewSource): ReadonlyArray<Suggestion> {
	const missing = ({ aim, minutes }: CommitmentWeek) => aim.low - minutes;
	const urgency = ({ state }: CommitmentWeek) => (state === "behind" ? 0 : state === "onPace" ? 1 : 2);
	return snapshot.week.commitments
		.filter((each) => each.state !== "off" && each.state !== "done" && missing(each) > 0)
		.toSorted((a, b) => urgency(a) - urgency(b) || missing(b) - missing(a))
		.map((each) => {
			const on = { on: each.commitment.id };
			return {
				icon: "clock",
				label: words.title(each.commitment),
				reason: [l10n.t("{0} missing this week", words.minutes(missing(each))), paceWords(each, words, false)].join(
					" · ",
				),
				actions: [
					{ label: l10n.t("Start Timer"), command: "waymark.startTimer", args: on },
					{ label: l10n.t("Log Time"), command: "waymark.logTime", args: on },
				],
			};
		});
}

function items(source: ViewSource): ReadonlyArray<Suggestion> {
	const { snapshot, words, today, plan } = source;
	return plan.items
		.map((item) => ({ item, progress: snapshot.progressOf(item) }))
		.filter(({ progress: { state, dueSoon, lapsed, expired } }) => state === "overdue" || dueSoon || lapsed || expired)
		.toSorted((a, b) => (a.progress.due ?? today) - (b.progress.due ?? today))
		.map(({ item, progress }) => {
			const { due, state, lapsed, expired } = progress;
			const why = expired
				? l10n.t("expired")
				: lapsed
					? l10n.t("to be confirmed again")
					: due === undefined
						? ""
						: state === "overdue"
							? l10n.t("was due {0}", words.relative(due, today))
							: l10n.t("due {0}", words.relative(due, today));
			const on = { on: item.id };
			return {
				icon: state === "overdue" ? "warning" : "target",
				label: words.title(item),
				reason: [why, ...reachedWords(item, progress, words)].filter(Boolean).join(" · "),
				actions: [
					{ label: l10n.t("Log Progress"), command: "waymark.logProgress", args: on },
					{ label: l10n.t("Start Timer"), command: "waymark.startTimer", args: on },
				],
			};
		});
}

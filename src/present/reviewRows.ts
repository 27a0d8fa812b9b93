import * as l10n from "@vscode/l10n";
import type { EntryOf } from "../journal/entry.ts";
import type { Occurrence, ReviewState } from "../progress/checkpoints.ts";
import type { Row, TooltipPart } from "./row.ts";
import type { ViewSource } from "./viewSource.ts";
import type { Words } from "./words.ts";

/** Reviews that are still to come and are listed at first. */
const shownAhead = 3;

const icons: Readonly<Record<ReviewState, { readonly icon: string; readonly color?: string }>> = {
	overdue: { icon: "warning", color: "list.warningForeground" },
	due: { icon: "bell", color: "charts.blue" },
	coming: { icon: "calendar" },
	reviewed: { icon: "pass-filled", color: "testing.iconPassed" },
	missed: { icon: "circle-slash" },
};

/** The rows of the view "Reviews": what is due, what comes next, and folded what was, with its outcome. */
export function reviewRows(source: ViewSource): ReadonlyArray<Row> {
	const { checkpoints } = source.snapshot;
	const rows = (states: ReadonlyArray<ReviewState>) =>
		checkpoints.filter(({ state }) => states.includes(state)).map((each) => reviewRow(each, source));
	const ahead = rows(["coming"]);
	return [
		...rows(["overdue", "due"]),
		...ahead.slice(0, shownAhead),
		...folder("reviews:later", l10n.t("Later"), ahead.slice(shownAhead), "calendar"),
		...folder("reviews:past", l10n.t("Past"), rows(["reviewed", "missed"]).toReversed(), "history"),
	];
}

function reviewRow(occurrence: Occurrence, source: ViewSource): Row {
	const { words, today } = source;
	const { checkpoint, state, day, review, replaced } = occurrence;
	const label = words.title(checkpoint);
	const date = words.date(day);
	const facts = review
		? [words.date(review.day), ...outcomeWords(review.entry)]
		: state === "missed"
			? [l10n.t("not held"), date]
			: state === "overdue"
				? [l10n.t("was due {0}, {1}", words.relative(day, today), date)]
				: [l10n.t("due {0}, {1}", words.relative(day, today), date)];
	const also = replaced.map(({ checkpoint: other }) => l10n.t("with {0}", words.title(other)));
	return {
		id: `review:${checkpoint.id}:${occurrence.occurrence}`,
		label,
		description: [...facts, ...also].join(" · "),
		accessibleName: [label, stateWord(state), ...facts, ...also].join(", "),
		...icons[state],
		range: checkpoint.range,
		target: checkpoint.id,
		can: ["review", "openPlan"],
		command: {
			id: "waymark.openReview",
			args: [{ checkpoint: checkpoint.id, occurrence: occurrence.occurrence }],
		},
		tooltip: () => reviewTooltip(occurrence, words),
	};
}

/** "3 yes, 1 partly": the verdicts, how many there are of each. */
export function outcomeWords({ answers = [] }: EntryOf<"review">): ReadonlyArray<string> {
	const count = (wanted: "yes" | "partly" | "no") => answers.filter(({ verdict }) => verdict === wanted).length;
	const [yes, partly, no] = [count("yes"), count("partly"), count("no")];
	const words = [
		...(yes > 0 ? [l10n.t("{0} yes", yes)] : []),
		...(partly > 0 ? [l10n.t("{0} partly", partly)] : []),
		...(no > 0 ? [l10n.t("{0} no", no)] : []),
	];
	return words.length > 0 ? [words.join(", ")] : [];
}

function reviewTooltip({ checkpoint, review, day }: Occurrence, words: Words): ReadonlyArray<TooltipPart> {
	const title: TooltipPart = { kind: "heading", text: words.title(checkpoint) };
	if (words.discreet && checkpoint.private) {
		return [title];
	}
	const answers = new Map(review?.entry.answers?.map((answer) => [answer.question, answer]));
	const asked = new Set([...checkpoint.questions.map(({ ask }) => ask), ...answers.keys()]);
	return [
		title,
		{ kind: "fact", name: l10n.t("Due"), text: words.date(day) },
		...(review?.entry.summary ? [{ kind: "text" as const, text: words.plain(review.entry.summary) }] : []),
		...[...asked].map((question): TooltipPart => {
			const { verdict, note } = answers.get(question) ?? {};
			const answer = [verdict && verdictWord(verdict), note && words.plain(note)].filter(Boolean).join(": ");
			return answer === ""
				? { kind: "text", text: words.plain(question) }
				: { kind: "fact", name: words.plain(question), text: answer };
		}),
		...(review?.entry.next ?? []).map(
			({ text }): TooltipPart => ({ kind: "fact", name: l10n.t("Promised"), text: words.plain(text) }),
		),
	];
}

/** A verdict of a review, in words. */
export function verdictWord(verdict: "yes" | "partly" | "no"): string {
	switch (verdict) {
		case "yes":
			return l10n.t("yes");
		case "partly":
			return l10n.t("partly");
		case "no":
			return l10n.t("no");
	}
}

function stateWord(state: ReviewState): string {
	switch (state) {
		case "reviewed":
			return l10n.t("reviewed");
		case "coming":
			return l10n.t("coming review");
		case "due":
			return l10n.t("review due");
		case "overdue":
			return l10n.t("review overdue");
		case "missed":
			return l10n.t("review not held");
	}
}

function folder(id: string, label: string, rows: ReadonlyArray<Row>, icon: string): ReadonlyArray<Row> {
	if (rows.length === 0) {
		return [];
	}
	const description = String(rows.length);
	return [
		{ id, label, description, accessibleName: `${label}, ${description}`, icon, open: false, children: () => rows },
	];
}

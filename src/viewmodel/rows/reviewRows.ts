import * as l10n from "@vscode/l10n";
import type { EntryOf } from "../../journal/entry.ts";
import type { ReviewOccurrence, ReviewState } from "../../progress/reviewOccurrences.ts";
import { isHidden, isPrivateId } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { hiddenRow } from "./hiddenRow.ts";
import type { Row, TooltipPart } from "./row.ts";

/** A folder of reviews. */
const shownAtOnce = 100;
/** The number of upcoming reviews to list at first. */
const shownAhead = 3;

const icons: Readonly<Record<ReviewState, { readonly icon: string; readonly color?: string }>> = {
	overdue: { icon: "warning", color: "list.warningForeground" },
	due: { icon: "bell", color: "charts.blue" },
	coming: { icon: "calendar" },
	reviewed: { icon: "pass-filled", color: "charts.green" },
	missed: { icon: "circle-slash" },
};

/** The rows of the Reviews view: due and upcoming reviews, and a folder of past ones with their outcome. */
export function reviewRows(source: ViewSource): ReadonlyArray<Row> {
	const { checkpoints } = source.snapshot;
	const inState = (...states: ReadonlyArray<ReviewState>) => checkpoints.filter(({ state }) => states.includes(state));
	const row = (occurrence: ReviewOccurrence) => reviewRow(occurrence, source);
	const ahead = inState("coming");
	return [
		...inState("overdue", "due").map(row),
		...ahead.slice(0, shownAhead).map(row),
		...folder({ id: "reviews:later", label: l10n.t("Later"), icon: "calendar" }, ahead.slice(shownAhead), row),
		...folder(
			{ id: "reviews:past", label: l10n.t("Past"), icon: "history" },
			inState("reviewed", "missed").toReversed(),
			row,
		),
	];
}

/** The row of a review: when it is due, or what came of it. */
export function reviewRow(occurrence: ReviewOccurrence, source: ViewSource): Row {
	const { formatter } = source;
	const { checkpoint, state, review, replaced } = occurrence;
	if (isHidden(checkpoint, formatter)) {
		return hiddenRow(`review:${checkpoint.id}:${occurrence.occurrence}`);
	}
	const label = formatter.title(checkpoint);
	const facts = review ? [formatter.date(review.day), ...outcomeTexts(review.entry)] : openFacts(occurrence, source);
	const short = review ? facts : shortFacts(occurrence, source);
	const also = [
		...(typeof occurrence.occurrence === "string" ? [l10n.t("extra review")] : []),
		...replaced.map(({ checkpoint: other }) => l10n.t("with {0}", formatter.title(other))),
	];
	return {
		id: `review:${checkpoint.id}:${occurrence.occurrence}`,
		label,
		description: [...short, ...also].join(" · "),
		accessibleName: [label, stateWord(state), ...facts, ...also].join(", "),
		...icons[state],
		range: checkpoint.range,
		target: checkpoint.id,
		can: ["review", "openPlan"],
		command: {
			id: "waymark.openReview",
			args: [{ checkpoint: checkpoint.id, occurrence: occurrence.occurrence }],
		},
		tooltip: () => reviewTooltip(occurrence, source),
	};
}

/** One date, as a narrow view has room for it. */
function shortFacts({ state, day }: ReviewOccurrence, { formatter, today }: ViewSource): ReadonlyArray<string> {
	const date = formatter.shortDate(day, today);
	switch (state) {
		case "missed":
			return [l10n.t("not held"), date];
		case "overdue":
			return [l10n.t("was due {0}", date)];
		default:
			return [date];
	}
}

function openFacts({ state, day }: ReviewOccurrence, { formatter, today }: ViewSource): ReadonlyArray<string> {
	const date = formatter.date(day);
	switch (state) {
		case "missed":
			return [l10n.t("not held"), date];
		case "overdue":
			return [l10n.t("was due {0}, {1}", formatter.relative(day, today), date)];
		default:
			return [l10n.t("due {0}, {1}", formatter.relative(day, today), date)];
	}
}

/** "3 yes, 1 partly": the number of each verdict. */
export function outcomeTexts({ answers = [] }: EntryOf<"review">): ReadonlyArray<string> {
	const count = (wanted: "yes" | "partly" | "no") => answers.filter(({ verdict }) => verdict === wanted).length;
	const [yes, partly, no] = [count("yes"), count("partly"), count("no")];
	const words = [
		...(yes > 0 ? [l10n.t("{0} yes", yes)] : []),
		...(partly > 0 ? [l10n.t("{0} partly", partly)] : []),
		...(no > 0 ? [l10n.t("{0} no", no)] : []),
	];
	return words.length > 0 ? [words.join(", ")] : [];
}

function reviewTooltip(occurrence: ReviewOccurrence, source: ViewSource): ReadonlyArray<TooltipPart> {
	const { formatter } = source;
	const { checkpoint, review, day, replaced } = occurrence;
	const title: TooltipPart = { kind: "heading", text: formatter.title(checkpoint) };
	const answers = new Map(review?.entry.answers?.map((answer) => [answer.question, answer]));
	const own = checkpoint.questions.map(({ ask }) => ask);
	// It replaces others, of which one may be private.
	const ofHidden = replaced.some((each) => isHidden(each.checkpoint, formatter));
	const asked = new Set([...own, ...(ofHidden ? [] : answers.keys())]);
	const isShown = (on: string | undefined) => !formatter.discreet || on === undefined || !isPrivateId(on, source);
	return [
		title,
		{
			kind: "fact",
			name: typeof occurrence.occurrence === "number" ? l10n.t("Due") : l10n.t("Extra review"),
			text: formatter.date(day),
		},
		...(review?.entry.summary ? [{ kind: "text" as const, text: formatter.plain(review.entry.summary) }] : []),
		...[...asked].map((question): TooltipPart => {
			const { verdict, note } = answers.get(question) ?? {};
			const answer = [verdict && verdictText(verdict), note && formatter.plain(note)].filter(Boolean).join(": ");
			return answer === ""
				? { kind: "text", text: formatter.plain(question) }
				: { kind: "fact", name: formatter.plain(question), text: answer };
		}),
		...(review?.entry.next ?? [])
			.filter(({ on }) => isShown(on))
			.map(({ text }): TooltipPart => ({ kind: "fact", name: l10n.t("Promised"), text: formatter.plain(text) })),
	];
}

/** The text of a verdict. */
export function verdictText(verdict: "yes" | "partly" | "no"): string {
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

/** A folder of reviews with lazy children; those after the first hundred are in a nested folder. */
function folder(
	{ id, label, icon }: Required<Pick<Row, "id" | "label" | "icon">>,
	reviews: ReadonlyArray<ReviewOccurrence>,
	row: (occurrence: ReviewOccurrence) => Row,
): ReadonlyArray<Row> {
	if (reviews.length === 0) {
		return [];
	}
	const description = String(reviews.length);
	const more = { id: `${id}:more`, label: l10n.t("More"), icon };
	const children = () => [...reviews.slice(0, shownAtOnce).map(row), ...folder(more, reviews.slice(shownAtOnce), row)];
	return [{ id, label, description, accessibleName: `${label}, ${description}`, icon, open: false, children }];
}

import * as l10n from "@vscode/l10n";
import { logTargets } from "../../logging/logTargets.ts";
import { isListedAlone } from "../../plan/parts.ts";
import type { Item } from "../../plan/plan.ts";
import { focusOf, unansweredFocus, type WeekFocus } from "../../progress/week/weekFocus.ts";
import type { CommitmentWeek, WeekReport } from "../../progress/week/weekReport.ts";
import { isLastWorkingDay } from "../../progress/weekEnd.ts";
import { type Day, type Span, spanContains } from "../../time/day.ts";
import { rateTexts } from "../forecast/forecastText.ts";
import { dueTexts, reachedTexts } from "../text/itemText.ts";
import { logTargetKindText } from "../text/logTargetText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { weekPaceText } from "../text/weekText.ts";

/** The most items of a group; what is left out is in the last one. */
const mostOfGroup = 12;

/** The week to plan, with what came before it. */
export interface WeekToPlan {
	readonly week: Required<Span>;
	/** The week before it. */
	readonly last: WeekReport;
	/** What was planned for it already. */
	readonly planned: WeekFocus | undefined;
	/** An earlier focus of which it wasn't asked yet what became of it. */
	readonly unanswered: WeekFocus | undefined;
}

/** Something to focus on, with what speaks for it. */
export interface FocusChoice {
	readonly id: string;
	readonly label: string;
	readonly description: string;
}

/** Things to focus on, with the same reason. */
export interface FocusGroup {
	readonly title: string;
	readonly choices: ReadonlyArray<FocusChoice>;
}

/** The week that is planned today: this one, or from its last working day on the next one. */
export function weekToPlan({ snapshot }: ViewSource): WeekToPlan {
	const { span } = snapshot.week;
	const week = isLastWorkingDay(snapshot) ? { start: span.end, end: span.end + 7 } : span;
	return {
		week,
		last: snapshot.weekWith(week.start - 1),
		planned: focusOf(snapshot, week),
		unanswered: unansweredFocus(snapshot, week),
	};
}

/**
 * What to focus on: what is left over, what is due, what the forecasts ask for, and everything else that can be logged. Nothing is in
 * two groups; what is settled or hidden is in none.
 *
 * @param unfinished IDs of the last focus that aren't done
 */
export function focusChoices(
	source: ViewSource,
	{ week, last }: WeekToPlan,
	unfinished: ReadonlyArray<string>,
): ReadonlyArray<FocusGroup> {
	const { plan, formatter } = source;
	const met = new Set<string>();
	const group = (title: string, all: ReadonlyArray<Candidate>, most = mostOfGroup): FocusGroup => {
		const isNew = ({ id }: Candidate) => !met.has(id) && isOpen(id, source);
		const choices = all.filter(isNew).slice(0, most);
		for (const { id } of choices) met.add(id);
		const shown = choices.map(({ id, description }) => ({ id, label: titleOf(id, source), description }));
		return { title, choices: shown };
	};
	const kinds = () =>
		logTargets(plan).map((each) => ({ id: each.id, description: logTargetKindText(each, formatter) }));
	return [
		group(l10n.t("left over from last week"), [...leftOver(source, last), ...again(unfinished)]),
		group(l10n.t("due"), [...dueReviews(source, week), ...dueItems(source, week)]),
		group(l10n.t("needs more than it gets"), neglected(source)),
		group(l10n.t("everything else"), kinds(), Number.POSITIVE_INFINITY),
	].filter(({ choices }) => choices.length > 0);
}

/** The title of something to focus on; the ID if the plan doesn't have it. */
export function titleOf(id: string, { plan, formatter }: ViewSource): string {
	return formatter.title(plan.byId.get(id) ?? { title: id });
}

/** "Last week: 3 h of 5 h · not reached" */
export function lastWeekText({ last }: WeekToPlan, { formatter, today }: ViewSource): string {
	return l10n.t("The week before: {0}", weekPaceText(last, formatter, last.span.end <= today));
}

interface Candidate {
	readonly id: string;
	readonly description: string;
}

function isOpen(id: string, { plan, snapshot, formatter }: ViewSource): boolean {
	const item = snapshot.items.get(id);
	const state = item && snapshot.progressOf(item).state;
	return plan.byId.has(id) && !isHidden(plan.byId.get(id), formatter) && state !== "done" && state !== "dropped";
}

function leftOver({ formatter, today }: ViewSource, last: WeekReport): ReadonlyArray<Candidate> {
	const missing = ({ aim, minutes }: CommitmentWeek) => aim.low - minutes;
	return last.commitments
		.filter((each) => each.state !== "off" && missing(each) > 0)
		.toSorted((a, b) => missing(b) - missing(a))
		.map((each) => ({
			id: each.commitment.id,
			description: [
				l10n.t("{0} left over", formatter.minutes(missing(each))),
				weekPaceText(each, formatter, last.span.end <= today),
			].join(" · "),
		}));
}

function again(ids: ReadonlyArray<string>): ReadonlyArray<Candidate> {
	return ids.map((id) => ({ id, description: l10n.t("was in focus") }));
}

function dueReviews({ snapshot, formatter, today }: ViewSource, week: Required<Span>): ReadonlyArray<Candidate> {
	return snapshot.checkpoints
		.filter(({ state, day }) => state === "overdue" || (state !== "reviewed" && spanContains(week, day)))
		.map(({ checkpoint, day, state }) => ({
			id: checkpoint.id,
			description:
				state === "overdue"
					? l10n.t("review, was due {0}", formatter.relative(day, today))
					: l10n.t("review, due {0}", formatter.relative(day, today)),
		}));
}

/** Items that are overdue, or due within four weeks from the beginning of the week on. */
function dueItems(source: ViewSource, { start }: Required<Span>): ReadonlyArray<Candidate> {
	const { plan, snapshot, formatter } = source;
	const dueOf = (item: Item): Day => snapshot.progressOf(item).due ?? Number.POSITIVE_INFINITY;
	return plan.items
		.filter((item) => isListedAlone(item) && !item.optional && dueOf(item) < start + 28)
		.toSorted((a, b) => dueOf(a) - dueOf(b))
		.map((item) => {
			const progress = snapshot.progressOf(item);
			const texts = [...dueTexts(progress, source), ...reachedTexts(item, progress, formatter)];
			return { id: item.id, description: texts.join(" · ") };
		});
}

/** Items that need a greater rate than the recent one, those with the least chance first. Only known forecasts. */
function neglected({ plan, snapshot, formatter }: ViewSource): ReadonlyArray<Candidate> {
	return plan.items
		.flatMap((item) => {
			const made = snapshot.forecasts.known(item);
			const isBehind = made && "rate" in made && made.neededRate !== undefined && made.neededRate > made.rate;
			return made && isBehind ? [{ item, made, chance: made.chance ?? 0 }] : [];
		})
		.toSorted((a, b) => a.chance - b.chance)
		.map(({ item, made }) => ({ id: item.id, description: rateTexts(item, made, formatter).join(" · ") }));
}

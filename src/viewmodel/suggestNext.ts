import * as l10n from "@vscode/l10n";
import { isListedAlone } from "../plan/parts.ts";
import type { Item } from "../plan/plan.ts";
import { chanceGain } from "../progress/forecast/whatIf.ts";
import type { Progress } from "../progress/items/itemProgress.ts";
import { findQuietWeeks } from "../progress/nudge.ts";
import { focusOf } from "../progress/week/weekFocus.ts";
import type { CommitmentWeek } from "../progress/week/weekReport.ts";
import { forecastTexts, rateTexts } from "./forecast/forecastText.ts";
import type { StatusAction } from "./statusItem.ts";
import { habitPaceText, isTicked } from "./text/habits/habitText.ts";
import { reachedTexts } from "./text/itemText.ts";
import { quietWeeksText } from "./text/nudgeText.ts";
import { isHidden } from "./text/privacy.ts";
import type { ViewSource } from "./text/viewSource.ts";
import { weekPaceText } from "./text/weekText.ts";

/** A suggestion for what to do now. */
export interface Suggestion {
	/** The ID that it is about. */
	readonly on?: string;
	readonly icon: string;
	readonly label: string;
	/** The reason. */
	readonly reason: string;
	/** The first one runs on Enter. */
	readonly actions: readonly [StatusAction, ...ReadonlyArray<StatusAction>];
}

/** The minimum gain of a chance (0 to 1) for a suggestion, and the maximum number of such suggestions. */
const leastGain = 0.01;
const mostGains = 3;

/**
 * What helps most now, with the reason: what was chosen to focus on this week, then resuming after quiet weeks, then due reviews, then commitments by their missing time,
 * then habits that are planned today, then targets by their due date, then those whose chance a week of work raises most.
 */
export function suggestNext(source: ViewSource): ReadonlyArray<Suggestion> {
	return focusFirst(source, [
		...afterQuietWeeks(source),
		...reviews(source),
		...commitments(source),
		...habits(source),
		...items(source),
		...gains(source),
	]);
}

/** Puts what is in focus this week first, whether it is urgent or not; what is settled for this week isn't suggested. */
function focusFirst(source: ViewSource, all: ReadonlyArray<Suggestion>): ReadonlyArray<Suggestion> {
	const { snapshot, plan, formatter } = source;
	const focus = focusOf(snapshot, snapshot.week.span)?.on ?? [];
	const first = focus.flatMap((id): ReadonlyArray<Suggestion> => {
		const node = plan.byId.get(id);
		const known = all.find(({ on }) => on === id);
		const reason = l10n.t("in focus this week");
		if (known) return [{ ...known, icon: "target", reason: `${reason} · ${known.reason}` }];
		if (!node || isHidden(node, formatter) || isSettled(id, source)) return [];
		const actions = plan.commitments.some((each) => each.id === id) ? timeActions(id) : itemActions({ id });
		return [{ on: id, icon: "target", label: formatter.title(node), reason, actions }];
	});
	return [...first, ...all.filter(({ on }) => on === undefined || !focus.includes(on))];
}

/** Whether an item is done, the hours of a commitment are reached, or no review of a checkpoint is due. */
function isSettled(id: string, { snapshot, plan }: ViewSource): boolean {
	const item = snapshot.items.get(id);
	const state = item && snapshot.progressOf(item).state;
	const isReached = snapshot.week.commitments.some((each) => each.commitment.id === id && each.state === "done");
	return state === "done" || state === "dropped" || isReached || plan.checkpoints.some((each) => each.id === id);
}

function afterQuietWeeks({ snapshot }: ViewSource): ReadonlyArray<Suggestion> {
	const quiet = findQuietWeeks(snapshot);
	const label = l10n.t("Welcome Back");
	return quiet
		? [
				{
					icon: "coffee",
					label,
					reason: quietWeeksText(quiet),
					actions: [{ label: l10n.t("Choose"), command: "waymark.quietWeeks" }],
				},
			]
		: [];
}

function reviews({ snapshot, formatter, today }: ViewSource): ReadonlyArray<Suggestion> {
	return snapshot.checkpoints
		.filter(({ state, checkpoint }) => (state === "due" || state === "overdue") && !isHidden(checkpoint, formatter))
		.map(({ checkpoint, occurrence, day, state }) => ({
			on: checkpoint.id,
			icon: "checklist",
			label: formatter.title(checkpoint),
			reason:
				state === "overdue"
					? l10n.t("review, was due {0}", formatter.relative(day, today))
					: l10n.t("review, due {0}", formatter.relative(day, today)),
			actions: [
				{
					label: l10n.t("Open Review"),
					command: "waymark.openReview",
					args: { checkpoint: checkpoint.id, occurrence },
				},
			],
		}));
}

function commitments({ snapshot, formatter }: ViewSource): ReadonlyArray<Suggestion> {
	const missing = ({ aim, minutes }: CommitmentWeek) => aim.low - minutes;
	const urgency = ({ state }: CommitmentWeek) => ["onPace", "behind"].indexOf(state);
	return snapshot.week.commitments
		.filter(({ commitment }) => !isHidden(commitment, formatter))
		.filter((each) => each.state !== "off" && each.state !== "done" && missing(each) > 0)
		.toSorted((a, b) => urgency(b) - urgency(a) || missing(b) - missing(a))
		.map((each) => {
			const on = each.commitment.id;
			return {
				on,
				icon: "clock",
				label: formatter.title(each.commitment),
				reason: [
					l10n.t("{0} left to log this week", formatter.minutes(missing(each))),
					weekPaceText(each, formatter, false),
				].join(" · "),
				actions: timeActions(on),
			};
		});
}

/** Habits that are planned today and not done yet, those that are behind first. */
function habits({ snapshot, formatter }: ViewSource): ReadonlyArray<Suggestion> {
	return snapshot.habits
		.filter(({ isForToday, node }) => isForToday && !isHidden(node, formatter))
		.toSorted((a, b) => Number(b.state === "behind") - Number(a.state === "behind"))
		.map((habit) => {
			const on = { on: habit.node.id };
			const once = { label: l10n.t("Log Once"), command: "waymark.logProgress", args: { ...on, add: 1 } };
			const log = { label: l10n.t("Log Progress"), command: "waymark.logProgress", args: on };
			return {
				...on,
				icon: "sync",
				label: formatter.title(habit.node),
				reason: [l10n.t("today"), habitPaceText(habit, formatter, false)].join(" · "),
				actions: [
					isTicked(habit) ? once : log,
					{ label: l10n.t("Start Timer"), command: "waymark.startTimer", args: on },
				],
			};
		});
}

function items(source: ViewSource): ReadonlyArray<Suggestion> {
	const { snapshot, formatter, today, plan } = source;
	return plan.items
		.filter((item) => !isHidden(item, formatter) && isListedAlone(item))
		.map((item) => ({ item, progress: snapshot.progressOf(item) }))
		.filter(({ progress }) => isPressing(progress))
		.toSorted((a, b) => (a.progress.due ?? today) - (b.progress.due ?? today))
		.map(({ item, progress }) => {
			const why = urgencyText(progress, source);
			return {
				on: item.id,
				icon: progress.state === "overdue" ? "warning" : "target",
				label: formatter.title(item),
				reason: [why, ...reachedTexts(item, progress, formatter)].filter(Boolean).join(" · "),
				actions: itemActions(item),
			};
		});
}

function urgencyText({ due, state, lapsed, expired }: Progress, { formatter, today }: ViewSource): string {
	if (expired) {
		return l10n.t("expired");
	}
	if (lapsed) {
		return l10n.t("needs confirmation");
	}
	if (due === undefined) {
		return "";
	}
	const day = formatter.relative(due, today);
	return state === "overdue" ? l10n.t("was due {0}", day) : l10n.t("due {0}", day);
}

function isPressing({ state, dueSoon, lapsed, expired }: Progress): boolean {
	return state === "overdue" || dueSoon || lapsed || expired;
}

function timeActions(on: string): Suggestion["actions"] {
	return [
		{ label: l10n.t("Start Timer"), command: "waymark.startTimer", args: { on } },
		{ label: l10n.t("Log Time"), command: "waymark.logTime", args: { on } },
	];
}

function itemActions({ id }: Pick<Item, "id">): Suggestion["actions"] {
	return [
		{ label: l10n.t("Log Progress"), command: "waymark.logProgress", args: { on: id } },
		{ label: l10n.t("Start Timer"), command: "waymark.startTimer", args: { on: id } },
	];
}

/** Items that aren't due soon, but have a better chance after a week of work, the largest gain first. Only known forecasts. */
function gains(source: ViewSource): ReadonlyArray<Suggestion> {
	const { snapshot, formatter, plan } = source;
	return plan.items
		.filter((item) => !isHidden(item, formatter) && !isPressing(snapshot.progressOf(item)))
		.flatMap((item) => {
			const made = snapshot.forecasts.known(item);
			const question = made && "rate" in made ? snapshot.forecasts.question(item) : undefined;
			return made && question ? [{ item, made, gain: chanceGain(question, made) }] : [];
		})
		.filter(({ gain }) => gain >= leastGain)
		.toSorted((a, b) => b.gain - a.gain)
		.slice(0, mostGains)
		.map(({ item, made }) => ({
			on: item.id,
			icon: "graph-line",
			label: formatter.title(item),
			reason: [...forecastTexts(item, made, source), ...rateTexts(item, made, formatter)].join(" · "),
			actions: itemActions(item),
		}));
}

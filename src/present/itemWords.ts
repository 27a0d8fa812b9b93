import * as l10n from "@vscode/l10n";
import type { Item, ItemKind } from "../plan/plan.ts";
import type { Progress } from "../progress/itemProgress.ts";
import type { ViewSource } from "./viewSource.ts";
import type { Words } from "./words.ts";

/** What an item is called by the place it has in the plan. */
export function kindWord(kind: ItemKind): string {
	switch (kind) {
		case "outcome":
			return l10n.t("outcome");
		case "milestone":
			return l10n.t("milestone");
		case "target":
			return l10n.t("target");
		case "indicator":
			return l10n.t("indicator");
		case "practice":
			return l10n.t("practice");
		case "mitigation":
			return l10n.t("mitigation");
	}
}

/** "60 of 100+", "5 of 2-3 people: above"; the goal alone where nothing was logged; nothing where there is no goal. */
export function reachedWords(item: Item, progress: Progress, words: Words): ReadonlyArray<string> {
	const { goal } = item;
	const { value, periods } = progress;
	if (!goal) {
		return [];
	}
	const kept = periods && periods.elapsed > 0 ? [l10n.t("kept {0} of {1} times", periods.met, periods.elapsed)] : [];
	if (value === undefined) {
		const asked = words.goal(goal);
		return [progress.notMeasured ? l10n.t("{0}, not measured yet", asked) : asked, ...kept];
	}
	const reached = l10n.t("{0} of {1}", words.value(value, goal), words.goal(goal));
	if (goal.high === undefined || goal.atMost || value < goal.low) {
		return [reached, ...kept];
	}
	const where = value > goal.high ? l10n.t("above") : l10n.t("within");
	return [`${reached}: ${where}`, ...kept];
}

/** By when it is due, until when it holds, or since when it does not any more. */
export function dueWords(
	{ due, state, lapsed, lapses, expired, expires, holds }: Progress,
	{ words, today }: ViewSource,
): ReadonlyArray<string> {
	if (expired && expires !== undefined) {
		return [l10n.t("expired {0}", words.date(expires))];
	}
	if (lapsed && lapses !== undefined) {
		return [l10n.t("to be confirmed again since {0}", words.date(lapses))];
	}
	if (due === undefined) {
		return holds ? [l10n.t("holds")] : [];
	}
	const date = words.date(due);
	if (state === "overdue") {
		return [l10n.t("was due {0}, {1}", words.relative(due, today), date)];
	}
	return holds ? [l10n.t("holds, until {0}", date)] : [l10n.t("{0}, by {1}", words.relative(due, today), date)];
}

/** How it keeps pace with its dates, once it is started. */
export function paceWord({ pace, state }: Pick<Progress, "pace" | "state">): ReadonlyArray<string> {
	switch (state === "started" ? pace : undefined) {
		case "ahead":
			return [l10n.t("ahead")];
		case "onPace":
			return [l10n.t("on pace")];
		case "behind":
			return [l10n.t("behind")];
		default:
			return [];
	}
}

/** What state an item is in. */
export function stateWord({
	state,
	dueSoon = false,
	holds = false,
}: Pick<Progress, "state"> & Partial<Pick<Progress, "dueSoon" | "holds">>): string {
	switch (state) {
		case "done":
			return l10n.t("done");
		case "overdue":
			return l10n.t("overdue");
		case "started":
			return dueSoon ? l10n.t("started, due soon") : holds ? l10n.t("holds so far") : l10n.t("started");
		case "open":
			return dueSoon ? l10n.t("not started, due soon") : l10n.t("not started");
		case "dropped":
			return l10n.t("dropped");
	}
}

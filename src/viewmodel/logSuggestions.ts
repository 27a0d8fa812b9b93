import * as l10n from "@vscode/l10n";
import { logSource } from "../logging/logSource.ts";
import { logTargets } from "../logging/logTargets.ts";
import { focusOf } from "../progress/week/weekFocus.ts";
import { reachedTexts } from "./text/itemText.ts";
import { logTargetKindText } from "./text/logTargetText.ts";
import { isHidden } from "./text/privacy.ts";
import type { ViewSource } from "./text/viewSource.ts";
import { weekPaceText } from "./text/weekText.ts";

/** A suggestion to log. */
export interface LogSuggestion {
	readonly id: string;
	readonly label: string;
	readonly description: string;
	readonly icon: string;
}

const mostSuggestions = 12;

/**
 * Suggestions to log: what is in focus this week; for time the commitments with the most missing time first; then the items that are logged most
 * often.
 */
export function logSuggestions(source: ViewSource, first: "time" | "progress"): ReadonlyArray<LogSuggestion> {
	const { snapshot, formatter, plan } = source;
	const week = snapshot.week.commitments
		.filter(({ commitment }) => !isHidden(commitment, formatter))
		.toSorted((a, b) => b.aim.low - b.minutes - (a.aim.low - a.minutes))
		.map((each) => ({
			id: each.commitment.id,
			label: formatter.title(each.commitment),
			description: weekPaceText(each, formatter, false),
			icon: "clock",
		}));
	const { targets, uses } = logSource(source, { first });
	const kinds = new Map(logTargets(plan).map((target) => [target.id, logTargetKindText(target, source.formatter)]));
	const others = targets
		.filter(
			({ id, timeOnly }) =>
				(first === "time" || !timeOnly) &&
				uses(id) > 0 &&
				!week.some((each) => each.id === id) &&
				!isHidden(plan.byId.get(id), formatter),
		)
		.toSorted((a, b) => uses(b.id) - uses(a.id))
		.map(({ id }) => ({
			id,
			label: formatter.title(plan.byId.get(id) ?? { title: id }),
			description: currentValueText(source, id) || (kinds.get(id) ?? l10n.t("in the plan")),
			icon: "history",
		}));
	const all = [...(first === "time" ? week : []), ...others];
	const focus = focusOf(snapshot, snapshot.week.span)?.on ?? [];
	const chosen = focus.flatMap((id): ReadonlyArray<LogSuggestion> => {
		const target = targets.find((each) => each.id === id);
		if (!target || (first === "progress" && target.timeOnly) || isHidden(plan.byId.get(id), formatter)) return [];
		const known = all.find((each) => each.id === id);
		const text = known?.description ?? currentValueText(source, id);
		const description = [l10n.t("in focus"), text].filter(Boolean).join(" · ");
		return [{ id, label: formatter.title(plan.byId.get(id) ?? target), description, icon: "target" }];
	});
	return [...chosen, ...all.filter(({ id }) => !focus.includes(id))].slice(0, mostSuggestions);
}

/** The current value of an item and its goal, "6 of 8-12"; empty if it has no goal or is hidden. */
export function currentValueText({ snapshot, formatter }: ViewSource, id: string): string {
	const item = snapshot.items.get(id);
	return item && !isHidden(item, formatter) ? reachedTexts(item, snapshot.progressOf(item), formatter).join(", ") : "";
}

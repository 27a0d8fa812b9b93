import * as l10n from "@vscode/l10n";
import type { Item } from "../../plan/plan.ts";
import { addMonths, type Day } from "../../time/day.ts";
import { plural } from "../../util/plural.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** The days, and the months, below which a duration is told in a smaller unit. */
const mostDays = 14;
const mostWeeks = 2;

/**
 * What a milestone took: "Milestone reached: Charge nurse. It took 8 months and 43 h." The time is what was logged on it and on
 * what drives it, from the first day of its period, or its first entry, to the day on which it was reached.
 */
export function milestoneText(item: Item, source: ViewSource): string {
	const { formatter, today } = source;
	const reached = source.snapshot.progressOf(item).reached?.since ?? today;
	const own = source.ledger.on(idsIn([item.id], source));
	const first = own.find(({ entry }) => entry.type !== "plan")?.day ?? reached;
	const begin = Math.min(first, item.span?.start ?? source.plan.start ?? reached, reached);
	const minutes = minutesOn(item, { start: begin, end: reached + 1 }, source);
	const title = formatter.title(item);
	const duration = durationText(begin, reached);
	return minutes > 0
		? l10n.t("Milestone reached: {0}. It took {1} and {2}.", title, duration, formatter.minutes(rounded(minutes)))
		: l10n.t("Milestone reached: {0}. It took {1}.", title, duration);
}

/** Whole hours from ten hours on: nobody thinks of a milestone in minutes. */
function rounded(minutes: number): number {
	return minutes < 600 ? minutes : Math.round(minutes / 60) * 60;
}

/** The minutes on an item, and on the commitments with their activities that are meant to move it. */
function minutesOn(item: Item, span: { readonly start: Day; readonly end: Day }, source: ViewSource): number {
	const drivers = source.plan.commitments
		.filter(({ drives }) => drives.some(({ id }) => source.aliases.idOf(id) === item.id))
		.flatMap(({ id, activities }) => [id, ...activities.map((activity) => activity.id)]);
	const entries = source.ledger.on(idsIn([item.id, ...drivers], source), { type: "time", span });
	return entries.reduce((sum, { entry }) => sum + Math.max(0, entry.minutes), 0);
}

function idsIn(ids: ReadonlyArray<string>, { aliases }: ViewSource): ReadonlyArray<string> {
	return ids.flatMap((id) => aliases.idsOf(id));
}

/** The time from one day to another, both inclusive: "8 months", "5 weeks", "1 day". Whole units, rounded down. */
function durationText(first: Day, last: Day): string {
	const days = last - first + 1;
	let months = 0;
	while (addMonths(first, months + 1) <= last + 1) {
		months++;
	}
	if (months >= mostWeeks) {
		return l10n.t("{0} months", months);
	}
	const weeks = Math.floor(days / 7);
	return days >= mostDays ? l10n.t("{0} weeks", weeks) : plural(days, l10n.t("1 day"), l10n.t("{0} days", days));
}

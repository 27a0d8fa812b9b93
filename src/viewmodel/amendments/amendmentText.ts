import * as l10n from "@vscode/l10n";
import { parseGoal } from "../../amount/parseQuantity.ts";
import { parseDay } from "../../time/day.ts";
import { plural } from "../../util/plural.ts";
import type { Formatter } from "../text/formatter.ts";
import { redacted } from "../text/redaction.ts";

/** A change of the plan as the journal and reviews have it. Values are in the syntax of the plan. */
export interface Amendment {
	readonly field: string;
	readonly was?: string | null | undefined;
	readonly now?: string | null | undefined;
}

/** The mean length of a month in days, by the Gregorian calendar. */
const monthDays = 365.2425 / 12;

/** What was changed: "goal 5+ → 4", "dropped". */
export function amendmentText({ field, was, now }: Amendment, formatter: Formatter): string {
	const isGone = now === undefined || now === null;
	switch (field) {
		case "dropped":
			return isGone ? l10n.t("restored") : l10n.t("dropped");
		case "added":
			return l10n.t("added");
		case "slips":
			return l10n.t("everything moved, {0}", valueText(field, now, formatter));
		default:
			return l10n.t(
				"{0} {1} → {2}",
				fieldText(field),
				valueText(field, was, formatter),
				valueText(field, now, formatter),
			);
	}
}

/** What was changed, when, and why: "goal 5+ → 4, Oct 2026: reorganisation". */
export function amendmentLine(
	amendment: Amendment & { readonly at: string; readonly why?: string | undefined },
	formatter: Formatter,
): string {
	const { at, why } = amendment;
	const day = parseDay(at.slice(0, 10));
	const text = amendmentText(amendment, formatter);
	const dated = day === undefined ? text : l10n.t("{0}, {1}", text, formatter.month(day));
	return why === undefined || why === "" ? dated : l10n.t("{0}: {1}", dated, formatter.plain(why));
}

/** The name of a changed field; as in the journal if it isn't known. */
export function fieldText(field: string): string {
	switch (field) {
		case "goal":
			return l10n.t("goal");
		case "when":
			return l10n.t("date");
		case "hours":
			return l10n.t("hours");
		case "week.hours":
			return l10n.t("hours of the week");
		case "week.days":
			return l10n.t("working days");
		case "time_off":
			return l10n.t("time off");
		case "start":
			return l10n.t("day one");
		case "slips":
			return l10n.t("slip");
		case "title":
			return l10n.t("title");
		case "place":
			return l10n.t("place");
		case "dropped":
			return l10n.t("dropped");
		case "added":
			return l10n.t("added");
		default:
			return field;
	}
}

/** A value before or after a change. */
export function valueText(field: string, value: string | null | undefined, formatter: Formatter): string {
	if (value === undefined || value === null) {
		return l10n.t("none");
	}
	if (field === "place" && formatter.discreet) {
		// It may be the title of something private.
		return redacted;
	}
	const goal = field === "goal" ? parseGoal(value) : undefined;
	return goal ? formatter.goal(goal) : formatter.plain(value);
}

/** How far something has moved, in days: "3 months later". */
export function shiftText(days: number): string {
	const size = Math.abs(days);
	if (size === 0) {
		return l10n.t("not moved");
	}
	const months = Math.round(size / monthDays);
	if (months === 0) {
		return days > 0
			? plural(size, l10n.t("1 day later"), l10n.t("{0} days later", size))
			: plural(size, l10n.t("1 day earlier"), l10n.t("{0} days earlier", size));
	}
	return days > 0
		? plural(months, l10n.t("1 month later"), l10n.t("{0} months later", months))
		: plural(months, l10n.t("1 month earlier"), l10n.t("{0} months earlier", months));
}

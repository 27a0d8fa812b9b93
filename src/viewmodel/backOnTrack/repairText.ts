import * as l10n from "@vscode/l10n";
import { parseGoal } from "../../amount/parseQuantity.ts";
import type { RepairFailure } from "../../logging/backOnTrack/planRepairs.ts";
import type { MovedDate } from "../../logging/planChange.ts";
import type { Item } from "../../plan/plan.ts";
import type { PlanRepair } from "../../progress/backOnTrack/planRepair.ts";
import type { TimeCost } from "../../progress/backOnTrack/timeCost.ts";
import { dueDay } from "../../time/period.ts";
import { plural } from "../../util/plural.ts";
import { chanceStep } from "../forecast/forecastText.ts";
import type { Formatter } from "../text/formatter.ts";
import { isHidden } from "../text/privacy.ts";

/** The number of titles in a list of what moves. */
const mostNamed = 5;

/** A way back on track, in words. */
export interface RepairText {
	/** The name of a codicon. */
	readonly icon: string;
	readonly label: string;
	/** The chance before and after; empty where nothing is forecast. */
	readonly chance: string;
	/** What it costs, and what depends on it. */
	readonly detail: string;
}

/**
 * A way back on track, in words.
 *
 * @param item the item that it is for; undefined for the week and for phases
 */
export function repairText(repair: PlanRepair, item: Item | undefined, formatter: Formatter): RepairText {
	const parts = textParts(repair, item, formatter);
	const [before, after] =
		"before" in repair || "after" in repair ? [repair.before, "after" in repair ? repair.after : undefined] : [];
	return { ...parts, chance: chancesText(before, after, formatter) };
}

function textParts(repair: PlanRepair, item: Item | undefined, formatter: Formatter): Omit<RepairText, "chance"> {
	switch (repair.kind) {
		case "more":
			return { icon: "arrow-up", label: moreLabel(repair, item, formatter), detail: costText(repair.cost, formatter) };
		case "later": {
			const { phase } = repair;
			const end = dueDay(phase?.span);
			return {
				icon: "calendar",
				label: l10n.t("Later: by {0}", formatter.date(repair.due)),
				detail:
					phase && end !== undefined && !isHidden(phase, formatter)
						? l10n.t("Its phase ends before: {0}, {1}.", formatter.title(phase), formatter.date(end))
						: "",
			};
		}
		case "less": {
			const goal = parseGoal(repair.goal);
			return { icon: "arrow-down", label: l10n.t("Less: {0}", goal ? formatter.goal(goal) : ""), detail: "" };
		}
		case "drop": {
			const dependents = titles(repair.dependents, formatter);
			return {
				icon: "circle-slash",
				label: l10n.t("Drop it"),
				detail: dependents === "" ? l10n.t("Nothing depends on it") : l10n.t("Depends on it: {0}", dependents),
			};
		}
		default:
			return weekParts(repair, formatter);
	}
}

function weekParts(
	repair: Exclude<PlanRepair, { readonly kind: "more" | "later" | "less" | "drop" }>,
	formatter: Formatter,
): Omit<RepairText, "chance"> {
	switch (repair.kind) {
		case "slip":
			return {
				icon: "arrow-right",
				label: plural(
					repair.months,
					l10n.t("Slip: everything moves by 1 month"),
					l10n.t("Slip: everything moves by {0} months", repair.months),
				),
				detail: l10n.t(
					"From {0} on, with all later phases. Recurring reviews keep their rhythm.",
					formatter.date(repair.at),
				),
			};
		case "smaller":
			return {
				icon: "arrow-down",
				label: l10n.t("A smaller week: {0}", formatter.minutes(repair.level)),
				detail: l10n.t("Kept in {0} of the last {1} weeks", repair.kept, repair.of),
			};
		case "split":
			return {
				icon: "split-horizontal",
				label: l10n.t("Split the hours as they were lived"),
				detail: repair.parts
					.filter(({ was, now, commitment }) => was !== now && !isHidden(commitment, formatter))
					.map(({ commitment, was, now }) =>
						l10n.t("{0}: {1} → {2}", formatter.title(commitment), formatter.minutes(was), formatter.minutes(now)),
					)
					.join(", "),
			};
		case "days":
			return {
				icon: "calendar",
				label: l10n.t("Fewer days: {0}", repair.days.map((day) => formatter.weekdayName(day)).join(", ")),
				detail: l10n.t("The hours of the week stay the same"),
			};
		case "timeOff":
			return {
				icon: "coffee",
				label: l10n.t("Time off: {0}", formatter.dates({ start: repair.first, end: repair.last + 1 })),
				detail: l10n.t("The weekly target is 0 h, and forecasts skip these weeks"),
			};
	}
}

function moreLabel(
	{ neededRate, rate }: PlanRepair & { readonly kind: "more" },
	item: Item | undefined,
	formatter: Formatter,
): string {
	return l10n.t("More: {0} a week, now {1}", rateText(neededRate, item, formatter), rateText(rate, item, formatter));
}

function rateText(amount: number, item: Item | undefined, formatter: Formatter): string {
	return item?.goal ? formatter.value(Number(amount.toPrecision(2)), item.goal) : "";
}

/** What a higher rate takes, and whether the week has room for it. */
function costText(cost: TimeCost | undefined, formatter: Formatter): string {
	if (!cost) {
		return l10n.t("No time is logged on it, so the hours are unknown. Nothing in the plan changes.");
	}
	const hours = l10n.t("about {0} a week more, now {1}", rough(cost.more, formatter), rough(cost.now, formatter));
	const title = cost.commitment && !isHidden(cost.commitment, formatter) ? formatter.title(cost.commitment) : undefined;
	const about = title === undefined ? hours : l10n.t("{0}: {1}", title, hours);
	if (!cost.fits) {
		return l10n.t("{0}. It doesn't fit into your working days.", about);
	}
	if (!cost.commitment) {
		return l10n.t("{0}. Nothing in the plan changes.", about);
	}
	return cost.more <= cost.room
		? l10n.t("{0}. The week has room for it.", about)
		: l10n.t("{0}. The week grows to {1}.", about, rough(cost.target, formatter));
}

/** Minutes in steps of 5: they are an estimate. */
function rough(minutes: number, formatter: Formatter): string {
	return formatter.minutes(Math.round(minutes / 5) * 5);
}

/** "chance 30% → 80%"; empty where nothing is forecast. */
export function chancesText(before: number | undefined, after: number | undefined, formatter: Formatter): string {
	const text = (chance: number) => formatter.rounded(chanceStep(chance));
	if (before !== undefined && after !== undefined) {
		return l10n.t("chance {0} → {1}", text(before), text(after));
	}
	return before === undefined ? "" : l10n.t("chance {0}", text(before));
}

/**
 * A way back as a promise of a review.
 *
 * @param item the item that it is for; undefined for the week and for phases
 */
export function promiseText(repair: PlanRepair, item: Item | undefined, formatter: Formatter): string {
	const title = item ? formatter.title(item) : "";
	switch (repair.kind) {
		case "more":
			return l10n.t("{0}: {1} a week", title, rateText(repair.neededRate, item, formatter));
		case "drop":
			return l10n.t("{0}: drop it", title);
		case "later":
			return l10n.t("{0}: {1}", title, l10n.t("by {0}", formatter.date(repair.due)));
		case "less": {
			const goal = parseGoal(repair.goal);
			return l10n.t("{0}: {1}", title, goal ? formatter.goal(goal) : "");
		}
		default:
			return weekParts(repair, formatter).label;
	}
}

/** Whether the text of a promise hides nothing, as it does in discreet mode if it has an amount of money. */
export function isPromiseWhole(repair: PlanRepair, item: Item | undefined, formatter: Formatter): boolean {
	return promiseText(repair, item, formatter) === promiseText(repair, item, formatter.openly());
}

/** Why a way back can't be taken. */
export function repairFailureText(failure: RepairFailure): string {
	switch (failure) {
		case "problems":
			return l10n.t("It doesn't agree with the rest of the plan. Edit the plan manually.");
		case "gone":
			return l10n.t("It's no longer off track.");
		case "shared":
			return l10n.t("The item is shared through an alias. Edit the plan manually.");
		case "unparsed":
			return l10n.t("The plan has errors. Fix them in the Problems view first.");
		default:
			return l10n.t("This part of the plan can't be edited automatically. Edit it manually.");
	}
}

/**
 * What moves with an item or a slip: "Moves along: Talks, Phase 2, and 3 more."; empty if nothing does. What is hidden is left
 * out.
 *
 * @param item the item that is moved itself
 */
export function movesAlongText(moved: ReadonlyArray<MovedDate>, item: Item | undefined, formatter: Formatter): string {
	const others = moved.filter(({ id, node }) => id !== `item:${item?.id}` && !isHidden(node, formatter));
	const named = [...new Set(others.map(({ node }) => formatter.title(node)))];
	const shown = named.slice(0, mostNamed).join(", ");
	const more = named.length - mostNamed;
	if (named.length === 0) {
		return "";
	}
	return more > 0 ? l10n.t("Moves along: {0}, and {1} more.", shown, more) : l10n.t("Moves along: {0}.", shown);
}

function titles(items: ReadonlyArray<Item>, formatter: Formatter): string {
	const shown = items.filter((item) => !isHidden(item, formatter));
	return shown.map((item) => formatter.title(item)).join(", ");
}

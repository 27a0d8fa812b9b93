import * as l10n from "@vscode/l10n";
import { parseGoal } from "../../amount/parseQuantity.ts";
import { type Fact, type FactOf, factsOf } from "../../progress/review/reviewFact.ts";
import type { Formatter } from "../text/formatter.ts";
import { dateText, toItemLine } from "./reviewLines.ts";

/**
 * Sentences about differences between the current facts and those of a saved review: titles, goals, dates and states
 * of its items, and hours.
 */
export function changesSince(
	before: ReadonlyArray<Fact>,
	now: ReadonlyArray<Fact>,
	formatter: Formatter,
): ReadonlyArray<string> {
	const items = new Map(factsOf(now, "item").map((item) => [item.id, item]));
	const shown = factsOf(before, "item").filter(({ listed }) => listed);
	const hours = new Map(factsOf(now, "hours").map((each) => [each.id, each]));
	return [
		...shown.flatMap((item) => itemChanges(item, items.get(item.id), formatter)),
		...factsOf(before, "hours").flatMap((was): ReadonlyArray<string> => {
			const minutes = hours.get(was.id)?.minutes ?? 0;
			const title = was.id === undefined ? l10n.t("Other") : formatter.title(was);
			return Math.round(was.minutes) === Math.round(minutes)
				? []
				: [l10n.t("{0}: {1}, was {2}", title, formatter.minutes(minutes), formatter.minutes(was.minutes))];
		}),
	];
}

function itemChanges(
	was: FactOf<"item">,
	item: FactOf<"item"> | undefined,
	formatter: Formatter,
): ReadonlyArray<string> {
	const title = formatter.title(was);
	if (!item) {
		return [l10n.t("{0}: removed", title)];
	}
	const none = l10n.t("none");
	const goalText = ({ goal }: FactOf<"item">) => {
		const quantity = parseGoal(goal);
		return quantity ? formatter.goal(quantity) : none;
	};
	const dateOf = ({ due }: FactOf<"item">) => dateText(due, formatter) ?? none;
	const stateOf = (each: FactOf<"item">) => {
		const { stateText, facts } = toItemLine({ ...each, evidence: [] }, formatter);
		return each.value === undefined ? stateText : [stateText, facts[0]].join(", ");
	};
	return [
		...(item.title === was.title ? [] : [l10n.t("{0}: renamed to {1}", title, formatter.title(item))]),
		...(item.goal === was.goal ? [] : [l10n.t("{0}: goal {1}, was {2}", title, goalText(item), goalText(was))]),
		...(item.due === was.due ? [] : [l10n.t("{0}: due {1}, was {2}", title, dateOf(item), dateOf(was))]),
		...(item.state === was.state && item.value === was.value
			? []
			: [l10n.t("{0}: {1}, was {2}", title, stateOf(item), stateOf(was))]),
	];
}

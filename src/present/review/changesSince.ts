import * as l10n from "@vscode/l10n";
import { type Fact, type FactOf, factsOf } from "../../progress/review/facts.ts";
import type { Words } from "../words.ts";
import { dateText, itemLine, quantityOf } from "./recordLines.ts";

/**
 * What is different now from what a review showed of the same days: titles, goals, dates and states of items that it listed,
 * and hours. Sentences, one each.
 */
export function changesSince(
	before: ReadonlyArray<Fact>,
	now: ReadonlyArray<Fact>,
	words: Words,
): ReadonlyArray<string> {
	const items = new Map(factsOf(now, "item").map((item) => [item.id, item]));
	const shown = factsOf(before, "item").filter(
		({ listed, private: isPrivate }) => listed && !(words.discreet && isPrivate),
	);
	const hours = new Map(factsOf(now, "hours").map((each) => [each.id, each]));
	return [
		...shown.flatMap((item) => itemChanges(item, items.get(item.id), words)),
		...factsOf(before, "hours").flatMap((was): ReadonlyArray<string> => {
			const minutes = hours.get(was.id)?.minutes ?? 0;
			const title = was.id === undefined ? l10n.t("Other things") : words.title(was);
			return Math.round(was.minutes) === Math.round(minutes)
				? []
				: [l10n.t("{0}: {1}, was {2}", title, words.minutes(minutes), words.minutes(was.minutes))];
		}),
	];
}

function itemChanges(was: FactOf<"item">, item: FactOf<"item"> | undefined, words: Words): ReadonlyArray<string> {
	const title = words.title(was);
	if (!item) {
		return [l10n.t("{0}: no longer part of it", title)];
	}
	const none = l10n.t("none");
	const goalText = ({ goal }: FactOf<"item">) => {
		const quantity = quantityOf(goal);
		return quantity ? words.goal(quantity) : none;
	};
	const dateOf = ({ due }: FactOf<"item">) => dateText(due, words) ?? none;
	const standing = (each: FactOf<"item">) => {
		const { stateText, facts } = itemLine({ ...each, evidence: [] }, words);
		return each.value === undefined ? stateText : [stateText, facts[0]].join(", ");
	};
	return [
		...(item.title === was.title ? [] : [l10n.t("{0}: is now called {1}", title, words.title(item))]),
		...(item.goal === was.goal ? [] : [l10n.t("{0}: goal {1}, was {2}", title, goalText(item), goalText(was))]),
		...(item.due === was.due ? [] : [l10n.t("{0}: due {1}, was {2}", title, dateOf(item), dateOf(was))]),
		...(item.state === was.state && item.value === was.value
			? []
			: [l10n.t("{0}: {1}, was {2}", title, standing(item), standing(was))]),
	];
}

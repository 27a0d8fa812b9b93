import * as l10n from "@vscode/l10n";
import type { Change } from "../journal/typed/progress.ts";
import { contains } from "../plan/day.ts";
import { trendWord } from "./entryText.ts";
import type { ViewSource } from "./viewSource.ts";

/** The title of what an id of the plan stands for. */
export function titleIn({ plan, words }: ViewSource, id: string): string {
	const node = plan.byId.get(id);
	return node ? words.title(node) : id;
}

/** What a change makes of something: "Articles: 4 of 5+", "Team: rising". */
export function changeText(source: ViewSource, id: string, change: Change): string {
	return `${titleIn(source, id)}: ${newValue(source, id, change)}`;
}

function newValue({ snapshot, words, plan, today }: ViewSource, id: string, { set, add }: Change): string {
	if (typeof set === "boolean") {
		return set ? l10n.t("done") : l10n.t("not done");
	}
	if (typeof set === "string") {
		return trendWord(set);
	}
	// The value of a measure is that of an item which asks for it, best of one whose period it is.
	const asking = plan.items.filter(({ of }) => of === id);
	const item = snapshot.items.get(id) ?? asking.find(({ span }) => span && contains(span, today)) ?? asking[0];
	const before = (item && snapshot.progressOf(item).value) ?? item?.from ?? 0;
	const value = add === undefined ? (set ?? 0) : before + add;
	return item?.goal ? l10n.t("{0} of {1}", words.value(value, item.goal), words.goal(item.goal)) : words.number(value);
}

import type { Item } from "../plan/plan.ts";
import type { Progress } from "../progress/itemProgress.ts";
import { itemTooltip } from "./itemTooltip.ts";
import { dueWords, kindWord, paceWord, reachedWords, stateWord } from "./itemWords.ts";
import type { Row, RowAction } from "./row.ts";
import type { ViewSource } from "./viewSource.ts";

const icons: Readonly<Record<Progress["state"], { readonly icon: string; readonly color?: string }>> = {
	done: { icon: "pass-filled", color: "testing.iconPassed" },
	overdue: { icon: "warning", color: "list.warningForeground" },
	started: { icon: "color-mode", color: "charts.blue" },
	open: { icon: "circle-large-outline" },
	dropped: { icon: "circle-slash" },
};

/** The row of an item: how far it has come, and by when it is due, in words. */
export function itemRow(item: Item, source: ViewSource): Row {
	const { words } = source;
	const progress = source.snapshot.progressOf(item);
	const label = words.title(item);
	if (words.discreet && item.private) {
		return { id: `item:${item.id}`, label, accessibleName: label, icon: "lock" };
	}
	const state = stateWord(progress);
	const reached = reachedWords(item, progress, words);
	const due = dueWords(progress, source);
	const isSettled = progress.state === "done" || progress.state === "dropped";
	const more = isSettled ? [] : [...due, ...paceWord(progress)];
	return {
		id: `item:${item.id}`,
		label,
		description: [...reached, ...(isSettled ? [state] : more)].join(" · "),
		accessibleName: [label, kindWord(item.kind), state, ...reached, ...more].join(", "),
		...iconOf(progress, isTickable(item, progress)),
		range: item.range,
		target: item.id,
		can: actionsOf(item, progress),
		...(isTickable(item, progress) ? { ticked: progress.state === "done" || progress.holds } : {}),
		tooltip: () => itemTooltip(item, progress, source),
	};
}

/** A tick box says by itself whether something is done: beside it an icon only says what else there is to say. */
function iconOf({ state, dueSoon }: Progress, hasBox: boolean): Pick<Row, "icon" | "color"> {
	if (dueSoon && state !== "overdue") {
		return { icon: "watch", color: "list.warningForeground" };
	}
	return hasBox && (state === "open" || state === "done") ? {} : icons[state];
}

/** What cannot be counted is ticked off; what follows from something else is not. */
function isTickable({ goal, needs, kind }: Item, { state }: Progress): boolean {
	return goal === undefined && needs.length === 0 && kind !== "indicator" && state !== "dropped";
}

function actionsOf({ needs }: Item, { state }: Progress): ReadonlyArray<RowAction> {
	const isLoggable = needs.length === 0 && state !== "dropped";
	return isLoggable ? ["logProgress", "logTime", "startTimer", "openPlan", "replan"] : ["openPlan", "replan"];
}

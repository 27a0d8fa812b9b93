import * as l10n from "@vscode/l10n";
import type { Pace } from "../progress/weekReport.ts";
import type { WeekState } from "../progress/weekState.ts";
import type { Words } from "./words.ts";

/** How a week stands, in a word or two. */
export function weekStateWord(state: WeekState, isOver: boolean): string {
	switch (state) {
		case "off":
			return l10n.t("off");
		case "done":
			return l10n.t("done");
		case "ahead":
			return l10n.t("ahead");
		case "onPace":
			return l10n.t("on pace");
		case "behind":
			return l10n.t("behind");
		case "outOfReach":
			return isOver ? l10n.t("not reached") : l10n.t("out of reach");
	}
}

/** Minutes against an aim: "3 h 15 min of 4–5 h · on pace". */
export function paceWords({ minutes, aim, state }: Pace, words: Words, isOver: boolean): string {
	const spent = words.minutes(minutes);
	const reached = state === "off" ? spent : l10n.t("{0} of {1}", spent, words.aim(aim));
	return `${reached} · ${weekStateWord(state, isOver)}`;
}

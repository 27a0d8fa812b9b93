import * as l10n from "@vscode/l10n";
import type { Pace } from "../../progress/week/weekReport.ts";
import type { WeekState } from "../../progress/week/weekState.ts";
import type { Formatter } from "./formatter.ts";

/** The state of a week. */
export function weekStateText(state: WeekState, isOver: boolean): string {
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

/** Minutes and target in as few letters as a narrow view needs: "40m/1h"; only the minutes in a week off. */
export function weekFigureText({ minutes, aim, state }: Pace, formatter: Formatter): string {
	const spent = formatter.shortMinutes(minutes);
	return state === "off" ? spent : `${spent}/${formatter.shortAim(aim)}`;
}

/** Minutes and target: "3 h 15 min of 4–5 h · on pace". */
export function weekPaceText({ minutes, aim, state }: Pace, formatter: Formatter, isOver: boolean): string {
	const spent = formatter.minutes(minutes);
	const reached = state === "off" ? spent : l10n.t("{0} of {1}", spent, formatter.aim(aim));
	return `${reached} · ${weekStateText(state, isOver)}`;
}

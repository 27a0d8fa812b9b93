import * as l10n from "@vscode/l10n";
import type { Nudge, QuietWeeks } from "../progress/nudge.ts";
import type { Words } from "./words.ts";

/** Why a nudge came, and what would be enough: "1 h 30 min today or tomorrow keeps the week. Most is missing on ...". */
export function nudgeText({ missing, openDays, most }: Nudge, words: Words): string {
	const time = words.minutes(missing);
	const enough =
		openDays === 1
			? l10n.t("{0} today keeps the week.", time)
			: openDays === 2
				? l10n.t("{0} today or tomorrow keeps the week.", time)
				: l10n.t("{0} over the {1} days that are left keeps the week.", time, openDays);
	return most ? `${enough} ${l10n.t("Most is missing on {0}.", words.title(most.commitment))}` : enough;
}

/** That nothing was logged for some weeks, without a word of blame. */
export function quietText({ count }: QuietWeeks): string {
	return l10n.t("It was quiet for {0} weeks. Time off, a smaller week, or something to fill in?", count);
}

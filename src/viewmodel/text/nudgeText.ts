import * as l10n from "@vscode/l10n";
import type { Nudge, QuietWeeks } from "../../progress/nudge.ts";
import type { Formatter } from "./formatter.ts";
import { isHidden } from "./privacy.ts";

/** The reminder text: what is needed to keep the week, and the commitment with the most missing time. */
export function nudgeText({ missing, openDays, most }: Nudge, formatter: Formatter): string {
	const time = formatter.minutes(missing);
	const enough = enoughText(time, openDays);
	return most && !isHidden(most.commitment, formatter)
		? `${enough} ${l10n.t("Most time is still needed for {0}.", formatter.title(most.commitment))}`
		: enough;
}

/** The text after weeks without entries, without blame. */
export function quietWeeksText({ count }: QuietWeeks): string {
	return l10n.t(
		"Nothing was logged for {0} weeks. Was it time off, do you want a smaller week, or is there something to log?",
		count,
	);
}

function enoughText(time: string, openDays: number): string {
	switch (openDays) {
		case 1:
			return l10n.t("Log {0} today to keep the week.", time);
		case 2:
			return l10n.t("Log {0} today or tomorrow to keep the week.", time);
		default:
			return l10n.t("Log {0} over the remaining {1} days to keep the week.", time, openDays);
	}
}

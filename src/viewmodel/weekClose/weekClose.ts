import * as l10n from "@vscode/l10n";
import type { CommitmentWeek } from "../../progress/week/weekReport.ts";
import { plural } from "../../util/plural.ts";
import type { StatusLine } from "../statusItem.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { weekPaceText } from "../text/weekText.ts";
import { timerText } from "../timer/timerText.ts";

/** Something that is not logged yet. */
export interface WeekCloseStep {
	readonly kind: "timer" | "commitment";
	/** The ID of the plan; undefined for a timer. */
	readonly id?: string;
	readonly label: string;
	readonly description: string;
}

/**
 * What may not be logged yet this week: the running timer, then the commitments whose aim isn't reached, the most missing
 * time first.
 *
 * @param now ms since 1970
 */
export function weekCloseSteps(source: ViewSource, now: number): ReadonlyArray<WeekCloseStep> {
	const { ledger, formatter } = source;
	const { current } = ledger.timers();
	const timer: ReadonlyArray<WeekCloseStep> = current
		? [{ kind: "timer", label: l10n.t("Stop the timer"), description: timerText(current, source, now).full }]
		: [];
	return [
		...timer,
		...unreached(source).map((each): WeekCloseStep => {
			const left = l10n.t("{0} to go", formatter.minutes(missing(each)));
			return {
				kind: "commitment",
				id: each.commitment.id,
				label: formatter.title(each.commitment),
				description: `${weekPaceText(each, formatter, false)} · ${left}`,
			};
		}),
	];
}

/** The offer to close the week, in the tooltip of the status bar. */
export function weekCloseLine(source: ViewSource): StatusLine {
	const open = unreached(source).length;
	const text =
		open === 0
			? l10n.t("The week ends soon")
			: plural(
					open,
					l10n.t("The week ends soon: 1 commitment has time to go"),
					l10n.t("The week ends soon: {0} commitments have time to go", open),
				);
	return { text, actions: [{ label: l10n.t("Close Week"), command: "waymark.closeWeek" }] };
}

function unreached({ snapshot, formatter }: ViewSource): ReadonlyArray<CommitmentWeek> {
	return snapshot.week.commitments
		.filter((each) => !isHidden(each.commitment, formatter) && each.state !== "off" && missing(each) > 0)
		.toSorted((a, b) => missing(b) - missing(a));
}

function missing({ aim, minutes }: CommitmentWeek): number {
	return aim.low - minutes;
}

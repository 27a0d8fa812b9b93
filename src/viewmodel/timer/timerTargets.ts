import { logTargets } from "../../logging/logTargets.ts";
import type { CommitmentWeek } from "../../progress/week/weekReport.ts";
import type { WeekState } from "../../progress/week/weekState.ts";
import { logTargetKindText } from "../text/logTargetText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { weekPaceText } from "../text/weekText.ts";

/** Something that a timer can be started for. */
export interface TimerTarget {
	readonly id: string;
	readonly label: string;
	readonly description: string;
}

/** The states of a week, the most urgent first. */
const urgency: ReadonlyArray<WeekState> = ["behind", "onPace", "ahead", "outOfReach", "done", "off"];

/**
 * What a timer can be started for: the commitments of this week, those that are behind first, then the rest of the plan
 * without what takes no time: measures, checkpoints, and dropped items. Without what a timer already runs for.
 */
export function timerTargets(source: ViewSource): ReadonlyArray<TimerTarget> {
	const { snapshot, formatter, plan, ledger, aliases } = source;
	const running = aliases.idOf(ledger.timers().current?.entry.on ?? "");
	const missing = ({ aim, minutes }: CommitmentWeek) => aim.low - minutes;
	const week = snapshot.week.commitments
		.toSorted((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state) || missing(b) - missing(a))
		.map((each) => ({ id: each.commitment.id, description: weekPaceText(each, formatter, false) }));
	const listed = new Set(week.map(({ id }) => id));
	const others = logTargets(plan).filter(({ id, kind }) => {
		const item = snapshot.items.get(id);
		const isDropped = item && snapshot.progressOf(item).state === "dropped";
		return kind !== "measure" && kind !== "checkpoint" && !listed.has(id) && !isDropped;
	});
	return [...week, ...others.map((each) => ({ id: each.id, description: logTargetKindText(each, formatter) }))]
		.filter(({ id }) => id !== running)
		.map(({ id, description }) => {
			const node = plan.byId.get(id);
			const label = formatter.title(node ?? { title: id });
			return { id, label, description: isHidden(node, formatter) ? "" : description };
		});
}

import { roadmapStatus } from "../../src/api/roadmapStatus.ts";
import type { RoadmapStatus } from "../../src/api/waymarkApi.ts";
import { formatDay } from "../../src/time/day.ts";
import { formatMoment } from "../../src/time/moment.ts";
import type { ViewId } from "../../src/viewmodel/rows/viewOptions.ts";
import { type StatusItemContent, statusItem } from "../../src/viewmodel/statusItem.ts";
import { type Suggestion, suggestNext } from "../../src/viewmodel/suggestNext.ts";
import type { ViewSource } from "../../src/viewmodel/text/viewSource.ts";
import { type ShownLog, shownLog } from "./log.ts";
import { type ShowOptions, UsageError } from "./options.ts";
import { shownPlan } from "./plan.ts";
import { fixedText, type ShownProblem, shownProblems } from "./problems.ts";
import { readSource, type ShowSource } from "./source.ts";
import { type ShownViews, shownViews } from "./views.ts";

/** The moment that everything is as of. */
export interface ShownMoment {
	/** The day that it is by the plan's end of the day, `YYYY-MM-DD`. */
	readonly today: string;
	/** With its offset from UTC. */
	readonly now: string;
	readonly timeZone: string;
}

/** What Waymark sees of a plan and its journal. */
export interface Shown extends ShownMoment {
	readonly plan: object;
	readonly problems: ReadonlyArray<ShownProblem>;
	/** The text of the plan with all safe fixes at once; undefined where there are none, and in discreet mode. */
	readonly fixedText?: string;
	readonly views: ShownViews;
	/** Undefined where the plan cannot be understood, as the two below. */
	readonly statusBar?: ShownStatus;
	readonly whatNext?: ReadonlyArray<Suggestion>;
	/** The status for other extensions. */
	readonly status?: RoadmapStatus;
}

/** The item in the status bar, in its two sizes, and its tooltip. */
export interface ShownStatus extends Omit<StatusItemContent, "text"> {
	readonly compact: string;
	readonly full: string;
}

/** How a typed line is understood. */
export interface ShownLine extends ShownMoment {
	readonly log: ShownLog;
}

/**
 * Everything that is to be seen.
 *
 * @param titles what the views are called
 * @throws UsageError where there is no plan, or none that can be read
 */
export function showPlan(options: ShowOptions, titles: Readonly<Record<ViewId, string>>): Shown {
	const source = readSource(options);
	const { view, formatter } = source;
	const fixed = formatter.discreet ? undefined : fixedText(source);
	return {
		...moment(source, options),
		plan: shownPlan(source),
		problems: shownProblems(source),
		...(fixed === undefined ? {} : { fixedText: fixed }),
		views: shownViews(source, titles),
		...(view
			? {
					statusBar: statusBar(view, options),
					whatNext: suggestNext(view),
					status: roadmapStatus(view, { includePrivate: !formatter.discreet }),
				}
			: {}),
	};
}

/**
 * How the line of `--log` is understood.
 *
 * @throws UsageError where there is no plan, or none that can be read
 */
export function showLine(line: string, options: ShowOptions): ShownLine {
	const source = readSource(options);
	if (!source.view) {
		throw new UsageError(`${source.file.name} cannot be understood; without --log the problems are shown.`);
	}
	return { ...moment(source, options), log: shownLog(line, source.view, options) };
}

function moment({ today }: ShowSource, { clock: { now, timeZone } }: ShowOptions): ShownMoment {
	return { today: formatDay(today), now: formatMoment(now, timeZone), timeZone };
}

function statusBar(view: ViewSource, { clock: { now } }: ShowOptions): ShownStatus {
	const { text: compact, ...rest } = statusItem(view, "compact", now);
	return { compact, full: statusItem(view, "full", now).text, ...rest };
}

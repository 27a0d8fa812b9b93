import * as l10n from "@vscode/l10n";
import { aimItems } from "../../progress/forecast/aim.ts";
import { forecastFacts } from "../../progress/review/forecastFacts.ts";
import { itemFacts } from "../../progress/review/itemFacts.ts";
import type { Fact } from "../../progress/review/reviewFact.ts";
import { trackFacts, weekFacts } from "../../progress/review/timeFacts.ts";
import { SnapshotMaker } from "../../progress/snapshotMaker.ts";
import type { Chart } from "../../review/reviewPageModel.ts";
import { goalProgressChart } from "../review/goalProgressChart.ts";
import { factsForOthers } from "../review/reviewPage.ts";
import { splitChart } from "../review/splitChart.ts";
import { weeksChart } from "../review/weeksChart.ts";
import { aimTexts } from "../rows/aimRow.ts";
import { isPublicFact, withoutPrivate, withPrivacyOfNow } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { overviewLabels } from "./overviewLabels.ts";
import type { OverviewPage, OverviewSection } from "./overviewPageModel.ts";
import { dueSection, promisesSection, type SectionSource, weekSection, winsSection } from "./overviewSections.ts";
import { type KnownRows, overviewTimeline } from "./overviewTimeline.ts";

/** The heatmap covers at most ten years, up to today. */
const mostWeeks = 522;

/** Options of the page. */
export interface OverviewOptions {
	/** Why an earlier version of the plan is shown. */
	readonly notice?: string;
	/** Whether it is for others: private items are left out, regardless of discreet mode. */
	readonly forOthers?: boolean;
	/** The rows of the timeline that are known from the last page. */
	readonly knownRows?: KnownRows;
}

/** The overview of a plan. */
export function overviewPage(full: ViewSource, options: OverviewOptions = {}): OverviewPage {
	const { notice = "", forOthers = false, knownRows } = options;
	const source = forOthers ? publicSource(full) : full;
	const { formatter, plan } = source;
	const sections: SectionSource = { source, privacy: full, leavesOutPrivate: forOthers || formatter.discreet };
	const charts = chartsOf(full, forOthers);
	return {
		title: formatter.discreet || plan.title === "" ? l10n.t("Roadmap") : plan.title,
		facts: headFacts(source),
		notice,
		labels: overviewLabels(),
		timeline: overviewTimeline(source, knownRows),
		week: weekSection(sections),
		due: dueSection(sections),
		...charts,
		wins: winsSection(sections),
		promises: promisesSection(sections),
	};
}

/** The plan without private nodes, and what follows from it. */
function publicSource(full: ViewSource): ViewSource {
	const plan = withoutPrivate(full.plan);
	const forecasts = full.snapshot.forecasts.isOn;
	const snapshot = new SnapshotMaker().make(plan, full.ledger, full.today, { forecasts });
	// A file isn't drawn again once forecasts are known.
	for (const item of aimItems(plan, snapshot.items)) snapshot.forecastOf(item);
	return { ...full, plan, snapshot, aliases: snapshot.aliases };
}

/** The goal, and where it stands. */
function headFacts(source: ViewSource): ReadonlyArray<string> {
	const { plan, snapshot, formatter } = source;
	const items = aimItems(plan, snapshot.items);
	return [
		...(formatter.discreet || plan.goal === undefined ? [] : [plan.goal]),
		...(items.length === 0 ? [] : aimTexts(items, source)),
	];
}

/** The charts of a review for all days of the plan up to today. */
function chartsOf(source: ViewSource, forOthers: boolean): Pick<OverviewPage, "hours" | "split" | "goals"> {
	const { formatter, today } = source;
	const chartSource = {
		facts: factsOfPlan(source, forOthers),
		formatter,
		today,
		key: { checkpoint: "", occurrence: 0 },
	};
	const weeks = weeksChart(chartSource);
	const heatmap: Chart | undefined = weeks && {
		...weeks,
		kind: "heatmap",
		less: l10n.t("no time"),
		more: l10n.t("aim reached"),
		off: l10n.t("time off"),
	};
	const hasTime = weeks?.weeks.some(({ minutes }) => minutes > 0) ?? false;
	return {
		hours: withChart(
			l10n.t("Hours per week"),
			hasTime ? heatmap : undefined,
			l10n.t("No time was logged yet. Log Time fills this calendar."),
		),
		split: withChart(
			l10n.t("Split of the time by track"),
			splitChart(chartSource),
			l10n.t("Tracks with `share` and logged time show here how the time was split."),
		),
		goals: withChart(
			l10n.t("Progress toward the goals"),
			goalProgressChart(chartSource),
			l10n.t("Targets with a number show their way here once a value was logged."),
		),
	};
}

function withChart(title: string, chart: Chart | undefined, empty: string): OverviewSection {
	return { title, lines: [], ...(chart ? { chart } : {}), empty };
}

function factsOfPlan(source: ViewSource, forOthers: boolean): ReadonlyArray<Fact> {
	const { snapshot, plan, ledger, today } = source;
	const start = Math.min(plan.start ?? ledger.firstDay() ?? today, today);
	const period = { start, end: today + 1 };
	const items = itemFacts(snapshot, { day: today }, period, new Set());
	const facts = [
		...items,
		...forecastFacts(snapshot, source, items),
		...weekFacts(snapshot, period, mostWeeks),
		...trackFacts(snapshot, period),
	];
	const marked = withPrivacyOfNow(facts, source, snapshot.reviews);
	if (forOthers) return factsForOthers(marked, source);
	return source.formatter.discreet ? marked.filter(isPublicFact) : marked;
}

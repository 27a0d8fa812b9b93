import * as l10n from "@vscode/l10n";
import type { PlanPlace } from "../../plan/edit/place/itemPlace.ts";
import { targetsKey, yearKey } from "../../plan/edit/place/targetsKey.ts";
import type { Item, ItemGroup, Named, Stage } from "../../plan/plan.ts";
import { planYears } from "../../plan/planYears.ts";
import type { ForecastNode } from "../../progress/forecast/forecastGroups.ts";
import { rollup } from "../../progress/items/rollup.ts";
import type { PhaseProgress, Tense, TrackProgress } from "../../progress/phaseProgress.ts";
import { addMonths, type Day } from "../../time/day.ts";
import { dueDay } from "../../time/period.ts";
import { doneTexts } from "../text/itemText.ts";
import { isHidden, type MayBePrivate } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { yearText } from "../text/yearText.ts";
import { aimRows } from "./aimRow.ts";
import { attentionRows } from "./attentionRow.ts";
import { groupForecastParts, groupForecastTexts } from "./groupForecastParts.ts";
import { hiddenRow } from "./hiddenRow.ts";
import { itemTree } from "./itemRow.ts";
import { capitalize, linkParts } from "./itemTooltip.ts";
import { overdueMark } from "./overdueMark.ts";
import type { Row, RowPlace, TooltipPart } from "./row.ts";
import type { ViewOptions } from "./viewOptions.ts";

const phaseIcons: Readonly<Record<Tense, string>> = {
	past: "history",
	current: "location",
	future: "calendar",
	undated: "list-ordered",
};

/** The rows of the view "Roadmap": what is overdue, the aim, then outcomes, milestones and targets, by phase, by track or by year. */
export function roadmapRows(source: ViewSource, options: ViewOptions): ReadonlyArray<Row> {
	const rows = new RoadmapRows(source, options);
	const top = [...attentionRows(source), ...(options.filter === "all" ? aimRows(source) : [])];
	switch (options.grouping) {
		case "phase":
			return [...top, ...(source.plan.phases.length > 0 ? rows.byPhase() : rows.withoutPhases())];
		case "track":
			return [...top, ...rows.byTrack()];
		case "year":
			return [...top, ...rows.byYear()];
	}
}

/** The due dates that the rows above an item show. */
type Dues = ReadonlyArray<Day | undefined>;

/** What a group of items is in the plan. */
interface GroupSource extends Partial<Pick<ItemGroup, "range">>, MayBePrivate {
	readonly above?: Dues;
	readonly place?: PlanPlace;
}

class RoadmapRows {
	constructor(
		private readonly source: ViewSource,
		private readonly options: ViewOptions,
	) {}

	byPhase(): ReadonlyArray<Row> {
		const { phases, elsewhere } = this.source.snapshot;
		return [
			...phases.flatMap((phase) => this.phase(phase)),
			...this.group("elsewhere", l10n.t("Not in a phase"), elsewhere),
		];
	}

	/** A plan without phases: by year if anything has dates, otherwise by track, otherwise as it is written. */
	withoutPhases(): ReadonlyArray<Row> {
		const items = this.goalItems();
		if (items.some(({ span }) => span)) {
			return this.byYear();
		}
		return this.source.plan.tracks.length > 0 ? this.byTrack() : this.byKind("all", items);
	}

	byTrack(): ReadonlyArray<Row> {
		const { snapshot, plan } = this.source;
		const ids = new Set(plan.tracks.map(({ id }) => id));
		const rest = this.goalItems().filter(({ track }) => track === undefined || !ids.has(track));
		return [
			...snapshot.tracks.flatMap((track) => this.track(track)),
			...this.group("track:none", l10n.t("No track"), rest),
		];
	}

	byYear(): ReadonlyArray<Row> {
		const { plan, today } = this.source;
		const items = this.goalItems();
		// What has no end, such as `year 1+`, runs this year once it has begun.
		const dayOf = ({ span }: Item) =>
			dueDay(span) ?? (span?.start === undefined ? undefined : Math.max(span.start, today));
		const years = planYears(
			plan,
			items.flatMap((item) => dayOf(item) ?? []),
		);
		const byYear = new Map<number, Array<Item>>();
		const undated: Array<Item> = [];
		for (const item of items) {
			const day = dayOf(item);
			const index = day === undefined ? undefined : years.indexOf(day);
			const list = index === undefined ? undated : (byYear.get(index) ?? []);
			list.push(item);
			if (index !== undefined) {
				byYear.set(index, list);
			}
		}
		const rows = [...byYear]
			.sort(([a], [b]) => a - b)
			.flatMap(([index, here]) => {
				const span = years.spanOf(index);
				const isNow = span.start <= today && today < span.end;
				const otherIcon = span.end <= today ? "history" : "calendar";
				return this.folder(`year:${index}`, yearText(plan, index), here, {
					facts: [this.source.formatter.dates(span)],
					icon: isNow ? "location" : otherIcon,
					open: isNow,
					place: { kind: "targets", period: targetsKey(plan, span) ?? yearKey(plan, index) },
					children: () => this.byKind(`year:${index}`, here, [dueDay(span)]),
				});
			});
		return [...rows, ...this.group("year:none", l10n.t("No date"), undated)];
	}

	private phase(reached: PhaseProgress): ReadonlyArray<Row> {
		const { phase, tense } = reached;
		const all = [...phase.areas.flatMap((area) => area.items), ...reached.milestones, ...reached.targets];
		const { formatter, snapshot } = this.source;
		const facts = phase.span ? [formatter.dates(phase.span)] : doneTexts(all, snapshot);
		return this.folder(`phase:${phase.id}`, this.source.formatter.title(phase), all, {
			place: { kind: "area", phaseAt: phase.range.start, area: "" },
			kind: tenseWord(tense),
			facts,
			icon: phaseIcons[tense],
			open: tense === "current",
			share: reached.share,
			node: phase,
			forecast: phase,
			tooltip: phase.focus === undefined ? [] : [{ kind: "text", text: phase.focus }],
			children: () => this.underPhase(reached),
			hasMore: reached.running.some((item) => this.isShown(item)),
		});
	}

	private underPhase({ phase, milestones, targets, running }: PhaseProgress): ReadonlyArray<Row> {
		const above = [dueDay(phase.span)];
		return [
			...phase.areas.flatMap((area) =>
				this.group(`${phase.id}:area:${area.title}`, this.areaLabel(area), area.items, {
					...area,
					above,
					place: { kind: "area", phaseAt: phase.range.start, area: area.title },
				}),
			),
			...this.group(`${phase.id}:milestones`, l10n.t("Milestones"), milestones, { above }),
			...this.targets(phase.id, targets, above),
			...this.running(phase.id, running),
		];
	}

	/** Targets that run on beyond a phase, which have their row elsewhere as well. */
	private running(phaseId: string, items: ReadonlyArray<Item>): ReadonlyArray<Row> {
		const prefixed = (row: Row): Row => ({
			...row,
			id: `${phaseId}:${row.id}`,
			...(row.children ? { children: () => row.children?.().map(prefixed) ?? [] } : {}),
		});
		return this.group(`${phaseId}:running`, l10n.t("Longer targets"), items).map((group) => ({
			...group,
			...(group.children ? { children: () => group.children?.().map(prefixed) ?? [] } : {}),
		}));
	}

	/** A period in words: "June 2027" for `2027-06`, "Week of May 15, 2017"; what is written in words stays. */
	private periodLabel({ title, when, span }: ItemGroup): string {
		const { formatter } = this.source;
		if (span?.end === undefined || when?.stretch.kind !== "calendar" || /^\d{4}$|\p{L}/u.test(title)) {
			return formatter.plain(title);
		}
		const { start, end } = span;
		if (end - start === 7) {
			return l10n.t("Week of {0}", formatter.date(start));
		}
		const isMonths = /^\d{4}-\d{1,2}$/.test(title.trim()) && addMonths(start, 1) === end;
		return isMonths ? formatter.month(start) : formatter.dates({ start, end });
	}

	private areaLabel({ title }: ItemGroup): string {
		return title === "" ? l10n.t("Outcomes") : capitalize(this.source.formatter.plain(title));
	}

	private track({ track, stages, share }: TrackProgress): ReadonlyArray<Row> {
		const inStages = new Set(stages.flatMap(({ stage }) => stage.items));
		const others = this.goalItems().filter((item) => item.track === track.id && !inStages.has(item));
		return this.folder(`track:${track.id}`, this.source.formatter.title(track), [...inStages, ...others], {
			kind: l10n.t("track"),
			facts: [],
			icon: "git-branch",
			open: true,
			share,
			node: track,
			forecast: track,
			...(stages.length > 0 ? { place: { kind: "track", trackAt: track.range.start } } : {}),
			children: () => [
				...stages.flatMap(({ stage }) => this.stage(`${track.id}:stage:${stage.id}`, stage)),
				...this.byKind(`track:${track.id}`, others),
			],
		});
	}

	/** A stage of a track. */
	private stage(id: string, stage: Stage): ReadonlyArray<Row> {
		const label = this.source.formatter.title(stage);
		const tooltip = (): ReadonlyArray<TooltipPart> => [
			{ kind: "heading", text: label },
			...groupForecastParts(stage, this.source),
		];
		const expected = groupForecastTexts(stage, this.source);
		const place: PlanPlace = { kind: "stage", stageAt: stage.range.start };
		return this.group(id, label, stage.items, { ...stage, place }).map((row) =>
			row.children
				? {
						...row,
						description: [row.description, ...expected].join(" · "),
						accessibleName: [row.accessibleName, ...expected].join(", "),
						tooltip,
					}
				: row,
		);
	}

	/** Outcomes, milestones, and targets by their period. */
	private byKind(id: string, items: ReadonlyArray<Item>, above: Dues = []): ReadonlyArray<Row> {
		const of = (kind: Item["kind"]) => items.filter((item) => item.kind === kind);
		return [
			...this.group(`${id}:outcomes`, l10n.t("Outcomes"), of("outcome"), { above }),
			...this.group(`${id}:milestones`, l10n.t("Milestones"), of("milestone"), { above }),
			...this.targets(id, of("target"), above),
		];
	}

	private targets(id: string, items: ReadonlyArray<Item>, above: Dues): ReadonlyArray<Row> {
		const here = new Set(items);
		return this.source.plan.targets.flatMap((group) =>
			this.group(
				`${id}:targets:${group.title}`,
				group.title === "" ? l10n.t("Targets") : l10n.t("Targets: {0}", this.periodLabel(group)),
				group.items.filter((item) => here.has(item)),
				// Its heading is its period.
				{
					...group,
					above: [...above, dueDay(group.span)],
					place: { kind: "targets", period: group.title },
				},
			),
		);
	}

	/** A folder row with its progress; none if the filter leaves it empty. */
	private folder(
		id: string,
		label: string,
		items: ReadonlyArray<Item>,
		options: {
			readonly kind?: string;
			readonly facts: ReadonlyArray<string>;
			readonly icon: string;
			readonly open: boolean;
			readonly share?: number | undefined;
			readonly node?: Named;
			readonly place?: RowPlace;
			readonly tooltip?: ReadonlyArray<TooltipPart>;
			readonly forecast?: ForecastNode;
			readonly children: () => ReadonlyArray<Row>;
			/** Whether there are children besides the items. */
			readonly hasMore?: boolean;
		},
	): ReadonlyArray<Row> {
		const { formatter, snapshot } = this.source;
		const { node, place, kind, tooltip, forecast, icon, open } = options;
		if (this.options.filter !== "all" && !items.some((item) => this.isShown(item))) {
			return [];
		}
		if (isHidden(node, formatter)) {
			return [hiddenRow(id)];
		}
		const share = "share" in options ? options.share : rollup(items, snapshot.progress);
		const reached = share === undefined ? l10n.t("no goals yet") : l10n.t("{0} reached", formatter.share(share));
		const shown = share === undefined ? reached : formatter.share(share);
		const overdue = overdueMark(items, snapshot);
		// Before the dates, which a narrow sidebar cuts.
		const forecasts = forecast ? groupForecastTexts(forecast, this.source) : [];
		const facts = [...overdue.facts, ...forecasts, ...options.facts];
		return [
			{
				id,
				label,
				description: [shown, ...facts].join(" · "),
				accessibleName: [label, ...(kind === undefined ? [] : [kind]), reached, ...facts].join(", "),
				icon,
				...(icon === "location" ? { color: "charts.blue" } : {}),
				...overdue.icon,
				...(items.length === 0 && !options.hasMore
					? {}
					: { open: open || this.options.filter !== "all", children: options.children }),
				...(node ? { range: node.range } : {}),
				...(place ? { place } : {}),
				can: [...(node ? (["openPlan", "rename"] as const) : []), ...(place ? (["add"] as const) : [])],
				tooltip: () => [
					{ kind: "heading", text: label },
					...(tooltip ?? []).map(
						(part): TooltipPart => (part.kind === "text" ? { ...part, text: formatter.plain(part.text) } : part),
					),
					{ kind: "fact", name: l10n.t("Reached"), text: [reached, ...overdue.facts, ...options.facts].join(", ") },
					...(forecast ? groupForecastParts(forecast, this.source) : []),
					...(node?.note === undefined ? [] : [{ kind: "text" as const, text: formatter.plain(node.note) }]),
					...linkParts(node?.links ?? []),
				],
			},
		];
	}

	/** A folder of items; none if the filter leaves it empty. */
	private group(id: string, label: string, items: ReadonlyArray<Item>, written: GroupSource = {}): ReadonlyArray<Row> {
		const { place } = written;
		const shown = items.filter((item) => this.isShown(item));
		if (shown.length === 0) {
			return [];
		}
		if (isHidden(written, this.source.formatter)) {
			return [hiddenRow(`group:${id}`)];
		}
		const overdue = overdueMark(items, this.source.snapshot);
		const facts = [...doneTexts(items, this.source.snapshot), ...overdue.facts];
		return [
			{
				id: `group:${id}`,
				label,
				description: facts.join(" · "),
				accessibleName: [label, ...facts].join(", "),
				...overdue.icon,
				open: true,
				children: () => shown.map((item) => itemTree(item, this.source, written.above, (part) => this.isShown(part))),
				...(written.range ? { range: written.range } : {}),
				...(place ? { place } : {}),
				can: [
					...(written.range ? (["openPlan"] as const) : []),
					...(place ? (["add"] as const) : []),
					...(place?.kind === "stage" ? (["rename"] as const) : []),
				],
			},
		];
	}

	/** Whether an item, or one of its parts, matches the filter. */
	private isShown(item: Item): boolean {
		const { state, dueSoon, lapsed, expired } = this.source.snapshot.progressOf(item);
		if (item.parts.some((part) => this.isShown(part))) {
			return true;
		}
		switch (this.options.filter) {
			case "all":
				return true;
			case "open":
				return state !== "done" && state !== "dropped";
			case "due":
				return state === "overdue" || dueSoon || lapsed || expired;
		}
	}

	/** The items of this view: outcomes, milestones and targets, in the order of the plan, without parts. */
	private goalItems(): ReadonlyArray<Item> {
		return this.source.plan.items.filter(
			({ kind, partOf }) => partOf === undefined && (kind === "outcome" || kind === "milestone" || kind === "target"),
		);
	}
}

function tenseWord(tense: Tense): string {
	switch (tense) {
		case "past":
			return l10n.t("past phase");
		case "current":
			return l10n.t("current phase");
		case "future":
			return l10n.t("future phase");
		case "undated":
			return l10n.t("phase without dates");
	}
}

import * as l10n from "@vscode/l10n";
import { dueDay } from "../plan/period.ts";
import type { Item, ItemGroup, Named } from "../plan/plan.ts";
import type { PhaseProgress, Tense, TrackProgress } from "../progress/phases.ts";
import { rollup } from "../progress/rollup.ts";
import { itemRow } from "./itemRow.ts";
import { capitalised } from "./itemTooltip.ts";
import { planYears } from "./planYears.ts";
import type { Row, TooltipPart } from "./row.ts";
import type { ViewOptions } from "./viewOptions.ts";
import type { ViewSource } from "./viewSource.ts";
import { yearWord } from "./yearWord.ts";

const phaseIcons: Readonly<Record<Tense, string>> = {
	past: "history",
	current: "location",
	future: "calendar",
	undated: "question",
};

/** The rows of the view "Roadmap": outcomes, milestones and targets, by phase, by track or by year. */
export function roadmapRows(source: ViewSource, options: ViewOptions): ReadonlyArray<Row> {
	const rows = new RoadmapRows(source, options);
	switch (options.grouping) {
		case "phase":
			return rows.byPhase();
		case "track":
			return rows.byTrack();
		case "year":
			return rows.byYear();
	}
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
			...this.group("elsewhere", l10n.t("Outside every phase"), elsewhere),
		];
	}

	byTrack(): ReadonlyArray<Row> {
		const { snapshot, plan } = this.source;
		const ids = new Set(plan.tracks.map(({ id }) => id));
		const rest = this.judged().filter(({ track }) => track === undefined || !ids.has(track));
		return [
			...snapshot.tracks.flatMap((track) => this.track(track)),
			...this.group("track:none", l10n.t("Without a track"), rest),
		];
	}

	byYear(): ReadonlyArray<Row> {
		const { plan, today } = this.source;
		const items = this.judged();
		const dayOf = ({ span }: Item) => dueDay(span) ?? span?.start;
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
				return this.folder(`year:${index}`, yearWord(plan, index), here, {
					facts: [this.source.words.dates(span)],
					icon: isNow ? "location" : span.end <= today ? "history" : "calendar",
					open: isNow,
					children: () => this.byKind(`year:${index}`, here),
				});
			});
		return [...rows, ...this.group("year:none", l10n.t("Without a date"), undated)];
	}

	private phase(reached: PhaseProgress): ReadonlyArray<Row> {
		const { phase, tense } = reached;
		const all = [...phase.areas.flatMap((area) => area.items), ...reached.milestones, ...reached.targets];
		const dates = phase.span ? this.source.words.dates(phase.span) : l10n.t("no dates");
		return this.folder(`phase:${phase.id}`, this.source.words.title(phase), all, {
			kind: tenseWord(tense),
			facts: [dates],
			icon: phaseIcons[tense],
			open: tense === "current",
			share: reached.share,
			node: phase,
			tooltip: phase.focus === undefined ? [] : [{ kind: "text", text: phase.focus }],
			children: () => this.underPhase(reached),
		});
	}

	private underPhase({ phase, milestones, targets }: PhaseProgress): ReadonlyArray<Row> {
		return [
			...phase.areas.flatMap((area) =>
				this.group(
					`${phase.id}:area:${area.title}`,
					capitalised(this.source.words.plain(area.title)),
					area.items,
					area,
				),
			),
			...this.group(`${phase.id}:milestones`, l10n.t("Milestones"), milestones),
			...this.targets(phase.id, targets),
		];
	}

	private track({ track, stages, share }: TrackProgress): ReadonlyArray<Row> {
		const inStages = new Set(stages.flatMap(({ stage }) => stage.items));
		const others = this.judged().filter((item) => item.track === track.id && !inStages.has(item));
		return this.folder(`track:${track.id}`, this.source.words.title(track), [...inStages, ...others], {
			kind: l10n.t("track"),
			facts: [],
			icon: "git-branch",
			open: true,
			share,
			node: track,
			children: () => [
				...stages.flatMap(({ stage }) =>
					this.group(`${track.id}:stage:${stage.id}`, this.source.words.title(stage), stage.items, stage),
				),
				...this.byKind(`track:${track.id}`, others),
			],
		});
	}

	/** Outcomes, milestones, and targets by their period. */
	private byKind(id: string, items: ReadonlyArray<Item>): ReadonlyArray<Row> {
		const of = (kind: Item["kind"]) => items.filter((item) => item.kind === kind);
		return [
			...this.group(`${id}:outcomes`, l10n.t("Outcomes"), of("outcome")),
			...this.group(`${id}:milestones`, l10n.t("Milestones"), of("milestone")),
			...this.targets(id, of("target")),
		];
	}

	private targets(id: string, items: ReadonlyArray<Item>): ReadonlyArray<Row> {
		const here = new Set(items);
		return this.source.plan.targets.flatMap((group) =>
			this.group(
				`${id}:targets:${group.title}`,
				l10n.t("Targets: {0}", this.source.words.plain(group.title)),
				group.items.filter((item) => here.has(item)),
				group,
			),
		);
	}

	/** A row with more under it that carries a share; none where the filter leaves nothing to show. */
	private folder(
		id: string,
		label: string,
		items: ReadonlyArray<Item>,
		more: {
			readonly kind?: string;
			readonly facts: ReadonlyArray<string>;
			readonly icon: string;
			readonly open: boolean;
			readonly share?: number | undefined;
			readonly node?: Named;
			readonly tooltip?: ReadonlyArray<TooltipPart>;
			readonly children: () => ReadonlyArray<Row>;
		},
	): ReadonlyArray<Row> {
		const { words, snapshot } = this.source;
		const { node, kind, facts, tooltip, icon, open } = more;
		if (this.options.filter !== "all" && !items.some((item) => this.isShown(item))) {
			return [];
		}
		const share = "share" in more ? more.share : rollup(items, snapshot.progress);
		const reached = share === undefined ? l10n.t("nothing to reach yet") : l10n.t("{0} reached", words.share(share));
		const isHidden = words.discreet && node?.private === true;
		const shown = share === undefined ? reached : words.share(share);
		return [
			{
				id,
				label,
				description: [shown, ...facts].join(" · "),
				accessibleName: [label, ...(kind === undefined ? [] : [kind]), reached, ...facts].join(", "),
				icon,
				...(icon === "location" ? { color: "charts.blue" } : {}),
				...(isHidden || items.length === 0
					? {}
					: { open: open || this.options.filter !== "all", children: more.children }),
				...(node ? { range: node.range, can: ["openPlan"] } : {}),
				tooltip: () => [
					{ kind: "heading", text: label },
					...(tooltip ?? []).map(
						(part): TooltipPart => (part.kind === "text" ? { ...part, text: words.plain(part.text) } : part),
					),
					{ kind: "fact", name: l10n.t("Reached"), text: [reached, ...facts].join(", ") },
					...(node?.note === undefined || isHidden ? [] : [{ kind: "text" as const, text: words.plain(node.note) }]),
					...(node?.link === undefined || isHidden
						? []
						: [{ kind: "link" as const, text: l10n.t("Link"), url: node.link }]),
				],
			},
		];
	}

	/** Items under a heading; nothing where the filter leaves none. */
	private group(
		id: string,
		label: string,
		items: ReadonlyArray<Item>,
		written?: Pick<ItemGroup, "range">,
	): ReadonlyArray<Row> {
		const shown = items.filter((item) => this.isShown(item));
		if (shown.length === 0) {
			return [];
		}
		const states = items
			.map((item) => this.source.snapshot.progressOf(item).state)
			.filter((state) => state !== "dropped");
		const done = states.filter((state) => state === "done").length;
		const description = l10n.t("{0} of {1} done", done, states.length);
		return [
			{
				id: `group:${id}`,
				label,
				description,
				accessibleName: `${label}, ${description}`,
				open: true,
				children: () => shown.map((item) => itemRow(item, this.source)),
				...(written ? { range: written.range, can: ["openPlan"] } : {}),
			},
		];
	}

	/** Whether the filter lets an item through. */
	private isShown(item: Item): boolean {
		const { state, dueSoon, lapsed, expired } = this.source.snapshot.progressOf(item);
		switch (this.options.filter) {
			case "all":
				return true;
			case "open":
				return state !== "done" && state !== "dropped";
			case "due":
				return state === "overdue" || dueSoon || lapsed || expired;
		}
	}

	/** What this view is about: outcomes, milestones and targets, in the order of the plan. */
	private judged(): ReadonlyArray<Item> {
		return this.source.plan.items.filter(({ kind }) => kind === "outcome" || kind === "milestone" || kind === "target");
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

import * as l10n from "@vscode/l10n";
import { dueDay } from "../plan/period.ts";
import type { Item, ItemGroup } from "../plan/plan.ts";
import type { PhaseProgress, Progress, Snapshot, Tense } from "../progress/snapshot.ts";
import { kindWord } from "./kindWord.ts";
import type { Row } from "./row.ts";
import type { Words } from "./words.ts";

/** The rows of the view "Roadmap": phases, under them outcomes by area, milestones, and targets by year. */
export function roadmapRows(snapshot: Snapshot, words: Words): ReadonlyArray<Row> {
	const rows = new RowMaker(snapshot, words);
	return [...snapshot.phases.map((phase) => rows.phase(phase)), ...rows.elsewhere()];
}

const phaseIcons: Readonly<Record<Tense, string>> = {
	past: "history",
	current: "location",
	future: "calendar",
	undated: "question",
};

const itemIcons: Readonly<Record<Progress["state"], { readonly icon: string; readonly color?: string }>> = {
	done: { icon: "pass-filled", color: "testing.iconPassed" },
	overdue: { icon: "warning", color: "list.warningForeground" },
	started: { icon: "color-mode", color: "charts.blue" },
	open: { icon: "circle-large-outline" },
	dropped: { icon: "circle-slash" },
};

class RowMaker {
	constructor(
		private readonly snapshot: Snapshot,
		private readonly words: Words,
	) {}

	phase(reached: PhaseProgress): Row {
		const { phase, tense, share } = reached;
		const dates = phase.span ? this.words.dates(phase.span) : l10n.t("no dates");
		const percent = share === undefined ? l10n.t("nothing to reach yet") : this.words.share(share);
		return {
			id: `phase:${phase.id}`,
			label: phase.title,
			description: `${percent} · ${dates}`,
			accessibleName: [phase.title, tenseWord(tense), l10n.t("{0} reached", percent), dates].join(", "),
			icon: phaseIcons[tense],
			...(tense === "current" ? { color: "charts.blue" } : {}),
			open: tense === "current",
			children: () => this.underPhase(reached),
			range: phase.range,
		};
	}

	/** Milestones and targets that no phase contains. */
	elsewhere(): ReadonlyArray<Row> {
		const { elsewhere } = this.snapshot;
		return elsewhere.length ? [this.group("elsewhere", l10n.t("Outside every phase"), elsewhere)] : [];
	}

	private underPhase({ phase, milestones, targets }: PhaseProgress): ReadonlyArray<Row> {
		const rows = phase.areas.map((area) =>
			this.group(`${phase.id}:area:${area.title}`, capitalised(area.title), area.items, area),
		);
		if (milestones.length) {
			rows.push(this.group(`${phase.id}:milestones`, l10n.t("Milestones"), milestones));
		}
		for (const group of this.snapshot.plan.targets) {
			const here = targets.filter((item) => group.items.includes(item));
			if (here.length) {
				const label = l10n.t("Targets: {0}", group.title);
				rows.push(this.group(`${phase.id}:targets:${group.title}`, label, here, group));
			}
		}
		return rows;
	}

	private group(id: string, label: string, items: ReadonlyArray<Item>, written?: ItemGroup): Row {
		const counted = items.filter((item) => !item.dropped);
		const done = counted.filter((item) => this.progress(item).state === "done").length;
		const description = l10n.t("{0} of {1} done", done, counted.length);
		return {
			id: `group:${id}`,
			label,
			description,
			accessibleName: `${label}, ${description}`,
			open: true,
			children: () => items.map((item) => this.item(item)),
			...(written ? { range: written.range } : {}),
		};
	}

	private item(item: Item): Row {
		const progress = this.progress(item);
		const state = stateWord(progress);
		const reached = this.reached(item, progress);
		const due = this.due(item, progress);
		const settled = progress.state === "done" || progress.state === "dropped";
		return {
			id: `item:${item.id}`,
			label: item.title,
			description: [...reached, ...(settled ? [state] : due)].join(" · "),
			accessibleName: [item.title, kindWord(item.kind), state, ...reached, ...(settled ? [] : due)].join(", "),
			...itemIcons[progress.state],
			range: item.range,
		};
	}

	private progress(item: Item): Progress {
		return this.snapshot.progress.get(item.id) ?? { share: undefined, value: undefined, state: "open" };
	}

	/** "60 of 100+"; the goal alone where nothing was logged; nothing where there is no goal. */
	private reached({ goal }: Item, { value }: Progress): ReadonlyArray<string> {
		if (!goal) {
			return [];
		}
		return [value === undefined ? goal.text : l10n.t("{0} of {1}", this.words.value(value, goal), goal.text)];
	}

	private due(item: Item, { state }: Progress): ReadonlyArray<string> {
		const day = dueDay(item.span);
		if (day === undefined) {
			return [];
		}
		const date = this.words.date(day);
		return [state === "overdue" ? l10n.t("was due {0}", date) : l10n.t("by {0}", date)];
	}
}

function capitalised(text: string): string {
	const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
	return first.toLocaleUpperCase() + text.slice(first.length);
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

function stateWord({ state }: Progress): string {
	switch (state) {
		case "done":
			return l10n.t("done");
		case "overdue":
			return l10n.t("overdue");
		case "started":
			return l10n.t("started");
		case "open":
			return l10n.t("not started");
		case "dropped":
			return l10n.t("dropped");
	}
}

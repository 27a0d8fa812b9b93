import { parseHours } from "../../amount/hours.ts";
import type { Steps } from "../../journal/steps.ts";
import { blockLabel } from "./blockLabel.ts";
import { draftAt, linesOfDraft } from "./draftTree.ts";
import { type FoundPeriod, headingPeriod, periodOf } from "./periodInHeading.ts";
import { placePhase } from "./placePhase.ts";
import {
	checkpointOf,
	headingTitle,
	hoursInHeading,
	placeCheckpoint,
	placeCommitments,
	placeNamed,
	placeTrack,
} from "./placeSections.ts";
import { type Collector, listDraft, nodeDraft, textDraft } from "./planParts.ts";
import type { PlanDraft, SkipReason } from "./proposal.ts";
import {
	checkpointEvery,
	indicatorKind,
	isDoneHeading,
	type SectionKind,
	sectionKind,
	undatedPhase,
} from "./sectionKind.ts";
import type { SourceBlock, SourceOutline, SourceSection } from "./sourceOutline.ts";
import { hoursNumber, weeklyHours } from "./weeklyHours.ts";

/** The most nodes of one kind. */
const most = { phases: 300, tracks: 100, commitments: 300, checkpoints: 300 } as const;

/** `Goal: Become a data engineer`. */
const aimLine = /^(?:goal|aim|vision|ziel|目标)\s*[:：]\s*(\S.{3,200})$/imu;
/** `Time: 8 hours/week`. */
const hoursLine = new RegExp(
	`\\b${hoursNumber} ?(?:h|hours?|hrs?|stunden) ?(?:\\/|per |a |each |pro |in der )(?:week|wk|woche)\\b`,
	"iu",
);
/** `Start: 1 September 2027`. */
const startLine =
	/(?:^|\n|\. )(?:start(?:ed|ing)?(?: date)?|beginn|day one|开始(?:日期)?)\s*[:：]\s*([^.\n]{4,40}?\d[^.\n]{0,20})(?:\.(?!\d)|\n|$)/iu;

/** The keys with lists, in the order in which they are written. */
const keyOrder: ReadonlyArray<string> = [
	...["phases", "tracks", "targets", "commitments", "checkpoints"],
	...["leading", "lagging", "factors", "risks", "advantages"],
];

/** Reads the headings of a source, and collects what each holds for the plan. */
export class OutlineReader {
	private readonly about: Array<string> = [];
	private readonly lists = new Map<string, Array<PlanDraft>>();
	private readonly targets = new Map<string, Array<PlanDraft>>();
	private title: string | undefined;
	/** The period of all goals, as in the title `Goals for 2027`. */
	private period: string | undefined;
	/** Day one, as YYYY-MM-DD, if the first paragraph says so. */
	start: { readonly date: string; readonly line: number } | undefined;
	private goal: PlanDraft | undefined;
	private hours: string | undefined;

	/** The texts of each key. */
	private readonly sizes = new Map<string, number>();

	/** @param mostTexts how many texts the plan can have: what comes after them is not read */
	constructor(
		private readonly collector: Collector,
		private readonly mostTexts: number,
	) {}

	/** Reads a source, with a pause after each section. */
	*read({ root, front }: SourceOutline): Steps<void> {
		const { collector } = this;
		const tops = root.sections.filter(({ depth }) => depth === 1);
		const [only] = tops;
		const isTitle = only !== undefined && tops.length === 1 && root.sections[0] === only;
		this.title = front.get("title")?.text;
		this.intro(root);
		if (isTitle) {
			collector.place(only.lines, "title");
			this.title = only.title.text.replace(/\s+/g, " ");
			this.intro(only);
		}
		const isGoals =
			sectionKind(this.title ?? "") === "targets" || /plan|计划|resolutions|vorsätze/iu.test(this.title ?? "");
		this.period = isGoals ? headingPeriod(this.title ?? "")?.when : undefined;
		const title = isTitle ? only : root;
		const rest = this.numbered(isTitle ? [...only.sections, ...root.sections.slice(1)] : root.sections, title);
		for (const section of rest) {
			this.section(section);
			yield;
		}
	}

	/** Whether the title says that this is a plan, and anything is in it. */
	get isNamedPlan(): boolean {
		return (
			/\b(?:road ?map|plan|goals|resolutions|ziele|vorsätze)|plan\b|计划|目标|路线|规划/iu.test(this.title ?? "") &&
			this.lists.size > 0
		);
	}

	/**
	 * Reads numbered headings with nothing but text as the items of a list: `2) Run regularly, again`. Lists below
	 * others of them are their parts.
	 *
	 * @returns the other sections
	 */
	private numbered(sections: ReadonlyArray<SourceSection>, above: SourceSection): ReadonlyArray<SourceSection> {
		const { collector } = this;
		const isItem = ({ title, sections: below }: SourceSection) =>
			/^\d{1,2}[.)] /.test(title.text) &&
			below.length === 0 &&
			sectionKind(title.text) === undefined &&
			headingPeriod(title.text) === undefined;
		const items = sections.filter(isItem);
		const hasText = items.some(({ blocks }) => !blocks.some(({ kind }) => kind === "list" || kind === "table"));
		if (items.length < 2 || !hasText) {
			return sections;
		}
		const title = headingTitle(above.title.text) || this.title || "Roadmap";
		const sources = items.map(({ title: content, lines, blocks }) => ({ content, lines, blocks }));
		this.category(title, collector.items(sources, `tracks › ${title}`), items[0]?.lines.first ?? 1);
		return sections.filter((each) => !isItem(each));
	}

	/** What stands before the first heading: a paragraph is `about`, bullets are items. */
	private intro({ blocks, title, sections }: SourceSection): void {
		const { collector } = this;
		const isText = ({ kind }: SourceBlock) => kind === "paragraph";
		const ahead = blocks.slice(0, Math.max(blocks.findIndex(isText), 0) + 1);
		const first = ahead.find((block, at) => isText(block) && blockLabel(block, blocks[at + 1]) === undefined);
		if (first?.kind === "paragraph" && ahead.every(({ kind }) => kind !== "list") && this.about.length === 0) {
			collector.place(first.lines, "about");
			this.about.push(first.content.text);
			const [, written = ""] = startLine.exec(first.content.text) ?? [];
			const start = /^(?:from )?(\d{4}-\d{2}-\d{2})/.exec(periodOf(written) ?? "")?.[1];
			this.start = start === undefined ? undefined : { date: start, line: first.lines.first };
			const aim = aimLine.exec(first.content.text)?.[1];
			this.goal ??= aim === undefined ? undefined : textDraft(aim, first.lines.first);
			this.hours ??= weeklyHours(hoursLine.exec(first.content.text)?.[1]);
		}
		const isContents = blocks.some(
			(block) => block.kind === "list" && block.items.every(({ content }) => /^toc\b/i.test(content.text)),
		);
		const lists = blocks.filter(
			(block) =>
				block.kind === "table" ||
				(block.kind === "list" && !(sections.length > 0 && block.items.every(({ content }) => content.isLink))),
		);
		const items = isContents ? [] : collector.itemsOf(lists, "tracks");
		if (items.length > 0) {
			const name = title.text || this.title || "Roadmap";
			this.category(name, items, lists[0]?.lines.first ?? 1);
		}
		for (const block of blocks) {
			collector.skip(block.lines, skipReason(block.kind));
		}
	}

	private add(key: string, drafts: ReadonlyArray<PlanDraft>): void {
		append(this.lists, key, drafts);
		this.grow(key, drafts);
	}

	private grow(key: string, drafts: ReadonlyArray<PlanDraft>): void {
		const size = drafts.reduce((sum, draft) => sum + linesOfDraft(draft).length, 0);
		this.sizes.set(key, (this.sizes.get(key) ?? 0) + size);
	}

	/** Whether the plan has no room for more under a key: it is filled in the order of its keys. */
	private isFull(key: string): boolean {
		let size = 0;
		for (const each of keyOrder.slice(0, keyOrder.indexOf(key) + 1)) {
			const mostNodes = Object.hasOwn(most, each) ? most[each as keyof typeof most] : Number.POSITIVE_INFINITY;
			const isCut = (this.lists.get(each)?.length ?? 0) > mostNodes;
			if (isCut && each === key) {
				return true;
			}
			size += isCut ? 0 : (this.sizes.get(each) ?? 0);
		}
		return size > this.mostTexts;
	}

	/** A heading that only groups: a track with its items. */
	private category(title: string, items: ReadonlyArray<PlanDraft>, line: number): void {
		const stage = nodeDraft(line, { title, when: this.period, milestones: listDraft(items) });
		this.add("tracks", [nodeDraft(line, { title, stages: listDraft([stage]) })]);
	}

	private section(section: SourceSection): void {
		const { isDone } = this.collector;
		this.collector.isDone ||= isDoneHeading(section.title.text);
		this.anySection(section);
		this.collector.isDone = isDone;
	}

	private anySection(section: SourceSection): void {
		const words = section.title.text;
		const kind = sectionKind(words);
		const period = this.collector.period(section);
		const isTrack = kind === "track" && (!period || /\d ?%/.test(words));
		if (this.isFull(keyOf(kind, period !== undefined))) {
			this.collector.skipSection(section, "other");
		} else if (isTrack && !section.sections.some(({ title }) => sectionKind(title.text) === "track")) {
			this.add("tracks", [placeTrack(section, this.collector)]);
		} else if (kind === undefined || kind === "track") {
			const isPhase = !isTrack && (period || undatedPhase.test(headingTitle(words)) || undatedPhase.test(words));
			if (isPhase) {
				this.phase(section, period);
			} else {
				this.container(section);
			}
		} else {
			this.known(section, kind, period?.when);
		}
	}

	/** A section whose heading says what it holds. */
	private known(section: SourceSection, kind: Exclude<SectionKind, "track">, when: string | undefined): void {
		const { collector } = this;
		switch (kind) {
			case "advantages":
				this.add(kind, placeNamed(section, collector, { key: kind, below: "points" }));
				break;
			case "factors":
				this.add(kind, placeNamed(section, collector, { key: kind, below: "practices" }));
				break;
			case "risks":
				this.add(kind, placeNamed(section, collector, { key: kind, below: "mitigations" }));
				break;
			case "contents":
			case "log":
				collector.skipSection(section, kind);
				break;
			case "non-goals":
				this.toAbout(section);
				break;
			case "commitments":
				this.commitments(section);
				break;
			case "indicators":
				this.indicators(section);
				break;
			case "checkpoints":
				this.checkpoints(section);
				break;
			case "targets":
				this.targetSection(section, when);
				break;
			case "summary":
				if (section.sections.length > 0) {
					this.container(section);
				} else {
					this.summary(section);
				}
		}
	}

	/** Commitments, with the hours a week of their heading; if they don't add up to these, what the heading says is text. */
	private commitments(section: SourceSection): void {
		const hours = hoursInHeading(section.title.text);
		const drafts = placeCommitments(section, this.collector);
		this.add("commitments", drafts);
		const week = hours === undefined ? undefined : parseHours(hours);
		const own = drafts.flatMap((draft) => {
			const value = draftAt(draft, ["hours"]);
			return (value?.kind === "text" && parseHours(value.text)) || [];
		});
		const sum = own.reduce((all, { low, high }) => ({ low: all.low + low, high: all.high + high }), {
			low: 0,
			high: 0,
		});
		if (week && own.length > 0 && (sum.high < week.low || sum.low > week.high)) {
			this.about.push(section.title.text);
		} else {
			this.hours ??= hours;
		}
	}

	private phase(section: SourceSection, period: FoundPeriod | undefined): void {
		const isPhase = ({ title }: SourceSection) => headingPeriod(title.text) !== undefined;
		const hasName = period?.rest !== "";
		const inner = hasName ? [] : section.sections.filter(isPhase);
		const rest = hasName ? section : { ...section, sections: section.sections.filter((each) => !isPhase(each)) };
		if (inner.length === 0 || rest.blocks.length > 0 || rest.sections.length > 0) {
			this.add("phases", [placePhase(rest, this.collector, period)]);
		} else {
			this.collector.place(section.lines, "phases");
		}
		for (const each of inner) {
			this.section(each);
		}
	}

	/** A heading without a meaning of its own: what is below it counts, and its bullets are the items of a track. */
	private container(section: SourceSection): void {
		const { collector } = this;
		const title = headingTitle(section.title.text);
		const items = collector.itemsOf(section.blocks, `tracks › ${title}`);
		if (items.length > 0) {
			collector.place(section.lines, `tracks › ${title}`);
			this.category(title, items, section.lines.first);
		} else if (section.sections.length > 0) {
			collector.place(section.lines, "heading");
		} else {
			collector.skip(section.lines, "prose");
		}
		collector.skipRest(section.blocks);
		for (const each of this.numbered(section.sections, section)) {
			this.section(each);
		}
	}

	private targetSection(section: SourceSection, when: string | undefined): void {
		const { collector } = this;
		if (when === undefined) {
			const isDated = ({ title }: SourceSection) => headingPeriod(title.text)?.rest === "";
			this.container({ ...section, sections: section.sections.filter((each) => !isDated(each)) });
			for (const each of section.sections.filter(isDated)) {
				this.targetSection(each, collector.period(each)?.when);
			}
			return;
		}
		const place = `targets › ${when}`;
		collector.place(section.lines, place);
		collector.isRoadmap = true;
		const items = collector.itemsOf(section.blocks, place);
		append(this.targets, when, items);
		this.grow("targets", items);
		collector.skipRest(section.blocks);
		for (const each of section.sections) {
			this.targetSection(each, collector.period(each)?.when ?? when);
		}
	}

	private indicators(section: SourceSection): void {
		const { collector } = this;
		const kind = indicatorKind(section.title.text);
		collector.place(section.lines, "indicators");
		this.add(kind, collector.itemsOf(section.blocks, `indicators › ${kind}`));
		collector.skipRest(section.blocks);
		for (const each of section.sections) {
			this.indicators(each);
		}
	}

	private checkpoints(section: SourceSection): void {
		const { collector } = this;
		const { title, sections } = section;
		const isOne = checkpointEvery(title.text) !== undefined && !sections.some(hasTime);
		if (sections.length === 0 || isOne) {
			const isDated = hasTime(section);
			const bullets = section.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
			const areOften = bullets.every(({ content }) => checkpointEvery(content.text) !== undefined);
			if (bullets.length > 0 && areOften && !isDated) {
				collector.place(section.lines, "checkpoints");
				this.add(
					"checkpoints",
					bullets.map((each) => checkpointOf(each, collector)),
				);
				collector.skipRest(section.blocks);
			} else if (isDated) {
				this.add("checkpoints", [placeCheckpoint(section, collector)]);
			} else {
				this.container(section);
			}
			return;
		}
		collector.place(section.lines, "checkpoints");
		collector.skipRest(section.blocks);
		for (const each of sections) {
			this.checkpoints(each);
		}
	}

	private toAbout(section: SourceSection): void {
		const { collector } = this;
		collector.place(section.lines, "about");
		const words = collector.nestedText(section.blocks, "about");
		this.about.push(`**${headingTitle(section.title.text)}**${words === "" ? "" : `\n\n${words}`}`);
		collector.skipRest(section.blocks);
		for (const each of section.sections) {
			this.toAbout(each);
		}
	}

	/** The end of a roadmap says where it leads; an overview repeats what is there. */
	private summary(section: SourceSection): void {
		const { collector } = this;
		if (!/conclusion|fazit|结论|zusammenfassung|总结/iu.test(section.title.text)) {
			collector.skipSection(section, "summary");
			return;
		}
		const last = section.blocks.findLast(({ kind }) => kind === "paragraph");
		if (last?.kind === "paragraph") {
			const words = last.content.text.replace(/\s+/g, " ");
			const sentence = words.split(/(?<=[.!?。])\s+/u).at(-1) ?? words;
			const aim =
				/\b(?:path|road|way|weg) (?:to|zu[mr]?)\s+(?:an?\s+|the\s+|einer?m?\s+)?(.+?)\.?$/iu.exec(
					sentence.slice(0, 1000),
				)?.[1] ?? sentence.replace(/\.$/, "");
			this.goal = textDraft(aim.slice(0, 1).toUpperCase() + aim.slice(1), last.lines.first);
		}
		this.toAbout(section);
	}

	/** The whole plan, without day one. */
	draft(outline: SourceOutline, { fates }: Collector): PlanDraft {
		const of = (key: string) => (this.lists.has(key) ? listDraft(this.lists.get(key) ?? []) : undefined);
		const limited = (key: keyof typeof most) => (this.lists.get(key) ?? []).slice(0, most[key]);
		const nodes = {
			phases: limited("phases"),
			tracks: limited("tracks"),
			commitments: limited("commitments"),
			checkpoints: limited("checkpoints"),
		};
		const targets: PlanDraft = {
			kind: "map",
			entries: [...this.targets]
				.filter(([, items]) => items.length > 0)
				.map(([when, items]) => [when, listDraft(items)] as const),
		};
		const indicators = nodeDraft(0, { leading: of("leading"), lagging: of("lagging") });
		const title = this.title === undefined || this.title === "" ? undefined : textDraft(this.title, titleLine(outline));
		const plan = nodeDraft(0, {
			title,
			goal: this.goal,
			about: this.about.length === 0 ? undefined : this.about.join("\n\n"),
			week: this.hours === undefined ? undefined : nodeDraft(0, { hours: this.hours }),
			phases: listDraft(nodes.phases),
			tracks: listDraft(nodes.tracks),
			targets,
			commitments: listDraft(nodes.commitments),
			checkpoints: listDraft(nodes.checkpoints),
			indicators,
			factors: of("factors"),
			risks: of("risks"),
			advantages: of("advantages"),
		});
		const all = [...this.lists.values()].flat();
		const kept = new Set(linesOfDraft(plan));
		for (const line of all.flatMap(linesOfDraft)) {
			if (!kept.has(line)) {
				fates.set(line, { kind: "skipped", reason: "other" });
			}
		}
		return withoutLines(plan);
	}
}

/** Whether a checkpoint says when or how often it is held, in its heading or right below it. */
function hasTime({ title, blocks: [first, second] }: SourceSection): boolean {
	const label = first && blockLabel(first, second);
	return headingPeriod(title.text) !== undefined || checkpointEvery(`${title.text} ${label ?? ""}`) !== undefined;
}

/** The first key of the plan that a section can fill. */
function keyOf(kind: SectionKind | undefined, hasPeriod: boolean): string {
	switch (kind) {
		case "targets":
			return hasPeriod ? kind : "phases";
		case "commitments":
		case "checkpoints":
		case "factors":
		case "risks":
		case "advantages":
			return kind;
		case "indicators":
			return "leading";
		default:
			return "phases";
	}
}

function append(lists: Map<string, Array<PlanDraft>>, key: string, drafts: ReadonlyArray<PlanDraft>): void {
	const list = lists.get(key) ?? [];
	list.push(...drafts);
	lists.set(key, list);
}

function titleLine({ root, front }: SourceOutline): number | undefined {
	const tops = root.sections.filter(({ depth }) => depth === 1);
	return tops.length === 1 && root.sections[0] === tops[0] ? tops[0]?.lines.first : front.get("title")?.line;
}

/** Groups have no line of their own. */
function withoutLines(plan: PlanDraft): PlanDraft {
	if (plan.kind !== "map") {
		return plan;
	}
	const entries = plan.entries.map(([key, value]) => {
		const isGroup = value.kind === "map" && value.line === 0;
		return [key, isGroup ? { kind: "map" as const, entries: value.entries } : value] as const;
	});
	return { kind: "map", entries };
}

/** Why a block before the first heading is left out. */
function skipReason(kind: SourceBlock["kind"]): SkipReason {
	if (kind === "list") {
		return "contents";
	}
	return kind === "paragraph" ? "prose" : kind;
}

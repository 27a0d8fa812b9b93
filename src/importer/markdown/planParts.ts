import { blockLabel } from "./blockLabel.ts";
import { columnKeys, rowState, titleCell, withCells } from "./columnKeys.ts";
import { uncertainGoals } from "./findGoal.ts";
import { type FoundPeriod, headingPeriod } from "./periodInHeading.ts";
import type {
	ImportAnswers,
	ImportQuestion,
	ItemDraft,
	LineFate,
	PlanDraft,
	SkipReason,
	StatusDraft,
} from "./proposal.ts";
import { readItem } from "./readItem.ts";
import { type SourceBlock, type SourceItem, type SourceLines, type SourceSection, withLinks } from "./sourceOutline.ts";

/** A draft of a node with a title: its keys in the order in which they are written. */
export type NodeEntries = ReadonlyArray<readonly [key: string, value: PlanDraft]>;

export const textDraft = (value: string, line?: number): PlanDraft =>
	line === undefined ? { kind: "text", text: value } : { kind: "text", text: value, line };

/** The keys of a node; values that are undefined or have nothing in them are left out. */
export function nodeDraft(line: number, keys: Readonly<Record<string, PlanDraft | string | undefined>>): PlanDraft {
	const entries = Object.entries(keys).flatMap(([key, value]) => {
		const draft = typeof value === "string" ? textDraft(value) : value;
		const isEmpty =
			draft?.kind === "list" ? draft.items.length === 0 : draft?.kind === "map" && draft.entries.length === 0;
		return draft === undefined || isEmpty ? [] : [[key, draft] as const];
	});
	return { kind: "map", entries, line };
}

export const listDraft = (items: ReadonlyArray<PlanDraft>): PlanDraft => ({ kind: "list", items });

/** The most numbers that are asked about, and the longest titles: other numbers stay in the text. */
const mostGoalQuestions = 30;
const longestAsked = 120;

/** What is collected while the source is read: fates of lines, items that are done, check marks. */
export class Collector {
	readonly fates = new Map<number, LineFate>();
	readonly statuses: Array<StatusDraft> = [];
	readonly markedLines: Array<number> = [];
	/** Whether the section that is read has only what is done, as its heading says. */
	isDone = false;
	/** Whether anything was found that a roadmap has. */
	isRoadmap = false;
	/** The items with a number that may be their goal. */
	readonly goalQuestions: Array<Extract<ImportQuestion, { readonly kind: "goal" }>> = [];
	/** The headings with two times, by line. */
	readonly periodQuestions = new Map<number, Extract<ImportQuestion, { readonly kind: "period" }>>();
	private readonly ids = new Set<string>();

	constructor(
		private readonly options: {
			readonly answers: ImportAnswers;
			/** How many texts the plan can have: what comes after them in one list or table is not read. */
			readonly mostTexts: number;
		},
	) {}

	place({ first, last }: SourceLines, place: string): void {
		const fate: LineFate = { kind: "placed", place };
		for (let line = first; line <= last; line++) {
			this.fates.set(line, fate);
		}
	}

	skip({ first, last }: SourceLines, reason: SkipReason): void {
		const fate: LineFate = { kind: "skipped", reason };
		for (let line = first; line <= last; line++) {
			if (!this.fates.has(line)) {
				this.fates.set(line, fate);
			}
		}
	}

	/** Skips a section with everything in it. */
	skipSection(section: SourceSection, reason: SkipReason): void {
		this.skip(section.lines, reason);
		this.skipBlocks(section.blocks, reason);
		for (const each of section.sections) {
			this.skipSection(each, reason);
		}
	}

	/** An item. Of what is nested below it, tasks and short names are its parts, and sentences its note. */
	item(source: SourceItem, place: string): PlanDraft {
		const read = this.withGoal(this.read(source, place));
		const isParts = (block: SourceBlock) => block.kind === "list" && block.items.every(isPart);
		const nested = this.nestedText(
			source.blocks.filter((block) => !isParts(block)),
			place,
		);
		const parts = this.itemsOf(source.blocks.filter(isParts), place);
		this.skipRest(source.blocks);
		const note = [read.note, nested].filter((each) => each !== undefined && each !== "").join("\n\n");
		return itemNode(note === "" ? read : { ...read, note }, parts);
	}

	/** Items; labels without anything behind them are left out. */
	items(sources: ReadonlyArray<SourceItem>, place: string): ReadonlyArray<PlanDraft> {
		return sources.flatMap((each) => {
			const { content, checked, lines, blocks } = each;
			const isEmpty = checked === undefined && blocks.length === 0 && /^[^:：]{0,40}[:：]$/u.test(content.text);
			if (isEmpty || (content.isStruck && checked !== true)) {
				this.skip(lines, isEmpty ? "empty" : "struck");
				this.skipBlocks(blocks, "struck");
				return [];
			}
			return [this.item(each, place)];
		});
	}

	private skipBlocks(blocks: ReadonlyArray<SourceBlock>, reason: SkipReason): void {
		for (const block of blocks) {
			this.skip(block.lines, reason);
		}
	}

	/**
	 * An item of one line, without what is nested.
	 *
	 * @param known its state, if another place than its text says it
	 */
	read({ content, checked, lines }: SourceItem, place: string, known?: true | number): ItemDraft {
		this.place(lines, place);
		const { item, state, isMarked } = readItem(content, lines.first);
		if (isMarked) {
			this.markedLines.push(lines.first);
		}
		this.isRoadmap ||= item.goal !== undefined || item.when !== undefined || checked !== undefined || isMarked;
		const isDone =
			checked === true ||
			(this.isDone && checked === undefined) ||
			(isMarked && this.options.answers.checkMarks === "status");
		const set = isDone ? true : (known ?? state?.set);
		if (set === undefined) {
			return item;
		}
		const id = this.newId(item.title);
		// Of something that is done, a single day is when that was.
		const day = state?.day ?? (isDone && /^\d{4}-\d{2}-\d{2}$/.test(item.when ?? "") ? item.when : undefined);
		this.statuses.push({ id, title: item.title, set, line: lines.first, ...(day === undefined ? {} : { day }) });
		return { ...item, id, ...(typeof set === "number" && item.goal === undefined ? { goal: "100%" } : {}) };
	}

	/** An item with the goal that its title may name, if the user said so; otherwise that is a question. */
	private withGoal(item: ItemDraft): ItemDraft {
		const { title, line, note = "" } = item;
		const isAsked = (text: string) => item.goal === undefined && text.length <= longestAsked;
		const own = isAsked(title) ? uncertainGoals(title) : [];
		// Money in brackets behind the title is in the note.
		const goals = own.length === 0 && isAsked(note) && /[$€£¥]/.test(note) ? uncertainGoals(note) : own;
		if (goals.length === 0 || this.goalQuestions.length >= mostGoalQuestions) {
			return item;
		}
		const goal = goals.find((each) => each === this.options.answers.goals?.[line]);
		const question = { kind: "goal", title, goals, line } as const;
		this.goalQuestions.push(goal === undefined ? question : { ...question, proposed: goal });
		return goal === undefined ? item : { ...item, goal };
	}

	/** The period of a heading. Where it names two that differ, that is a question. */
	period(heading: SourceSection): FoundPeriod | undefined {
		const { title, lines } = heading;
		const line = lines.first;
		const found = headingPeriod(title.text);
		if (found?.other === undefined) {
			return found;
		}
		const periods = [found.when, found.other] as const;
		const when = periods.find((each) => each === this.options.answers.periods?.[line]) ?? found.when;
		this.periodQuestions.set(line, { kind: "period", proposed: when, title: found.rest, periods, line });
		return { ...found, when };
	}

	/** The items of lists and of tables below a section or an item. */
	itemsOf(blocks: ReadonlyArray<SourceBlock>, place: string): ReadonlyArray<PlanDraft> {
		const drafts: Array<PlanDraft> = [];
		for (const block of blocks) {
			const room = this.options.mostTexts - drafts.length;
			if (block.kind === "list") {
				drafts.push(...this.items(this.first(block.items, room), place));
			} else if (block.kind === "table") {
				drafts.push(...this.rows(block, place, room));
			}
		}
		return drafts;
	}

	/** Titles of list items, for questions and points. */
	titlesOf(blocks: ReadonlyArray<SourceBlock>, place: string): ReadonlyArray<PlanDraft> {
		const items = blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
		return this.first(items, this.options.mostTexts).map((each) => {
			this.place(each.lines, place);
			const nested = this.nestedText(each.blocks, place);
			const words = withLinks(each.content).replace(/\s+/g, " ");
			return textDraft(nested === "" ? words : `${words} ${nested.replace(/\s+/g, " ")}`, each.lines.first);
		});
	}

	/** Paragraphs, lists and what else has text, as Markdown. */
	nestedText(blocks: ReadonlyArray<SourceBlock>, place: string): string {
		return blocks
			.flatMap((block) => {
				if (block.kind === "paragraph") {
					this.place(block.lines, place);
					return [withLinks(block.content)];
				}
				if (block.kind === "list") {
					return [block.items.map((each) => this.bullet(each, place)).join("\n")];
				}
				return [];
			})
			.join("\n\n");
	}

	/** The paragraphs of a heading, without the labels of its lists. */
	textsOf(blocks: ReadonlyArray<SourceBlock>, place: string): string {
		return this.nestedText(
			blocks.filter((block, at) => {
				const label = blockLabel(block, blocks[at + 1]);
				if (label !== undefined) {
					this.place(block.lines, place);
				}
				return block.kind === "paragraph" && label === undefined;
			}),
			place,
		);
	}

	/** Lists what was not placed of these blocks. */
	skipRest(blocks: ReadonlyArray<SourceBlock>): void {
		for (const { kind, lines } of blocks) {
			this.skip(lines, kind === "paragraph" || kind === "list" ? "prose" : kind);
		}
	}

	private bullet({ content, checked, lines, blocks }: SourceItem, place: string): string {
		this.place(lines, place);
		const nested = this.nestedText(blocks, place);
		const below = nested === "" ? "" : `\n${nested.replace(/^(?=.)/gm, "  ")}`;
		const box = checked === undefined ? "" : `[${checked ? "x" : " "}] `;
		return `* ${box}${withLinks(content).replace(/\s+/g, " ")}${below}`;
	}

	private rows(
		{ rows, lines }: Extract<SourceBlock, { readonly kind: "table" }>,
		place: string,
		room: number,
	): ReadonlyArray<PlanDraft> {
		const [head, ...others] = rows;
		const columns = columnKeys(head?.cells ?? [], others);
		const hasKeys = columns.some((key) => key !== undefined);
		const numbers = others.filter(({ cells }) => cells.slice(1).every((cell) => /^[\d.,\s]*$/.test(cell.text)));
		if (!head || others.length === 0 || (numbers.length === others.length && !hasKeys)) {
			this.skip(lines, "table");
			return [];
		}
		this.place({ first: lines.first, last: lines.first + 1 }, place);
		return others.slice(0, room).flatMap((row) => {
			const { line } = row;
			const content = titleCell(row, columns);
			if (!content) {
				return [];
			}
			const read = this.read(
				{ content, lines: { first: line, last: line }, blocks: [] },
				place,
				rowState(row, columns),
			);
			const item = this.withGoal(withCells(read, row, { head, columns }));
			this.isRoadmap ||= item.goal !== undefined || item.when !== undefined;
			return [itemNode(item)];
		});
	}

	/** The items for which the plan has room at most; the others are not imported. */
	private first(items: ReadonlyArray<SourceItem>, room: number): ReadonlyArray<SourceItem> {
		for (const { lines } of items.slice(room)) {
			this.skip(lines, "other");
		}
		return items.slice(0, room);
	}

	private newId(title: string): string {
		const base =
			title
				.normalize("NFC")
				.toLowerCase()
				.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
				.replace(/^-|-$/g, "")
				.slice(0, 60) || "item";
		let id = base;
		for (let count = 2; this.ids.has(id); count++) {
			id = `${base}-${count}`;
		}
		this.ids.add(id);
		return id;
	}
}

/** An item: a title, or a map with more keys. */
export function itemNode({ line, ...item }: ItemDraft, parts: ReadonlyArray<PlanDraft> = []): PlanDraft {
	const { id, title, when, goal, note } = item;
	return Object.keys(item).length === 1 && parts.length === 0
		? textDraft(title, line)
		: nodeDraft(line, { id, title, when, goal, link: linkDraft(item), note, parts: listDraft(parts) });
}

/** One link, or a list of them. */
export function linkDraft({ links = [] }: Pick<ItemDraft, "links">): PlanDraft | string | undefined {
	return links.length > 1 ? listDraft(links.map((link) => textDraft(link))) : links[0];
}

/** Whether a nested bullet is a part: a task, or a name without the end of a sentence. */
function isPart({ content, checked }: SourceItem): boolean {
	return (
		checked !== undefined || (content.text !== "" && content.text.length <= 80 && !/[.!?。！？]$/u.test(content.text))
	);
}

/** An item with the period of the heading above it, unless it has one of its own. */
export function withWhen(item: PlanDraft, when: string | undefined): PlanDraft {
	if (when === undefined || item.kind === "list") {
		return item;
	}
	if (item.kind === "text") {
		return nodeDraft(item.line ?? 0, { title: item.text, when });
	}
	const at = item.entries.findIndex(([key]) => key === "title") + 1;
	const hasWhen = item.entries.some(([key]) => key === "when");
	return hasWhen ? item : { ...item, entries: item.entries.toSpliced(at, 0, ["when", textDraft(when)]) };
}

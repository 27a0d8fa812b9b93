import { blockLabel } from "./blockLabel.ts";
import { type FoundPeriod, headingPeriod, periodOf, tidy } from "./periodInHeading.ts";
import { allBlocks, headingTitle } from "./placeSections.ts";
import { type Collector, listDraft, nodeDraft, textDraft, withWhen } from "./planParts.ts";
import type { PlanDraft } from "./proposal.ts";
import { plainRichText, type SourceBlock, type SourceItem, type SourceSection, withLinks } from "./sourceOutline.ts";

/** In longer texts nothing is looked for. */
const longestRead = 2000;

/** `Focus: Trust on the ward`. */
const term = /^([^:：]{1,40})[:：]\s*(.+)$/u;
const isFocus = /^(?:.* )?(?:focus|objective|theme|goal|aim|fokus|schwerpunkt|thema|ziel)$|重点|主题|^目标$/iu;
const isTime =
	/^(?:when|time ?line|time ?frame|dates?|period|target(?: date)?|deadline|due(?: date)?|wann|zeitraum|termin|frist|时间|期限|截止日期)$/iu;
/** Terms that say something about a phase, and not what it brings. */
const isRemark =
	/^(?:owner|status|priority|budget|effort|cost|lead|responsible|verantwortlich|priorität|aufwand|kosten|负责人|优先级|状态|预算)$/iu;

/** Terms in front of something to reach: `**Outcome:** Ready for interviews`. */
const isOutcome = /(?:^|\s)(?:outcome|result|milestone|deliverable|ergebnis|meilenstein)s?$|成果|里程碑/iu;

/** The phase of a section with its focus, its note and its outcomes by area. */
export function placePhase(section: SourceSection, collector: Collector, phase: FoundPeriod | undefined): PlanDraft {
	const title = headingTitle(phase?.rest || section.title.text);
	const place = `phases › ${title}`;
	collector.place(section.lines, place);
	collector.isRoadmap = true;
	const reader = new PhaseReader(collector, place, phase?.when);
	reader.read(section.blocks, "outcomes", { canBeFocus: true });
	for (const below of section.sections) {
		const period = collector.period(below);
		const area = headingTitle(period?.rest || below.title.text);
		const options = {
			canBeFocus: /\b(?:focus|objective|theme|fokus|schwerpunkt|ziel)\b|重点/iu.test(area),
			when: period?.when,
		};
		collector.place(below.lines, `${place} › ${area}`);
		reader.read(below.blocks, area, options);
		for (const each of below.sections) {
			collector.place(each.lines, `${place} › ${area}`);
			reader.read(allBlocks(each, collector, `${place} › ${area}`), area, { ...options, canBeFocus: false });
		}
	}
	return nodeDraft(section.lines.first, { title, ...reader.keys() });
}

interface ReadOptions {
	/** Whether a paragraph can be the focus of the phase. */
	readonly canBeFocus: boolean;
	/** The period of the heading that the items stand below. */
	readonly when?: string | undefined;
}

class PhaseReader {
	private readonly areas = new Map<string, Array<PlanDraft>>();
	private readonly notes: Array<string> = [];
	private focus: string | undefined;

	constructor(
		private readonly collector: Collector,
		private readonly place: string,
		/** The period of the phase. */
		private when: string | undefined,
	) {}

	keys(): Readonly<Record<string, PlanDraft | string | undefined>> {
		const entries = [...this.areas]
			.filter(([, items]) => items.length > 0)
			.map(([area, items]) => [area, listDraft(items)] as const);
		const note = this.notes.length === 0 ? undefined : this.notes.join("\n\n");
		return { when: this.when, focus: this.focus, note, outcomes: { kind: "map", entries } };
	}

	/** Reads the blocks of a heading. A label in front of a list is the area of its items. */
	read(blocks: ReadonlyArray<SourceBlock>, area: string, { canBeFocus, when }: ReadOptions): void {
		let current = area;
		for (const [at, block] of blocks.entries()) {
			const own = blockLabel(block, blocks[at + 1]);
			const label = own === undefined || area === "outcomes" ? own : `${area} – ${own}`;
			const place = `${this.place} › ${label ?? current}`;
			if (label !== undefined) {
				this.collector.place(block.lines, place);
				current = label;
			} else if (block.kind === "paragraph") {
				this.paragraph(block, canBeFocus);
				current = area;
			} else {
				this.items(block, current, when);
			}
		}
		this.collector.skipRest(blocks);
	}

	private items(block: SourceBlock, area: string, when: string | undefined): void {
		const place = `${this.place} › ${area}`;
		const add = (name: string, drafts: ReadonlyArray<PlanDraft>) =>
			this.add(
				name,
				drafts.map((each) => withWhen(each, when)),
			);
		if (block.kind !== "list") {
			add(area, this.collector.itemsOf([block], place));
			return;
		}
		for (const item of block.items) {
			const [, name = ""] = term.exec(item.content.text) ?? [];
			if (isRemark.test(name) && item.blocks.length === 0) {
				this.collector.place(item.lines, this.place);
				this.notes.push(item.content.text);
				continue;
			}
			const named = areaItems(item, this.collector, this.place);
			add(named?.area ?? area, named?.items ?? this.collector.items([item], place));
		}
	}

	private add(area: string, items: ReadonlyArray<PlanDraft>): void {
		this.areas.set(area, [...(this.areas.get(area) ?? []), ...items]);
	}

	/** A paragraph: each line with a term of its own, or one text. */
	private paragraph(
		{ content, lines }: Extract<SourceBlock, { readonly kind: "paragraph" }>,
		canBeFocus: boolean,
	): void {
		this.collector.place(lines, this.place);
		const { text, bold, links, addresses } = content;
		const rows = text.length <= longestRead ? text.split("\n") : [text];
		const terms = rows.map((row) => term.exec(row.trim()));
		const isTerms = terms.every((match) => match) && (rows.length > 1 || isBold(terms[0]?.[1], bold));
		if (isTerms || isKnown(terms[0]?.[1])) {
			const others = rows.filter((_, at) => !this.term(terms[at], lines.first + at));
			this.notes.push(...(others.length === 0 ? [] : [[...others, ...links, ...addresses].join("\n")]));
			return;
		}
		const words = text.replace(/\s+/g, " ");
		if (canBeFocus && this.focus === undefined && words.length <= 140) {
			this.focus = tidy(words).replace(/(?<=\p{L})\.$/u, "");
		} else {
			this.notes.push(withLinks(content));
		}
	}

	/** Whether a line is used as what its term says. */
	private term(match: RegExpExecArray | null | undefined, line: number): boolean {
		const [, name = "", behind = ""] = match ?? [];
		const when = isTime.test(name) ? periodOf(behind) : undefined;
		if (name !== "" && this.focus === undefined && isFocus.test(name)) {
			this.focus = behind;
		} else if (when !== undefined && this.when === undefined) {
			this.when = when;
		} else if (isOutcome.test(tidy(name))) {
			const period = headingPeriod(tidy(name));
			const outcome = textDraft(behind.replace(/(?<=\p{L})\.$/u, ""), line);
			this.add((period?.rest || tidy(name)).toLowerCase(), [withWhen(outcome, period?.when)]);
		} else {
			return false;
		}
		return true;
	}
}

function isBold(name: string | undefined, bold: string): boolean {
	return name !== undefined && bold.startsWith(tidy(name));
}

/** Whether a term says what stands behind it, also without marks. */
function isKnown(name = ""): boolean {
	return isFocus.test(name) || isTime.test(name) || isOutcome.test(tidy(name));
}

/** `**Technical**: a, b, c`: the outcomes of an area. */
function areaItems(item: SourceItem, collector: Collector, place: string) {
	if (item.content.text.length > longestRead) {
		return undefined;
	}
	const [, name = "", behind = ""] = /^([^:：]{1,40})[:：]\s+(.+)$/su.exec(item.content.text) ?? [];
	if (name === "" || periodOf(name) !== undefined || item.content.bold.replace(/[:：]$/u, "").trim() !== name.trim()) {
		return undefined;
	}
	const area =
		/^[\p{Lu}][\p{Ll}]+(?: [\p{L}]+)*$/u.test(name) && /^[\x20-\x7E]+$/.test(name) ? name.toLowerCase() : name;
	const parts = behind.split(/,\s+(?![^(]*\))|，|、/u).filter((part) => part.trim() !== "");
	const items = parts.map((part, at) => {
		const { links, addresses } = item.content;
		const content = { ...plainRichText(part), ...(at === 0 ? { links, addresses } : {}) };
		const blocks = at === parts.length - 1 ? item.blocks : [];
		return collector.item({ content, lines: item.lines, blocks }, `${place} › ${area}`);
	});
	return { area, items };
}

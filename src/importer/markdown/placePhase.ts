import { headingPeriod, tidy } from "./periodInHeading.ts";
import { allBlocks, headingTitle } from "./placeSections.ts";
import { type Collector, listDraft, nodeDraft, textDraft } from "./planParts.ts";
import type { PlanDraft } from "./proposal.ts";
import type { SourceBlock, SourceItem, SourceSection } from "./sourceOutline.ts";

/** In longer texts nothing is looked for. */
const longestRead = 2000;

/** The phase of a section with its focus, its note and its outcomes by area. */
export function placePhase(section: SourceSection, collector: Collector, when: string | undefined): PlanDraft {
	const rest = when === undefined ? section.title.text : (headingPeriod(section.title.text)?.rest ?? "");
	const title = headingTitle(rest === "" ? section.title.text : rest);
	const place = `phases › ${title}`;
	collector.place(section.lines, place);
	collector.isRoadmap = true;
	const reader = new PhaseReader(collector, place);
	reader.read(section.blocks, "outcomes", true);
	for (const below of section.sections) {
		const area = headingTitle(below.title.text);
		collector.place(below.lines, `${place} › ${area}`);
		reader.read(below.blocks, area, /\b(?:focus|objective|theme|fokus|schwerpunkt|ziel)\b|重点/iu.test(area));
		for (const each of below.sections) {
			collector.place(each.lines, `${place} › ${area}`);
			reader.read(allBlocks(each, collector, `${place} › ${area}`), area, false);
		}
	}
	return nodeDraft(section.lines.first, { title, when, ...reader.keys() });
}

class PhaseReader {
	private readonly areas = new Map<string, Array<PlanDraft>>();
	private readonly notes: Array<string> = [];
	private focus: string | undefined;

	constructor(
		private readonly collector: Collector,
		private readonly place: string,
	) {}

	keys(): Readonly<Record<string, PlanDraft | string | undefined>> {
		const entries = [...this.areas]
			.filter(([, items]) => items.length > 0)
			.map(([area, items]) => [area, listDraft(items)] as const);
		const note = this.notes.length === 0 ? undefined : this.notes.join("\n\n");
		return { focus: this.focus, note, outcomes: { kind: "map", entries } };
	}

	/** @param canBeFocus whether a paragraph can be the focus of the phase */
	read(blocks: ReadonlyArray<SourceBlock>, area: string, canBeFocus: boolean): void {
		for (const block of blocks) {
			if (block.kind === "paragraph") {
				this.paragraph(block, canBeFocus);
			} else if (block.kind === "list") {
				for (const item of block.items) {
					const named = areaItems(item, this.collector, this.place);
					this.add(named?.area ?? area, named?.items ?? [this.collector.item(item, `${this.place} › ${area}`)]);
				}
			} else {
				this.add(area, this.collector.itemsOf([block], `${this.place} › ${area}`));
			}
		}
		this.collector.skipRest(blocks);
	}

	private add(area: string, items: ReadonlyArray<PlanDraft>): void {
		this.areas.set(area, [...(this.areas.get(area) ?? []), ...items]);
	}

	private paragraph(
		{ content, lines }: Extract<SourceBlock, { readonly kind: "paragraph" }>,
		canBeFocus: boolean,
	): void {
		this.collector.place(lines, this.place);
		const words = content.text.replace(/\s+/g, " ");
		const [, term = "", behind = ""] = /^([^:：]{1,40})[:：]\s*(.+)$/u.exec(words.slice(0, longestRead)) ?? [];
		const isTerm = term !== "" && words.length <= longestRead && content.bold.startsWith(tidy(term));
		const isFocus = /\b(?:focus|objective|theme|fokus|schwerpunkt|thema)\b|重点|主题/iu.test(term);
		if (isTerm && this.focus === undefined && isFocus) {
			this.focus = behind;
		} else if (isTerm && /^(?:outcome|result|ergebnis)s?$|成果/iu.test(tidy(term))) {
			this.add(tidy(term).toLowerCase(), [textDraft(behind.replace(/(?<=\p{L})\.$/u, ""), lines.first)]);
		} else if (canBeFocus && this.focus === undefined && !isTerm && words.length <= 140) {
			this.focus = tidy(words).replace(/(?<=\p{L})\.$/u, "");
		} else {
			this.notes.push(content.text);
		}
	}
}

/** `**Technical**: a, b, c`: the outcomes of an area. */
function areaItems(item: SourceItem, collector: Collector, place: string) {
	if (item.content.text.length > longestRead) {
		return undefined;
	}
	const [, term = "", behind = ""] = /^([^:：]{1,40})[:：]\s+(.+)$/su.exec(item.content.text) ?? [];
	if (term === "" || item.content.bold.replace(/[:：]$/u, "").trim() !== term.trim()) {
		return undefined;
	}
	const area =
		/^[\p{Lu}][\p{Ll}]+(?: [\p{L}]+)*$/u.test(term) && /^[\x20-\x7E]+$/.test(term) ? term.toLowerCase() : term;
	const parts = behind.split(/,\s+(?![^(]*\))|，|、/u).filter((part) => part.trim() !== "");
	const items = parts.map((part, at) => {
		const content = { text: part, bold: "", links: at === 0 ? item.content.links : [] };
		const blocks = at === parts.length - 1 ? item.blocks : [];
		return collector.item({ content, lines: item.lines, blocks }, `${place} › ${area}`);
	});
	return { area, items };
}

import { parseHours } from "../../amount/hours.ts";
import { blockLabel } from "./blockLabel.ts";
import { periodOf, tidy } from "./periodInHeading.ts";
import { type Collector, linkDraft, listDraft, nodeDraft, textDraft } from "./planParts.ts";
import type { PlanDraft } from "./proposal.ts";
import { readItem } from "./readItem.ts";
import { checkpointEvery, phaseNumber } from "./sectionKind.ts";
import type { SourceBlock, SourceItem, SourceSection } from "./sourceOutline.ts";
import { hoursNumber, weeklyHours } from "./weeklyHours.ts";

/** The title of a heading: without its number, its signs, and the word in front of the number. */
export function headingTitle(title: string): string {
	const plain = tidy(title.replace(/\s+/g, " ")).replace(/^\d{1,2}[.)] /, "");
	return tidy(plain.replace(phaseNumber, "")) || plain || title.trim();
}

/** Advantages, success factors or risks: one for each heading below, else one for each bullet. */
export function placeNamed(
	section: SourceSection,
	collector: Collector,
	{ key, below }: { readonly key: string; readonly below: "points" | "practices" | "mitigations" },
): ReadonlyArray<PlanDraft> {
	collector.place(section.lines, key);
	const inside = (blocks: ReadonlyArray<SourceBlock>, place: string) =>
		listDraft(below === "points" ? collector.titlesOf(blocks, place) : collector.itemsOf(blocks, place));
	const fromRows = section.blocks.flatMap((block) =>
		block.kind === "table" ? namedRows(block, collector, { key, below }) : [],
	);
	const fromBullets = section.blocks
		.flatMap((block) => (block.kind === "list" ? block.items : []))
		.map((item) => {
			const { title, note } = collector.read(item, key);
			const more = note === undefined ? {} : { note };
			return nodeDraft(item.lines.first, { title, ...more, [below]: inside(item.blocks, key) });
		});
	collector.skipRest(section.blocks);
	const fromHeadings = section.sections.map((each) => {
		const title = headingTitle(each.title.text);
		const place = `${key} › ${title}`;
		collector.place(each.lines, place);
		const blocks = allBlocks(each, collector, place);
		const note = collector.textsOf(blocks, place);
		const drafts = inside(blocks, place);
		collector.skipRest(blocks);
		return nodeDraft(each.lines.first, { title, ...(note === "" ? {} : { note }), [below]: drafts });
	});
	return [...fromRows, ...fromBullets, ...fromHeadings];
}

/** The rows of a table: what the first cell names, with what the others say. */
function namedRows(
	{ rows: [head, ...rows], lines }: Extract<SourceBlock, { readonly kind: "table" }>,
	collector: Collector,
	{ key, below }: { readonly key: string; readonly below: string },
): ReadonlyArray<PlanDraft> {
	collector.place({ first: lines.first, last: lines.first + 1 }, key);
	return rows.flatMap(({ cells, line }) => {
		const [name, ...others] = cells;
		if (!name || name.text === "") {
			return [];
		}
		collector.place({ first: line, last: line }, key);
		// Of a column such as the probability, its name is needed.
		const words = others.flatMap(({ text }, at) => {
			const column = head?.cells[at + 1]?.text ?? "";
			const isAnswer = at === others.length - 1 || /mitigation|measure|response|maßnahme|措施|应对/iu.test(column);
			return text === "" ? [] : [isAnswer ? text : `${column}: ${text}`];
		});
		return [nodeDraft(line, { title: name.text, [below]: listDraft(words.map((text) => textDraft(text, line))) })];
	});
}

/** The blocks of a section and of all below it. */
export function allBlocks(section: SourceSection, collector: Collector, place: string): ReadonlyArray<SourceBlock> {
	return [
		...section.blocks,
		...section.sections.flatMap((each) => {
			collector.place(each.lines, place);
			return allBlocks(each, collector, place);
		}),
	];
}

/** The commitments of a section: a title with its hours in brackets, and activities below it. */
export function placeCommitments(section: SourceSection, collector: Collector): ReadonlyArray<PlanDraft> {
	collector.place(section.lines, "commitments");
	const blocks = allBlocks(section, collector, "commitments");
	const drafts = blocks
		.flatMap((block) => (block.kind === "list" ? block.items : []))
		.map((item) => {
			collector.isRoadmap = true;
			const read = readItem(item.content, item.lines.first);
			const place = `commitments › ${read.item.title}`;
			collector.place(item.lines, place);
			const behind = hoursBehind(read.item.title);
			const hours = read.hours !== undefined && parseHours(read.hours) ? read.hours : behind?.hours;
			const note = hours === undefined || behind ? read.item.note : undefined;
			const activities = listDraft(collector.titlesOf(item.blocks, place));
			const title = behind?.title ?? read.item.title;
			const link = linkDraft(read.item);
			return nodeDraft(item.lines.first, { title, hours, link, ...(note === undefined ? {} : { note }), activities });
		});
	collector.skipRest(blocks);
	return drafts;
}

const behindTitle = new RegExp(
	`^(.*\\S)(?:\\s*[:：,，]| [–—-])\\s*~?${hoursNumber} ?(?:h|hours?|hrs?|stunden?|小时)(?: ?(?:\\/|a|per|each|pro) ?(?:week|wk|woche))?$`,
	"iu",
);
const inBrackets = new RegExp(`[(（]\\s*~?${hoursNumber} ?(?:h|hours?|hrs|stunden|小时)`, "iu");

/** `Learn Spanish: 3 hours`, `写作：2小时`: a commitment with its hours a week. */
function hoursBehind(text: string): { readonly title: string; readonly hours: string } | undefined {
	const [, title, count] = behindTitle.exec(text) ?? [];
	const hours = weeklyHours(count);
	return title === undefined || hours === undefined ? undefined : { title, hours };
}

/** The hours that a heading names for a week: `Weekly Commitments (4-5 hours)`. */
export function hoursInHeading(title: string): string | undefined {
	return weeklyHours(inBrackets.exec(title)?.[1]);
}

/** A checkpoint with its questions; undefined if the heading says neither how often nor when. */
export function placeCheckpoint(section: SourceSection, collector: Collector): PlanDraft {
	const period = collector.period(section);
	const [first, second] = section.blocks;
	const label = (first && blockLabel(first, second)) ?? "";
	const every = period ? undefined : checkpointEvery(`${section.title.text} ${label}`);
	const title = headingTitle(period?.rest ?? section.title.text);
	const place = `checkpoints › ${title}`;
	collector.place(section.lines, place);
	collector.isRoadmap = true;
	const blocks = allBlocks(section, collector, place);
	const note = collector.textsOf(blocks, place);
	const questions = listDraft(collector.titlesOf(blocks, place));
	collector.skipRest(blocks);
	return nodeDraft(section.lines.first, {
		title,
		every,
		when: period?.when,
		...(note === "" ? {} : { note }),
		questions,
	});
}

/** The checkpoint of a bullet that says how often: `Monthly: last Sunday`. */
export function checkpointOf(item: SourceItem, collector: Collector): PlanDraft {
	const { text } = item.content;
	const [, term = text, note] = /^([^:：]{1,60})[:：]\s+(.+)$/su.exec(text) ?? [];
	const title = headingTitle(term);
	const place = `checkpoints › ${title}`;
	collector.isRoadmap = true;
	collector.place(item.lines, place);
	const questions = listDraft(collector.titlesOf(item.blocks, place));
	collector.skipRest(item.blocks);
	return nodeDraft(item.lines.first, { title, every: checkpointEvery(text), note, questions });
}

/** A track with its shares and stages. */
export function placeTrack(section: SourceSection, collector: Collector): PlanDraft {
	const full = section.title.text;
	const inside = /[(（](.*)[)）]/u.exec(full)?.[1] ?? "";
	const plain = headingTitle(full.replace(/\s*[(（].*[)）]/u, ""));
	const title = tidy(plain.replace(/\s*\btrack\b\s*/iu, " ").replace(/[:：]\s*$/u, "")) || plain;
	const place = `tracks › ${title}`;
	collector.place(section.lines, place);
	collector.isRoadmap = true;
	const shares = [
		...inside.matchAll(
			/(\d{1,3}) ?%[^%]*?\b((?:year|month|quarter|week|jahr|monat|quartal|woche)s? ?\d{1,3}(?:[-–]\d{1,3})?)/giu,
		),
	]
		.map(([, value, when = ""]) => [periodOf(when), Number(value)] as const)
		.flatMap(([when, value]) => (when !== undefined && value <= 100 ? [[when, textDraft(`${value}%`)] as const] : []));
	const only = /^(\d{1,3}) ?%/.exec(inside.trim())?.[1];
	const whole = only !== undefined && Number(only) <= 100 ? textDraft(`${only}%`) : undefined;
	const share: PlanDraft | undefined = shares.length > 0 ? { kind: "map", entries: [...new Map(shares)] } : whole;
	const own = collector.itemsOf(section.blocks, place);
	const note = collector.textsOf(section.blocks, place);
	collector.skipRest(section.blocks);
	const stages = section.sections.map((each) => {
		const period = collector.period(each);
		const name = headingTitle(period?.rest || each.title.text);
		const at = `${place} › ${name}`;
		collector.place(each.lines, at);
		const blocks = allBlocks(each, collector, at);
		const about = collector.textsOf(blocks, at);
		const milestones = listDraft(collector.itemsOf(blocks, at));
		collector.skipRest(blocks);
		return nodeDraft(each.lines.first, {
			title: name,
			when: period?.when,
			...(about === "" ? {} : { note: about }),
			milestones,
		});
	});
	const first = own.length === 0 ? [] : [nodeDraft(section.lines.first, { title, milestones: listDraft(own) })];
	return nodeDraft(section.lines.first, {
		title,
		share,
		...(note === "" ? {} : { note }),
		stages: listDraft([...first, ...stages]),
	});
}

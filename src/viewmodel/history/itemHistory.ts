import * as l10n from "@vscode/l10n";
import type { EntryOf, EntryType } from "../../journal/entry.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { valueHistory } from "../../journal/ledger/valueHistory.ts";
import { logTargets } from "../../logging/logTargets.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import { plural } from "../../util/plural.ts";
import { fieldText, valueText } from "../amendments/amendmentText.ts";
import { capitalize } from "../rows/itemTooltip.ts";
import { entryTitle, progressText } from "../text/entryText.ts";
import { dueTexts, itemStateText, reachedTexts } from "../text/itemText.ts";
import { logTargetKindText } from "../text/logTargetText.ts";
import { headingNode, listNode, paragraphNodes, renderMarkdown, tableNode, textNodes } from "../text/markdown.ts";
import { isHidden, isPrivateEntry } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** The number of entries of one kind to list: a page with all of ten years would be slow. */
const mostRows = 300;
/** The number of commits to show of one entry, and the characters of their hashes. */
const mostCommits = 5;
const hashLength = 7;

type Block = Parameters<typeof renderMarkdown>[0][number];
type Node = Plan["byId"] extends ReadonlyMap<string, infer T> ? T : never;

/** A table of the page: its heading, and a row for each entry, the newest first. */
interface HistorySection<T extends EntryType> {
	readonly title: string;
	readonly columns: Parameters<typeof tableNode>[0];
	readonly entries: ReadonlyArray<LiveEntry<T>>;
	/** The cells after the day. */
	readonly cells: (live: LiveEntry<T>) => ReadonlyArray<string>;
}

/**
 * The history of a node of the plan as Markdown: where it stands, its progress with the evidence, its time, wins, reviews, and
 * the changes of the plan. In discreet mode nothing private is on it.
 *
 * @param id the current ID; undefined is returned if the plan doesn't have it
 */
export function itemHistory(id: string, source: ViewSource): string | undefined {
	const { plan, formatter } = source;
	const node = plan.byId.get(id);
	if (!node) {
		return undefined;
	}
	const title = headingNode(1, formatter.title(node));
	if (isHidden(node, formatter)) {
		return renderMarkdown([title, ...paragraphNodes(l10n.t("This is private. Turn off discreet mode to see it."))]);
	}
	const sections = sectionsOf(node, source);
	return renderMarkdown([
		title,
		...listNode(factsOf(node, source).map((fact) => ({ line: textNodes(fact) }))),
		...paragraphNodes(node.note === undefined ? "" : formatter.plain(node.note)),
		...(formatter.discreet ? [] : node.links.flatMap((link) => paragraphNodes(link))),
		...(sections.length > 0 ? sections : paragraphNodes(l10n.t("Nothing has been logged yet."))),
	]);
}

/** Its kind, and for an item its state, progress, and due date. */
function factsOf(node: Node, source: ViewSource): ReadonlyArray<string> {
	const { plan, snapshot, formatter } = source;
	const target = logTargets(plan).find(({ id }) => id === node.id);
	const kind = target ? [capitalize(logTargetKindText(target, formatter))] : [];
	const item = snapshot.items.get(node.id);
	if (!item) {
		return kind;
	}
	const progress = snapshot.progressOf(item);
	const facts = [...reachedTexts(item, progress, formatter), ...dueTexts(progress, source)];
	return [[...kind, itemStateText(progress)].join(" · "), ...facts.map(capitalize)];
}

function sectionsOf(node: Node, source: ViewSource): ReadonlyArray<Block> {
	const { ledger, aliases, formatter } = source;
	const ids = idsOf(node).flatMap((id) => aliases.idsOf(id));
	const of = <T extends EntryType>(type: T) => ledger.on(ids, { type });
	const time = of("time");
	const minutes = formatter.minutes(time.reduce((sum, { entry }) => sum + Math.max(0, entry.minutes), 0));
	const count = plural(time.length, l10n.t("1 entry"), l10n.t("{0} entries", time.length));
	const [note, what, shown] = [column(l10n.t("Note")), column(l10n.t("What")), column(l10n.t("Evidence"))];
	const hasCommits = time.some(({ entry }) => entry.evidence !== undefined);
	return [
		...progressSection(node, of("progress"), source),
		...section(source, {
			title: l10n.t("Time: {0}, {1}", minutes, count),
			columns: [
				column(l10n.t("Time"), true),
				note,
				...(idsOf(node).length > 1 ? [what] : []),
				...(hasCommits ? [shown] : []),
			],
			entries: time,
			cells: ({ entry }) => [
				formatter.minutes(Math.max(0, entry.minutes)),
				plain(entry.note, source),
				...(idsOf(node).length > 1 ? [entryTitle(entry.on, entry, source)] : []),
				...(hasCommits ? [evidence(entry, source)] : []),
			],
		}),
		...section(source, {
			title: l10n.t("Wins"),
			columns: [what, column(l10n.t("Amount"), true), shown],
			entries: of("note"),
			cells: ({ entry }) => [
				plain(entry.text, source),
				entry.amount === undefined ? "" : formatter.amount(entry.amount),
				evidence(entry, source),
			],
		}),
		...section(source, {
			title: l10n.t("Reviews"),
			columns: [column(l10n.t("Number"), true), column(l10n.t("Summary"))],
			entries: of("review"),
			cells: ({ entry: { occurrence, summary } }) => [
				typeof occurrence === "number" ? formatter.number(occurrence) : l10n.t("extra"),
				plain(summary, source),
			],
		}),
		...section(source, {
			title: l10n.t("Changes of the plan"),
			columns: [what, column(l10n.t("Before")), column(l10n.t("After")), column(l10n.t("Reason"))],
			entries: of("plan"),
			cells: ({ entry: { field, was, now, why } }) => [
				fieldText(field),
				...[was, now].map((value) => (value === undefined ? "" : valueText(field, value, formatter))),
				plain(why, source),
			],
		}),
	];
}

/** An item with its measure, or a commitment with its activities. */
function idsOf(node: Node): ReadonlyArray<string> {
	if ("activities" in node) {
		return [node.id, ...node.activities.map(({ id }) => id)];
	}
	return "of" in node && node.of !== undefined ? [node.id, node.of] : [node.id];
}

/** Each change with the value after it and its evidence. */
function progressSection(
	node: Node,
	entries: ReadonlyArray<LiveEntry<"progress">>,
	source: ViewSource,
): ReadonlyArray<Block> {
	const { snapshot, formatter } = source;
	const item = snapshot.items.get(node.id);
	const values = item ? valuesAfter(item, source) : new Map<LiveEntry, string>();
	const isMoney = formatter.discreet && (item?.goal?.currency ?? moneyOf(node.id, source)) !== undefined;
	return section(source, {
		title: l10n.t("Progress"),
		columns: [
			column(l10n.t("Change"), true),
			...(values.size > 0 ? [column(l10n.t("Value"), true)] : []),
			column(l10n.t("Note")),
			column(l10n.t("Evidence")),
		],
		entries,
		cells: (live) => [
			progressText(live.entry, formatter, isMoney),
			...(values.size > 0 ? [values.get(live) ?? ""] : []),
			plain(live.entry.note, source),
			evidence(live.entry, source),
		],
	});
}

/** The currency of a measure, by the items that use it. */
function moneyOf(id: string, { plan }: ViewSource): string | undefined {
	return plan.items.find(({ of, goal }) => of === id && goal?.currency !== undefined)?.goal?.currency;
}

function valuesAfter(item: Item, { snapshot, formatter }: ViewSource): ReadonlyMap<LiveEntry, string> {
	const { values, counting } = snapshot.sourceOf(item);
	const { goal } = item;
	const points = goal ? valueHistory(values, counting) : [];
	return new Map(points.map(({ entry, value }) => [entry, goal ? formatter.value(value, goal) : ""]));
}

/** A heading with its table; nothing without entries. */
function section<T extends EntryType>(
	{ formatter, plan, aliases }: ViewSource,
	{ title, columns, entries, cells }: HistorySection<T>,
): ReadonlyArray<Block> {
	if (entries.length === 0) {
		return [];
	}
	const hidden = (live: LiveEntry<T>) => formatter.discreet && isPrivateEntry(live.entry, { plan, aliases });
	const rows = entries
		.slice(-mostRows)
		.toReversed()
		.map((live) => [
			formatter.date(live.day),
			...(hidden(live) ? columns.map((_, index) => (index === 0 ? l10n.t("Private") : "")) : cells(live)),
		]);
	const more = entries.length - rows.length;
	const left = plural(
		more,
		l10n.t("1 earlier entry isn't listed. Show Journal has all of them."),
		l10n.t("{0} earlier entries aren't listed. Show Journal has all of them.", more),
	);
	return [
		headingNode(2, title),
		tableNode([column(l10n.t("Day")), ...columns], rows),
		...paragraphNodes(more > 0 ? left : ""),
	];
}

function column(title: string, isNumber = false): Parameters<typeof tableNode>[0][number] {
	return { title, isNumber };
}

function plain(text: string | null | undefined, { formatter }: ViewSource): string {
	return formatter.plain(text ?? "");
}

/** The link of an entry, and its commits with their links; hidden in discreet mode, as they may name what is hidden. */
function evidence(entry: EntryOf<"note"> | EntryOf<"progress"> | EntryOf<"time">, { formatter }: ViewSource): string {
	if (formatter.discreet) {
		return "";
	}
	const commits = "evidence" in entry ? (entry.evidence ?? []) : [];
	const shown = commits
		.slice(0, mostCommits)
		.flatMap(({ commit, links = [] }) => [commit.slice(0, hashLength), ...links]);
	const link = "link" in entry && entry.link !== undefined ? [entry.link] : [];
	return [...link, ...shown, ...(commits.length > mostCommits ? ["…"] : [])].join(", ");
}

import * as l10n from "@vscode/l10n";
import { slug } from "../../plan/assignIds.ts";
import { shapeAt } from "../../plan/assist/schemaAt.ts";
import { addItem } from "../../plan/edit/addItem.ts";
import type { EditResult } from "../../plan/edit/editResult.ts";
import { mapToTitle } from "../../plan/edit/mapToTitle.ts";
import { setKey } from "../../plan/edit/setKey.ts";
import { takesProgress } from "../../plan/parts.ts";
import type { Activity, Commitment, Item, Plan } from "../../plan/plan.ts";
import { nodeAt, type PathStep, pathAt, stepKey } from "../../plan/syntax/syntaxPath.ts";
import type { ChildRef, SyntaxNode } from "../../plan/syntax/syntaxTree.ts";
import { offReason } from "../../progress/backOnTrack/offTrack.ts";
import type { TextEdit } from "../../util/textEdit.ts";
import type { TextRange } from "../../util/textRange.ts";
import { capitalize } from "../rows/itemTooltip.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { lensParts } from "./codeLenses.ts";

/** An action at the cursor: a command, or an edit of the plan. */
export type CursorAction =
	| {
			readonly title: string;
			readonly command: { readonly id: string; readonly args: Readonly<Record<string, unknown>> };
	  }
	| { readonly title: string; readonly edits: ReadonlyArray<TextEdit> };

/** The actions at an offset of the plan: logging first, then edits. */
export function cursorActions(
	{ text, root, plan }: { readonly text: string; readonly root: ChildRef; readonly plan: Plan },
	offset: number,
	source: ViewSource,
): ReadonlyArray<CursorAction> {
	return [
		...offTrackActions(plan, offset, source),
		...logging(plan, offset, source),
		...addition(text, root, offset),
		...conversion(text, root, plan, offset),
	];
}

/** The action for an item that is behind, unlikely or overdue; empty for others, and while the forecast isn't known. */
export function offTrackActions(plan: Plan, offset: number, source: ViewSource): ReadonlyArray<CursorAction> {
	const item = holding(plan.items, offset);
	if (!item) {
		return [];
	}
	const { snapshot, today, formatter } = source;
	const isOff = offReason(item, snapshot.progressOf(item), snapshot.forecasts.known(item), today) !== undefined;
	const title = l10n.t('Get "{0}" Back on Track...', formatter.title(item));
	return isOff ? [{ title, command: { id: "waymark.getBackOnTrack", args: { on: item.id } } }] : [];
}

function holding<T extends { readonly range: TextRange }>(list: ReadonlyArray<T>, offset: number): T | undefined {
	return list.findLast(({ range }) => range.start <= offset && offset <= range.end);
}

function logging(plan: Plan, offset: number, source: ViewSource): ReadonlyArray<CursorAction> {
	const item = holding(plan.items, offset);
	if (item) {
		return loggingItem(item, source);
	}
	const commitment = holding(plan.commitments, offset);
	const timed: Activity | Commitment | undefined = (commitment && holding(commitment.activities, offset)) ?? commitment;
	if (timed) {
		return time(timed, source);
	}
	const checkpoint = holding(plan.checkpoints, offset);
	const parts = checkpoint ? lensParts({ kind: "checkpoint", id: checkpoint.id }, source) : [];
	return parts.flatMap(({ text, command }) => (command ? [{ title: text, command }] : []));
}

function loggingItem(item: Item, source: ViewSource): ReadonlyArray<CursorAction> {
	if (item.needs.length > 0 || item.dropped) {
		return [];
	}
	const on = { on: item.id };
	const title = source.formatter.title(item);
	return [
		...(takesProgress(item)
			? [{ title: l10n.t('Log Progress for "{0}"', title), command: { id: "waymark.logProgress", args: on } }]
			: []),
		{ title: l10n.t('Mark "{0}" Done', title), command: { id: "waymark.markDone", args: on } },
		...time(item, source),
	];
}

function time(node: Item | Activity | Commitment, { formatter }: ViewSource): ReadonlyArray<CursorAction> {
	const on = { on: node.id };
	const title = formatter.title(node);
	return [
		{ title: l10n.t('Log Time for "{0}"', title), command: { id: "waymark.logTime", args: on } },
		{ title: l10n.t('Start Timer for "{0}"', title), command: { id: "waymark.startTimer", args: on } },
	];
}

/** Adds an item to the list that contains the cursor, or whose key does. */
function addition(text: string, root: ChildRef, offset: number): ReadonlyArray<CursorAction> {
	const { path } = pathAt(root, offset);
	const place = placeToAdd(path);
	if (!place) {
		return [];
	}
	const { map, key, list } = place;
	const what = whatIn(path, key);
	const last = list?.kind === "list" ? list.items.at(-1)?.child?.node : undefined;
	const edits = addItem(text, { mapAt: map.node.start, key }, last?.kind === "map" ? { title: what.name } : what.name);
	return edit(what.action, edits);
}

/** The innermost list of items: its map, and its key. */
function placeToAdd(
	path: ReadonlyArray<PathStep>,
): { readonly map: PathStep; readonly key: string; readonly list: SyntaxNode | undefined } | undefined {
	for (let length = path.length; length > 0; length--) {
		const map = path[length - 1];
		const key = map && stepKey(map);
		const isItems =
			key !== undefined && shapeAt(path.slice(0, length))?.list?.keys?.some((each) => each.key === "goal");
		if (map && isItems) {
			const value = map.node.kind === "map" ? map.node.pairs[map.index]?.value : undefined;
			return { map, key, list: value?.node };
		}
	}
	return undefined;
}

function whatIn(path: ReadonlyArray<PathStep>, key: string): { readonly name: string; readonly action: string } {
	const keys = path.map(stepKey);
	if (key === "parts") {
		return { name: l10n.t("New part"), action: l10n.t("Add a part here") };
	}
	if (keys.includes("targets")) {
		return { name: l10n.t("New target"), action: l10n.t("Add a target here") };
	}
	if (keys.includes("outcomes")) {
		return { name: l10n.t("New outcome"), action: l10n.t("Add an outcome here") };
	}
	switch (key) {
		case "milestones":
			return { name: l10n.t("New milestone"), action: l10n.t("Add a milestone here") };
		case "practices":
			return { name: l10n.t("New practice"), action: l10n.t("Add a practice here") };
		case "mitigations":
			return { name: l10n.t("New mitigation"), action: l10n.t("Add a mitigation here") };
		default:
			return { name: l10n.t("New indicator"), action: l10n.t("Add an indicator here") };
	}
}

/** Converts a text to an item with an ID, and back if the item has nothing else. */
function conversion(text: string, root: ChildRef, plan: Plan, offset: number): ReadonlyArray<CursorAction> {
	const item = holding(plan.items, offset);
	if (!item) {
		return [];
	}
	const { start } = item.range;
	if (nodeAt(root, start)?.kind === "text") {
		return edit(l10n.t("Convert to a full item"), setKey(text, start, "id", item.id));
	}
	// With an explicit ID, the title can change without losing journal entries.
	const writing = item.idWritten ? [] : edit(l10n.t("Add its ID"), setKey(text, start, "id", item.id));
	const isDerived = !item.idWritten || item.id === slug(item.title);
	return [...writing, ...(isDerived ? edit(l10n.t("Convert to a title only"), mapToTitle(text, start, ["id"])) : [])];
}

function edit(title: string, edits: EditResult): ReadonlyArray<CursorAction> {
	return typeof edits === "string" || edits.length === 0 ? [] : [{ title: capitalize(title), edits }];
}

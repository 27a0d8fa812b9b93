import * as l10n from "@vscode/l10n";
import { shapeAt } from "../../plan/assist/schemaAt.ts";
import { addItem } from "../../plan/edit/addItem.ts";
import { mapToTitle } from "../../plan/edit/mapToTitle.ts";
import { setKey } from "../../plan/edit/setKey.ts";
import type { EditResult, TextEdit } from "../../plan/edit/textEdit.ts";
import { slug } from "../../plan/ids.ts";
import type { Activity, Commitment, Item, Plan } from "../../plan/plan.ts";
import type { TextRange } from "../../plan/problem.ts";
import { keyOf, nodeAt, type Step, spotAt } from "../../plan/spot.ts";
import type { Edge, SyntaxNode } from "../../plan/syntax.ts";
import { capitalised } from "../itemTooltip.ts";
import type { ViewSource } from "../viewSource.ts";
import { lensParts } from "./lenses.ts";

/** Something that can be done with what stands at the cursor: a command, or an edit of the plan. */
export type CursorAction =
	| {
			readonly title: string;
			readonly command: { readonly id: string; readonly args: Readonly<Record<string, unknown>> };
	  }
	| { readonly title: string; readonly edits: ReadonlyArray<TextEdit> };

/** What can be done at an offset of the plan's text: logging first, then edits. @param root of the same text as `plan` */
export function cursorActions(
	text: string,
	root: Edge,
	plan: Plan,
	offset: number,
	source: ViewSource,
): ReadonlyArray<CursorAction> {
	return [...logging(plan, offset, source), ...addition(text, root, offset), ...conversion(text, root, plan, offset)];
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
	const title = source.words.title(item);
	return [
		{ title: l10n.t('Log Progress on "{0}"', title), command: { id: "waymark.logProgress", args: on } },
		{ title: l10n.t('Mark "{0}" Done', title), command: { id: "waymark.markDone", args: on } },
		...time(item, source),
	];
}

function time(node: Item | Activity | Commitment, { words }: ViewSource): ReadonlyArray<CursorAction> {
	const on = { on: node.id };
	const title = words.title(node);
	return [
		{ title: l10n.t('Log Time on "{0}"', title), command: { id: "waymark.logTime", args: on } },
		{ title: l10n.t('Start Timer on "{0}"', title), command: { id: "waymark.startTimer", args: on } },
	];
}

/** Something more in the list that the cursor is in, or on whose key it is. */
function addition(text: string, root: Edge, offset: number): ReadonlyArray<CursorAction> {
	const { path } = spotAt(root, offset);
	const place = placeToAdd(path);
	if (!place) {
		return [];
	}
	const { map, key, list } = place;
	const what = whatIn(path, key);
	const last = list?.kind === "list" ? list.items.at(-1)?.edge?.node : undefined;
	const edits = addItem(text, { mapAt: map.start, key }, last?.kind === "map" ? { title: what.name } : what.name);
	return edit(what.action, edits);
}

/** The innermost list of items around: the map that holds it, and its key there. */
function placeToAdd(
	path: ReadonlyArray<Step>,
): { readonly map: Step; readonly key: string; readonly list: SyntaxNode | undefined } | undefined {
	for (let length = path.length; length > 0; length--) {
		const map = path[length - 1];
		const key = map && keyOf(map);
		const isItems =
			key !== undefined && shapeAt(path.slice(0, length))?.list?.keys?.some((each) => each.key === "goal");
		if (map && isItems) {
			const value = map.node.kind === "map" ? map.node.pairs[map.index]?.value : undefined;
			return { map, key, list: value?.node };
		}
	}
	return undefined;
}

function whatIn(path: ReadonlyArray<Step>, key: string): { readonly name: string; readonly action: string } {
	const keys = path.map(keyOf);
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

/** A bare text becomes an item with its id written out, and back where the item says no more than that. */
function conversion(text: string, root: Edge, plan: Plan, offset: number): ReadonlyArray<CursorAction> {
	const item = holding(plan.items, offset);
	if (!item) {
		return [];
	}
	const { start } = item.range;
	if (nodeAt(root, start)?.kind === "text") {
		return edit(l10n.t("Convert to a full item"), setKey(text, start, "id", item.id));
	}
	// With its id in writing, a title can change and the journal still knows what it is.
	const writing = item.idWritten ? [] : edit(l10n.t("Write its id out"), setKey(text, start, "id", item.id));
	const isDerived = !item.idWritten || item.id === slug(item.title);
	return [...writing, ...(isDerived ? edit(l10n.t("Convert to a title alone"), mapToTitle(text, start, ["id"])) : [])];
}

function edit(title: string, edits: EditResult): ReadonlyArray<CursorAction> {
	return typeof edits === "string" || edits.length === 0 ? [] : [{ title: capitalised(title), edits }];
}

import { type ChildRef, type MapNode, pairWithKey, type SyntaxNode } from "../../syntax/syntaxTree.ts";
import type { EditFailure } from "../editResult.ts";
import type { EditablePlan } from "../yaml/editablePlan.ts";

/** A list of items in the plan, whether it is already written or not. */
export type ItemPlace =
	/** The outcomes of a phase in one area. `phaseAt`: where the map of the phase begins. */
	| { readonly kind: "area"; readonly phaseAt: number; readonly area: string }
	/** The milestones of a stage. `stageAt`: where the map of the stage begins. */
	| { readonly kind: "stage"; readonly stageAt: number }
	/** The targets of a period, with the key as it is or will be written: `year 2`. */
	| { readonly kind: "targets"; readonly period: string };

/** A list to which something can be added: of items, or of the plan itself. */
export type PlanPlace = ItemPlace | { readonly kind: "phases" | "commitments" };

/** Whether a place is a list of items. */
export function isItemPlace(place: PlanPlace): place is ItemPlace {
	return place.kind === "area" || place.kind === "stage" || place.kind === "targets";
}

/** The map in which the keys to a list begin, and these keys. */
export interface ListPath {
	readonly map: MapNode;
	readonly keys: ReadonlyArray<string>;
}

/** Finds where the list of a place is or will be. */
export function listPath(plan: EditablePlan, place: PlanPlace): ListPath | EditFailure {
	const { at, keys } = pathOf(plan, place);
	const node = plan.values.get(at)?.node;
	if (!node) {
		return "not-found";
	}
	return node.kind === "map" ? { map: node, keys } : "not-a-map";
}

function pathOf({ root }: EditablePlan, place: PlanPlace) {
	switch (place.kind) {
		case "area":
			return { at: place.phaseAt, keys: ["outcomes", place.area] };
		case "stage":
			return { at: place.stageAt, keys: ["milestones"] };
		case "targets":
			return { at: root.node.start, keys: ["targets", place.period] };
		case "phases":
		case "commitments":
			return { at: root.node.start, keys: [place.kind] };
	}
}

/** The place after text before it grew or shrank. `shift` maps an old offset to the new one. */
export function shiftedPlace(place: ItemPlace, shift: (at: number) => number): ItemPlace {
	switch (place.kind) {
		case "area":
			return { ...place, phaseAt: shift(place.phaseAt) };
		case "stage":
			return { ...place, stageAt: shift(place.stageAt) };
		case "targets":
			return place;
	}
}

/** The node under a path of keys; undefined if it doesn't exist or is defined elsewhere. */
export function listAt({ map, keys }: ListPath): SyntaxNode | undefined {
	let node: SyntaxNode | undefined = map;
	for (const key of keys) {
		const value: ChildRef | undefined = node?.kind === "map" ? pairWithKey(node, key)?.value : undefined;
		node = value?.isAlias ? undefined : value?.node;
	}
	return node;
}

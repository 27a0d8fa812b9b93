import type { TextRange } from "../../util/textRange.ts";
import { slug } from "../assignIds.ts";
import type { EditResult } from "../edit/editResult.ts";
import { renameId } from "../edit/renameId.ts";
import type { Named, Plan } from "../plan.ts";
import { nodeAt, type PathStep, pathAt, stepKey, valueOfKey } from "../syntax/syntaxPath.ts";
import { type ChildRef, nodeRange, type SyntaxNode } from "../syntax/syntaxTree.ts";

/** What an ID can refer to, by the key that contains it. */
export type ReferenceKind = "measure" | "track" | "item" | "checkpoint" | "any";

/** Keys with one ID or a list of IDs. */
const kinds: { readonly [key: string]: ReferenceKind } = {
	of: "measure",
	track: "track",
	needs: "item",
	aim: "item",
	drives: "item",
	replaces: "checkpoint",
	evidence: "any",
};

/** Keys of maps under these are freely chosen words, or periods. */
const freeKeyed: ReadonlySet<string> = new Set(["outcomes", "targets", "share", "hours"]);

/** A reference to an ID. */
export interface Reference {
	readonly id: string;
	readonly range: TextRange;
}

/** An ID at an offset. */
export interface ReferenceAtOffset extends Reference {
	/** `id`: the definition. `title`: the title of a node without a written ID. `use`: a reference. */
	readonly role: "id" | "title" | "use";
	/** The offset of the map or text that has the ID; undefined if there is none. */
	readonly definedAt: number | undefined;
}

/** What IDs are expected at the end of a path; undefined if none are. */
export function expectedReference(path: ReadonlyArray<PathStep>): ReferenceKind | undefined {
	const inList = path.at(-1)?.node.kind === "list";
	const step = path.at(inList ? -2 : -1);
	const above = path.at(inList ? -3 : -2);
	const key = step && stepKey(step);
	const isFree = above !== undefined && freeKeyed.has(stepKey(above) ?? "");
	return key === undefined || isFree || !Object.hasOwn(kinds, key) ? undefined : kinds[key];
}

/** All references: values, and areas of phases that take the track with their name. */
export function findReferences(root: ChildRef, plan: Plan): ReadonlyArray<Reference> {
	const uses: Array<Reference> = [];
	const add = (child: ChildRef | undefined) => {
		if (child?.node.kind === "text" && !child.isAlias) {
			uses.push({ id: child.node.value, range: nodeRange(child.node) });
		}
	};
	const visit = (node: SyntaxNode, isFree: boolean): void => {
		if (node.kind === "list") {
			for (const { child } of node.items) {
				if (child && !child.isAlias) {
					visit(child.node, false);
				}
			}
		} else if (node.kind === "map") {
			for (const { key, value } of node.pairs) {
				const name = key.node.kind === "text" ? key.node.value : "";
				if (!value || value.isAlias) {
					continue;
				}
				if (!isFree && Object.hasOwn(kinds, name)) {
					add(value);
					for (const { child } of value.node.kind === "list" ? value.node.items : []) {
						add(child);
					}
				} else {
					visit(value.node, !isFree && freeKeyed.has(name));
				}
				if (name === "outcomes" && !isFree && !valueOfKey(node, "track")) {
					uses.push(...areaUses(value.node, plan));
				}
			}
		}
	};
	visit(root.node, false);
	return uses;
}

/** Areas named after the ID of a track but not after its title: these refer to the ID. */
function areaUses(areas: SyntaxNode, { tracks }: Plan): ReadonlyArray<Reference> {
	return (areas.kind === "map" ? areas.pairs : []).flatMap(({ key }): ReadonlyArray<Reference> => {
		const area = key.node.kind === "text" ? slug(key.node.value) : "";
		const track = tracks.find(({ id, title }) => slug(id) === area && slug(title) !== area);
		return track ? [{ id: track.id, range: nodeRange(key.node) }] : [];
	});
}

/**
 * The ID at an offset: a definition, a reference, or the ID of the node with this title; undefined if there is none.
 */
export function referenceAt(root: ChildRef, plan: Plan, offset: number): ReferenceAtOffset | undefined {
	const { path, text } = pathAt(root, offset);
	const step = path.at(-1);
	if (!text || !step) {
		return undefined;
	}
	const range = nodeRange(text.node);
	const { value } = text.node;
	if (text.isKey) {
		const use = findReferences(root, plan).find((each) => each.range.start === range.start);
		return use && { ...use, role: "use", definedAt: plan.byId.get(use.id)?.range.start };
	}
	if (expectedReference(path)) {
		return { id: value, range, role: "use", definedAt: plan.byId.get(value)?.range.start };
	}
	const key = stepKey(step);
	const isOwn = step.node.kind === "map" && !freeKeyed.has(stepKey(path.at(-2) ?? step) ?? "");
	if (key === "id" && isOwn) {
		return { id: value, range, role: "id", definedAt: step.node.start };
	}
	const inList = step.node.kind === "list" ? definitionAt(plan, text.node.start) : undefined;
	const named = key === "title" && isOwn ? definitionAt(plan, step.node.start) : inList;
	return named && { id: named.id, range, role: "title", definedAt: named.range.start };
}

/** The node that begins at an offset. */
export function definitionAt({ byId }: Plan, at: number): Named | undefined {
	return [...byId.values()].find(({ range }) => range.start === at);
}

/** The range of the name of a node: its ID, otherwise its title, otherwise its start. */
export function definitionRange(root: ChildRef, definedAt: number): TextRange {
	const node = nodeAt(root, definedAt);
	if (node?.kind === "text") {
		return nodeRange(node);
	}
	const name = valueOfKey(node, "id") ?? valueOfKey(node, "title");
	return name ? nodeRange(name) : { start: definedAt, end: definedAt };
}

/** All ranges of an ID in the plan: its definition first, then its references. */
export function referenceRanges(
	root: ChildRef,
	plan: Plan,
	{ id, definedAt }: ReferenceAtOffset,
): ReadonlyArray<TextRange> {
	const definition = definedAt === undefined ? [] : [definitionRange(root, definedAt)];
	const uses = findReferences(root, plan).filter((use) => use.id === id);
	return [...definition, ...uses.map(({ range }) => range)];
}

/**
 * Renames an ID everywhere in the plan.
 *
 * @param known what `referenceAt` found
 * @returns `taken` if another node has the new ID, `bad-id` if it is not a valid ID
 */
export function renameReferences(
	{ text, root, plan }: { readonly text: string; readonly root: ChildRef; readonly plan: Plan },
	{ id, definedAt }: ReferenceAtOffset,
	to: string,
): EditResult | "taken" | "bad-id" {
	if (!/^[^\s\p{C}][^\p{C}]{0,199}$/u.test(to) || to.trim() !== to) {
		return "bad-id";
	}
	if (to !== id && plan.byId.has(to)) {
		return "taken";
	}
	if (definedAt === undefined) {
		return "not-found";
	}
	const isNameable = plan.byId.get(id)?.range.start === definedAt;
	const uses = isNameable ? findReferences(root, plan).filter((use) => use.id === id) : [];
	return renameId(
		text,
		{ from: id, to, definedAt },
		uses.map(({ range }) => range),
	);
}

import { renameId } from "../edit/renameId.ts";
import type { EditResult } from "../edit/textEdit.ts";
import { slug } from "../ids.ts";
import type { Named, Plan } from "../plan.ts";
import type { TextRange } from "../problem.ts";
import { keyOf, nodeAt, type Step, spotAt, valueIn } from "../spot.ts";
import { type Edge, rangeOf, type SyntaxNode } from "../syntax.ts";

/** What an id may stand for, by the key under which it stands. */
export type NameKind = "measure" | "track" | "item" | "checkpoint" | "any";

/** Under these keys stands one id, or a list of ids. */
const kinds: { readonly [key: string]: NameKind } = {
	of: "measure",
	track: "track",
	needs: "item",
	replaces: "checkpoint",
	evidence: "any",
};

/** The keys of maps under these are the writer's own words, or periods. */
const freeKeyed: ReadonlySet<string> = new Set(["outcomes", "targets", "share", "hours"]);

/** A place where an id is used. */
export interface NameUse {
	readonly id: string;
	readonly range: TextRange;
}

/** An id at a place of the text. */
export interface NameAt extends NameUse {
	/** `id`: where it is written for its node. `title`: the title of a node without a written one. `use`: where it is named. */
	readonly role: "id" | "title" | "use";
	/** Where the map or bare text of its node begins; undefined where nothing has the id. */
	readonly definedAt: number | undefined;
}

/** What ids are expected at the end of a way through the plan; undefined where none are. */
export function namesExpected(path: ReadonlyArray<Step>): NameKind | undefined {
	const inList = path.at(-1)?.node.kind === "list";
	const step = path.at(inList ? -2 : -1);
	const above = path.at(inList ? -3 : -2);
	const key = step && keyOf(step);
	const isFree = above !== undefined && freeKeyed.has(keyOf(above) ?? "");
	return key === undefined || isFree || !Object.hasOwn(kinds, key) ? undefined : kinds[key];
}

/** Every place that names an id: values, and areas of phases that take the track of that name. */
export function usesIn(root: Edge, plan: Plan): ReadonlyArray<NameUse> {
	const uses: Array<NameUse> = [];
	const add = (edge: Edge | undefined, above: number) => {
		if (edge?.node.kind === "text" && edge.anchoredAt === undefined) {
			uses.push({ id: edge.node.value, range: rangeOf(edge.node, above + edge.at) });
		}
	};
	const visit = (node: SyntaxNode, start: number, isFree: boolean): void => {
		if (node.kind === "list") {
			for (const { edge } of node.items) {
				if (edge && edge.anchoredAt === undefined) {
					visit(edge.node, start + edge.at, false);
				}
			}
		} else if (node.kind === "map") {
			for (const { key, value } of node.pairs) {
				const name = key.node.kind === "text" ? key.node.value : "";
				if (!value || value.anchoredAt !== undefined) {
					continue;
				}
				const at = start + value.at;
				if (!isFree && Object.hasOwn(kinds, name)) {
					add(value, start);
					for (const { edge } of value.node.kind === "list" ? value.node.items : []) {
						add(edge, at);
					}
				} else {
					visit(value.node, at, !isFree && freeKeyed.has(name));
				}
				if (name === "outcomes" && !isFree && !valueIn(node, start, "track")) {
					uses.push(...areaUses(value.node, at, plan));
				}
			}
		}
	};
	visit(root.node, root.at, false);
	return uses;
}

/** Areas that are called like the id of a track, and not like its title too: these hang on the id. */
function areaUses(areas: SyntaxNode, start: number, { tracks }: Plan): ReadonlyArray<NameUse> {
	return (areas.kind === "map" ? areas.pairs : []).flatMap(({ key }): ReadonlyArray<NameUse> => {
		const area = key.node.kind === "text" ? slug(key.node.value) : "";
		const track = tracks.find(({ id, title }) => slug(id) === area && slug(title) !== area);
		return track ? [{ id: track.id, range: rangeOf(key.node, start + key.at) }] : [];
	});
}

/** The id at an offset, written, used, or that of the node whose title stands there; undefined where there is none. */
export function nameAt(root: Edge, plan: Plan, offset: number): NameAt | undefined {
	const { path, text } = spotAt(root, offset);
	const step = path.at(-1);
	if (!text || !step) {
		return undefined;
	}
	const range = rangeOf(text.node, text.start);
	const { value } = text.node;
	if (text.isKey) {
		const use = usesIn(root, plan).find((each) => each.range.start === range.start);
		return use && { ...use, role: "use", definedAt: plan.byId.get(use.id)?.range.start };
	}
	if (namesExpected(path)) {
		return { id: value, range, role: "use", definedAt: plan.byId.get(value)?.range.start };
	}
	const key = keyOf(step);
	const isOwn = step.node.kind === "map" && !freeKeyed.has(keyOf(path.at(-2) ?? step) ?? "");
	if (key === "id" && isOwn) {
		return { id: value, range, role: "id", definedAt: step.start };
	}
	const start = key === "title" && isOwn ? step.start : step.node.kind === "list" ? text.start : undefined;
	const named = start === undefined ? undefined : namedAt(plan, start);
	return named && { id: named.id, range, role: "title", definedAt: named.range.start };
}

/** What the journal may name and begins at an offset. */
export function namedAt({ byId }: Plan, at: number): Named | undefined {
	return [...byId.values()].find(({ range }) => range.start === at);
}

/** Where a node says what it is called: its id, else its title, else where it begins. */
export function definitionRange(root: Edge, definedAt: number): TextRange {
	const node = nodeAt(root, definedAt);
	if (node?.kind === "text") {
		return rangeOf(node, definedAt);
	}
	const name = valueIn(node, definedAt, "id") ?? valueIn(node, definedAt, "title");
	return name ? rangeOf(name.node, name.start) : { start: definedAt, end: definedAt };
}

/** Every place in the plan where an id is written: its definition first, then its uses. */
export function placesOf(root: Edge, plan: Plan, { id, definedAt }: NameAt): ReadonlyArray<TextRange> {
	const definition = definedAt === undefined ? [] : [definitionRange(root, definedAt)];
	const uses = usesIn(root, plan).filter((use) => use.id === id);
	return [...definition, ...uses.map(({ range }) => range)];
}

/**
 * The edits that give what has an id another one, everywhere in the plan.
 *
 * @param known what `nameAt` found
 * @returns `taken` where something else has the new id, `bad-id` where it cannot be one
 */
export function renameName(
	text: string,
	root: Edge,
	plan: Plan,
	{ id, definedAt }: NameAt,
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
	const uses = isNameable ? usesIn(root, plan).filter((use) => use.id === id) : [];
	return renameId(
		text,
		id,
		to,
		uses.map(({ range }) => range),
		definedAt,
	);
}

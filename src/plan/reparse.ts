import { parseYaml, type YamlReading } from "./parseYaml.ts";
import type { Edge, ListItem, ListNode, MapNode, SyntaxNode } from "./syntax.ts";

/** An item of a block list that holds the whole of an edit, with the way that leads to it. */
interface Unit {
	/** From the top: the node, and which of its pairs or items leads on. */
	readonly path: ReadonlyArray<{ readonly node: MapNode | ListNode; readonly index: number }>;
	/** The text of the item in the old text, from its hyphen to the line on which the next thing begins. */
	readonly start: number;
	readonly end: number;
}

/**
 * Parses a text again after an edit inside one item of a block list, reading that item alone; undefined where only a
 * full parse is sure to be right. The result equals a full parse.
 */
export function reparse(before: string, reading: YamlReading, after: string): YamlReading | undefined {
	const { root, simple } = reading;
	if (!simple || !root || before === after) {
		return before === after ? reading : undefined;
	}
	const edit = difference(before, after);
	const unit = unitAround(root, before, edit.start, edit.end);
	if (!unit) {
		return undefined;
	}
	const growth = after.length - before.length;
	const slice = after.slice(unit.start, unit.end + growth);
	const lineStart = before.lastIndexOf("\n", unit.start - 1) + 1;
	const column = unit.start - lineStart;
	// The slice has to end as it did, with a whole line, or both are the end of the text.
	if (unit.end < before.length ? !slice.endsWith("\n") : after.length !== unit.end + growth) {
		return undefined;
	}
	const alone = parseYaml(" ".repeat(column) + slice);
	const list = alone.root?.node;
	if (!alone.simple || alone.root?.at !== column || list?.kind !== "list" || list.flow || list.items.length !== 1) {
		return undefined;
	}
	const [item] = list.items;
	return item && { ...reading, root: grafted(root, unit, item, growth) };
}

/** What has to be replaced in the old text: without the longest common beginning and end. */
function difference(before: string, after: string): { readonly start: number; readonly end: number } {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) {
		start++;
	}
	let tail = 0;
	while (
		tail < shorter - start &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	) {
		tail++;
	}
	return { start, end: before.length - tail };
}

/** The smallest item of a block list whose text, without its last line break, contains the edit. */
function unitAround(root: Edge, text: string, start: number, end: number): Unit | undefined {
	const path: Array<Unit["path"][number]> = [];
	let unit: Unit | undefined;
	let { node, at } = { node: root.node, at: root.at };
	let limit = text.length;
	for (;;) {
		const step = stepTowards(node, at, limit, start, end, text);
		if (!step) {
			return unit;
		}
		path.push({ node: node as MapNode | ListNode, index: step.index });
		if (step.unit) {
			unit = { path: [...path], start: step.unit.start, end: step.unit.end };
		}
		limit = step.limit;
		if (!step.edge) {
			return unit;
		}
		at += step.edge.at;
		node = step.edge.node;
	}
}

function stepTowards(node: SyntaxNode, at: number, limit: number, start: number, end: number, text: string) {
	if (node.kind === "text" || node.flow) {
		return undefined;
	}
	const count = node.kind === "list" ? node.items.length : node.pairs.length;
	const beginOf = (index: number) =>
		at + (node.kind === "list" ? (node.items[index]?.mark ?? 0) : (node.pairs[index]?.key.at ?? 0));
	let low = 0;
	let high = count - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (beginOf(middle) <= start) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	const begin = beginOf(low);
	// What follows begins on a line of its own: up to that line all belongs to this one.
	const next = low + 1 < count ? text.lastIndexOf("\n", beginOf(low + 1) - 1) + 1 : limit;
	if (begin > start || end > next || next <= begin) {
		return undefined;
	}
	if (node.kind === "map") {
		const edge = node.pairs[low]?.value;
		return { index: low, edge, limit: next };
	}
	const edge = node.items[low]?.edge;
	// The hyphen itself and the last line break are not the item's to change.
	const inside = start > begin && (end < next || next === text.length);
	return { index: low, edge, limit: next, ...(inside ? { unit: { start: begin, end: next } } : {}) };
}

/** The tree with one item replaced: the nodes on the way are made anew, all others are the same objects. */
function grafted(root: Edge, { path }: Unit, item: ListItem, growth: number): Edge {
	const last = path[path.length - 1] as Unit["path"][number];
	const list = last.node as ListNode;
	const old = list.items[last.index] as ListItem;
	const fresh: ListItem = item.edge
		? { mark: old.mark, edge: { ...item.edge, at: old.mark + item.edge.at - item.mark } }
		: { mark: old.mark };
	let node: SyntaxNode = withLength({
		...list,
		items: list.items.map((other, index) =>
			index < last.index ? other : index === last.index ? fresh : moved(other, growth),
		),
	});
	for (const { node: above, index } of path.slice(0, -1).toReversed()) {
		node = replaced(above, index, node, growth);
	}
	return { ...root, node };
}

function replaced(above: MapNode | ListNode, index: number, node: SyntaxNode, growth: number): SyntaxNode {
	if (above.kind === "list") {
		const items = above.items.map((item, place) => {
			if (place < index) {
				return item;
			}
			return place === index && item.edge ? { ...item, edge: { ...item.edge, node } } : moved(item, growth);
		});
		return withLength({ ...above, items });
	}
	const pairs = above.pairs.map((pair, place) => {
		if (place < index) {
			return pair;
		}
		if (place === index) {
			return pair.value ? { ...pair, value: { ...pair.value, node } } : pair;
		}
		const key = { ...pair.key, at: pair.key.at + growth };
		return pair.value ? { ...pair, key, value: { ...pair.value, at: pair.value.at + growth } } : { ...pair, key };
	});
	return withLength({ ...above, pairs });
}

function moved(item: ListItem, growth: number): ListItem {
	const mark = item.mark + growth;
	return item.edge ? { mark, edge: { ...item.edge, at: item.edge.at + growth } } : { mark };
}

/** A block node ends where the last thing in it ends. */
function withLength<N extends MapNode | ListNode>(node: N): N {
	if (node.kind === "list") {
		const last = node.items[node.items.length - 1];
		const length = last?.edge ? last.edge.at + last.edge.node.length : (last?.mark ?? -1) + 1;
		return { ...node, length };
	}
	const last = node.pairs[node.pairs.length - 1];
	const end = last?.value ?? last?.key;
	return { ...node, length: end ? end.at + end.node.length : node.length };
}

import assert from "node:assert/strict";
import fc from "fast-check";
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Pair as YamlPair } from "yaml";
import { addItem } from "../../../../src/plan/edit/addItem.ts";
import { addSlip } from "../../../../src/plan/edit/addSlip.ts";
import { dropItem, restoreItem } from "../../../../src/plan/edit/dropItem.ts";
import type { EditResult } from "../../../../src/plan/edit/editResult.ts";
import { removeItem } from "../../../../src/plan/edit/removeItem.ts";
import { renameId } from "../../../../src/plan/edit/renameId.ts";
import { setKey } from "../../../../src/plan/edit/setKey.ts";
import type { Value } from "../../../../src/plan/edit/yaml/writeValue.ts";
import { parseYaml } from "../../../../src/plan/syntax/parseYaml.ts";
import { applyEdits } from "../../../../src/util/textEdit.ts";
import { runs } from "../../../harness/depth.ts";
import { anyMap, anyText, Chance, keys, type Model, type Pair, PlanWriter } from "./planWriter.ts";

/** A node of a plan as the parser sees it: where it stands and what it says. */
interface Place {
	readonly start: number;
	readonly end: number;
	/** Indexes of items and of pairs, from the top. */
	readonly path: ReadonlyArray<number>;
	readonly model: Model;
	readonly plainText: boolean;
	readonly inList: boolean;
}

/** An edit that was made, and what the plan is to say afterwards; undefined where it has to be refused. */
interface Trial {
	readonly name: string;
	readonly at: Place;
	readonly result: EditResult;
	readonly expected: Model | "refused";
	/** What the edit may take away at most. */
	readonly mayRemove: RegExp;
}

const anything = /^/;

/** Reads a plan without the code under test. */
function read(text: string): { readonly model: Model; readonly places: ReadonlyArray<Place> } {
	const document = parseDocument(text, { schema: "failsafe", uniqueKeys: false });
	assert.deepEqual(document.errors, [], JSON.stringify(text));
	const places: Array<Place> = [];
	const visit = (given: unknown, path: ReadonlyArray<number>, inList: boolean, real: boolean): Model => {
		const node = (isAlias(given) ? given.resolve(document) : given) as Node | null | undefined;
		const here = real && !isAlias(given);
		if (!node || (isScalar(node) && node.type === "PLAIN" && /^(~|null|)$/.test(String(node.value)))) {
			return undefined;
		}
		let model: Model;
		if (isMap(node)) {
			const pairs = node.items as Array<YamlPair<Node, Node>>;
			model = { map: pairs.map(({ key, value }, at): Pair => [String(key), visit(value, [...path, at], false, here)]) };
		} else if (isSeq(node)) {
			model = { list: node.items.map((item, at) => visit(item, [...path, at], true, here)) };
		} else {
			model = String((node as { value: unknown }).value);
		}
		if (here && node.range) {
			const plainText = isScalar(node) && !String(node.type).startsWith("BLOCK");
			places.push({ start: node.range[0], end: node.range[1], path, model, plainText, inList });
		}
		return model;
	};
	return { model: visit(document.contents, [], false, true), places };
}

/** A tree with another node at a place. */
function put(model: Model, [first, ...rest]: ReadonlyArray<number>, change: (model: Model) => Model): Model {
	if (first === undefined) {
		return change(model);
	}
	assert.ok(typeof model === "object");
	return "list" in model
		? { list: model.list.map((item, at) => (at === first ? put(item, rest, change) : item)) }
		: { map: model.map.map(([key, value], at): Pair => [key, at === first ? put(value, rest, change) : value]) };
}

function get(model: Model, key: string): Model {
	return typeof model === "object" && "map" in model ? model.map.find(([each]) => each === key)?.[1] : undefined;
}

function withKey(model: Model, key: string, value: Model): Model {
	if (typeof model === "string") {
		if (key === "title") return value;
		const title = ["title", model] as const;
		return value === undefined ? model : { map: [title, [key, value]] };
	}
	assert.ok(model && "map" in model);
	if (value === undefined) {
		return { map: model.map.filter(([each]) => each !== key) };
	}
	return model.map.some(([each]) => each === key)
		? { map: model.map.map(([each, old]): Pair => [each, each === key ? value : old]) }
		: { map: [...model.map, [key, value]] };
}

function modelOf(value: Value): Model {
	if (typeof value === "string") {
		return value;
	}
	return Array.isArray(value)
		? { list: value.map(modelOf) }
		: { map: Object.entries(value).map(([key, each]): Pair => [key, modelOf(each)]) };
}

function anyValue(chance: Chance): Value {
	const text = () => anyText(chance);
	return chance.pick([text(), text(), text(), [], [text()], { on: text(), why: text() }, { a: [text()], "b, c": {} }]);
}

function withItem(model: Model, key: string, value: Value): Model | "refused" {
	const old = get(model, key);
	const list = typeof old === "object" && "list" in old ? old.list : undefined;
	const items = old === undefined ? [] : list;
	return items ? withKey(model, key, { list: [...items, modelOf(value)] }) : "refused";
}

/** Does something to a plan. */
function attempt(chance: Chance, text: string): Trial | undefined {
	const { model, places } = read(text);
	const maps = places.filter((place) => typeof place.model === "object" && "map" in place.model);
	const bare = places.filter((place) => place.inList && typeof place.model === "string");
	const lists = places.filter(({ model: each }) => typeof each === "object" && "list" in each && each.list.length > 0);
	const kind = chance.below(10);
	const inMaps = kind === 9 && lists.length > 0 ? lists : maps;
	const at = chance.pick(kind < 2 && bare.length > 0 ? bare : inMaps);
	const there = (change: (model: Model) => Model) => put(model, at.path, change);
	const inside = typeof at.model === "object" && "map" in at.model ? at.model.map.map(([each]) => each) : [];
	const key = chance.pick(inside.length > 0 && chance.happens(0.6) ? inside : keys);
	const hasValue = get(at.model, key) !== undefined;
	if (kind < 5) {
		const value = anyValue(chance);
		if (typeof at.model === "string" && key === "title" && typeof value !== "string") {
			return undefined;
		}
		const result = setKey(text, at.start, key, value);
		const expected = there((each) => withKey(each, key, modelOf(value)));
		const mayRemove = hasValue || typeof at.model === "string" ? anything : /^(?:\s|~|null)*$/;
		return { name: `set ${key} ${JSON.stringify(value)}`, at, result, expected, mayRemove };
	}
	if (kind < 7) {
		const result = key === "dropped" ? restoreItem(text, at.start) : setKey(text, at.start, key, undefined);
		return {
			name: `remove ${key}`,
			at,
			result,
			expected: there((each) => withKey(each, key, undefined)),
			mayRemove: anything,
		};
	}
	if (kind === 7) {
		const value = anyValue(chance);
		const added = withItem(at.model, key, value);
		const expected = added === "refused" ? added : there(() => added);
		const result = addItem(text, { mapAt: at.start, key }, value);
		return { name: `add to ${key} ${JSON.stringify(value)}`, at, result, expected, mayRemove: /^(?:\s|~|null)*$/ };
	}
	if (kind === 8) {
		// Through an alias a rename reaches further than the model here: the cases of `renameId` try that.
		return chance.happens(0.6) && !/ \*n\d/.test(text)
			? rename(chance, { text, model }, places, maps)
			: dropOrSlip(chance, text, model, at);
	}
	const items = typeof at.model === "object" && "list" in at.model ? at.model.list : [];
	if (items.length === 0) {
		return undefined;
	}
	const index = chance.below(items.length);
	const expected = there(() => ({ list: items.filter((_, each) => each !== index) }));
	return { name: `remove item ${index}`, at, result: removeItem(text, at.start, index), expected, mayRemove: anything };
}

function dropOrSlip(chance: Chance, text: string, model: Model, at: Place): Trial {
	const why = anyText(chance);
	if (chance.happens(0.5)) {
		const slip = { at: "2028-01-05", by: "1 year", why };
		const top = { ...at, start: 0, end: text.length };
		return {
			name: "slip",
			at: top,
			result: addSlip(text, slip),
			expected: withItem(model, "slips", slip),
			mayRemove: /^$/,
		};
	}
	const result = dropItem(text, at.start, { on: "2026-01-05", why });
	const expected = put(model, at.path, (each) => withKey(each, "dropped", modelOf({ on: "2026-01-05", why })));
	return { name: "drop", at, result, expected, mayRemove: anything };
}

function rename(
	chance: Chance,
	{ text, model }: { readonly text: string; readonly model: Model },
	places: ReadonlyArray<Place>,
	maps: ReadonlyArray<Place>,
): Trial {
	const at = chance.pick(maps);
	const formerly = get(at.model, "formerly");
	const within = (place: Place) => at.path.every((index, depth) => place.path[depth] === index);
	const uses = places.filter((place) => place.plainText && !within(place) && chance.happens(0.2));
	const [from, to] = ["old", chance.pick(["new id", "a", "x, y"])];
	const names = typeof formerly === "object" && "list" in formerly ? formerly.list : [];
	const kept = names.filter((name, index) => name !== to || index !== names.indexOf(to));
	const swapped = names.includes(to)
		? names.map((name, index) => (index === names.indexOf(to) ? from : name))
		: [...names, from];
	const list = { list: names.includes(from) ? kept : swapped };
	let expected = put(model, at.path, (each) => withKey(withKey(each, "id", to), "formerly", list));
	for (const { path } of uses) {
		expected = put(expected, path, () => to);
	}
	const refused =
		(formerly !== undefined && !(typeof formerly === "object" && "list" in formerly)) ||
		typeof (get(at.model, "id") ?? "") !== "string";
	const ranges = uses.map(({ start, end }) => ({ start, end }));
	const whole = { ...at, start: 0, end: text.length };
	const result = renameId(text, { from, to, definedAt: at.start }, ranges);
	return { name: `rename to ${to}`, at: whole, result, expected: refused ? "refused" : expected, mayRemove: anything };
}

/** The lines that an edit of a node may touch: its own, that of the key above, and that behind it. */
function mayTouch(
	text: string,
	{ start, end }: Place,
	edited: { readonly start: number; readonly end: number },
): boolean {
	const before = text
		.slice(0, start)
		.trimEnd()
		.replace(/(?:\s*#.*)*$/, "");
	const first = before.lastIndexOf("\n", before.length - 1);
	const last = /^(?:[^\n]*\n)(?:[ \t]*#[^\n]*\n)*/.exec(text.slice(end))?.[0].length ?? text.length;
	return edited.start >= first && edited.end <= end + last;
}

/** Whether an edit may be refused: anchors that are used elsewhere, and texts that keep the blank lines behind them. */
function mayRefuse(text: string, { result, expected }: Trial): boolean {
	return (
		expected === "refused" ||
		(result === "shared" && / \*n\d/.test(text)) ||
		(result === "unsafe" && / \|\+/.test(text))
	);
}

function check(text: string, trial: Trial): "made" | "refused" {
	const { at, result, expected, mayRemove } = trial;
	if (typeof result === "string") {
		assert.ok(mayRefuse(text, trial), result);
		return "refused";
	}
	const after = applyEdits(text, result);
	assert.equal(parseYaml(after).parsed, true);
	assert.deepEqual(read(after).model, expected, after);
	let shift = 0;
	let from = 0;
	for (const edit of [...result, { start: text.length, end: text.length, text: "" }]) {
		assert.equal(after.slice(from + shift, edit.start + shift), text.slice(from, edit.start));
		shift += edit.text.length - (edit.end - edit.start);
		from = edit.end;
	}
	for (const { start, end } of result) {
		assert.match(text.slice(start, end), mayRemove);
		assert.ok(mayTouch(text, at, { start, end }), `too far away:\n${after}`);
	}
	return "made";
}

describe("editing any plan in any way", function () {
	this.timeout(120_000);

	it("changes only what was requested", () => {
		const counts = { made: 0, refused: 0 };
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const chance = new Chance(seed);
				const text = new PlanWriter(chance).write(anyMap(chance, chance.pick([2, 2, 3]), 2));
				const trial = attempt(chance, text);
				if (!trial) {
					return;
				}
				try {
					counts[check(text, trial)]++;
				} catch (error) {
					throw new Error(`${trial.name} at ${trial.at.start} of\n${JSON.stringify(text)}\n${text}\n=>`, {
						cause: error,
					});
				}
			}),
			{ numRuns: runs(2500) },
		);
		assert.ok(counts.made > runs(2000), JSON.stringify(counts));
	});
});

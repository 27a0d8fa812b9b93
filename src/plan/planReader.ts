import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { type Day, parseDay, type Span } from "./day.ts";
import { type Period, parsePeriod, resolvePeriod } from "./period.ts";
import type { Problem, ProblemCode, TextRange } from "./problem.ts";
import { parseQuantity, type Quantity } from "./quantity.ts";

/** Reads the fields of a parsed plan one at a time; what does not fit becomes a problem and reads as absent. */
export class PlanReader {
	readonly problems: Array<Problem> = [];
	/** Day one of the plan, which relative periods count from. */
	start: Day | undefined;
	private readonly ids = new Map<string, Node>();

	constructor(
		private readonly document: Document.Parsed,
		private readonly text: string,
	) {}

	/** The top map; a problem, and undefined, where the plan is anything else. */
	root(): YAMLMap | undefined {
		const contents = this.document.contents;
		if (isMap(contents)) {
			return contents;
		}
		const empty = !contents || (isScalar(contents) && contents.value === "");
		const range = contents && !empty ? this.range(contents) : { start: 0, end: Math.min(1, this.text.length) };
		this.report(empty ? "empty" : "not-a-map", range, [isSeq(contents) ? "list" : "text"]);
		return undefined;
	}

	/** The node under a key, aliases followed; undefined where the key is absent or its value empty, `null` or `~`. */
	get(map: YAMLMap, key: string): Node | undefined {
		for (const pair of map.items) {
			if (isScalar(pair.key) && pair.key.value === key) {
				return this.follow(pair.value);
			}
		}
		return undefined;
	}

	/** The text under a key, on any number of lines. */
	textAt(map: YAMLMap, key: string): string | undefined {
		const node = this.get(map, key);
		return node && this.textOf(node);
	}

	/** The text of a node; a problem where it is a list or a map. */
	textOf(node: Node): string | undefined {
		if (isScalar(node)) {
			return String(node.value);
		}
		this.report("expected-text", this.range(node));
		return undefined;
	}

	/** The nodes of the list under a key, aliases followed; empty where there is none. */
	list(map: YAMLMap, key: string): ReadonlyArray<Node> {
		const node = this.get(map, key);
		if (!node) {
			return [];
		}
		return this.listOf(node);
	}

	/** The nodes of a list; a problem where the node is anything else. */
	listOf(node: Node): ReadonlyArray<Node> {
		if (!isSeq(node)) {
			this.report("expected-list", this.range(node));
			return [];
		}
		return node.items.flatMap((item) => this.follow(item) ?? []);
	}

	/** The maps of the list under a key. */
	maps(map: YAMLMap, key: string): ReadonlyArray<YAMLMap> {
		return this.list(map, key).flatMap((node) => this.mapOf(node) ?? []);
	}

	/** A node that must be a map. */
	mapOf(node: Node): YAMLMap | undefined {
		if (isMap(node)) {
			return node;
		}
		this.report("expected-map", this.range(node));
		return undefined;
	}

	/** The keys of the map under a key, with the nodes they lead to, in the order of the file. */
	entries(
		map: YAMLMap,
		key: string,
	): ReadonlyArray<{ readonly key: string; readonly range: TextRange; readonly node: Node }> {
		const node = this.get(map, key);
		const inner = node && this.mapOf(node);
		return (inner?.items ?? []).flatMap((pair) => {
			const value = this.follow(pair.value);
			return isScalar(pair.key) && value
				? [{ key: String(pair.key.value), range: this.range(pair.key), node: value }]
				: [];
		});
	}

	/** Reads `start`. */
	readStart(root: YAMLMap): void {
		const node = this.get(root, "start");
		const text = node && this.textOf(node);
		if (node && text !== undefined) {
			this.start = parseDay(text.trim());
			if (this.start === undefined) {
				this.report("bad-start", this.range(node), [text]);
			}
		}
	}

	/** The period of a node: its own `when`, else what encloses it. */
	when(map: YAMLMap, enclosing?: Span): { readonly when?: Period; readonly span?: Span } {
		const node = this.get(map, "when");
		const text = node && this.textOf(node);
		return node && text !== undefined
			? this.period(text, this.range(node), enclosing)
			: enclosing
				? { span: enclosing }
				: {};
	}

	/** Reads a period and ties it to days; a problem where it is none. */
	period(text: string, range: TextRange, enclosing?: Span): { readonly when?: Period; readonly span?: Span } {
		const when = parsePeriod(text);
		if (typeof when === "string") {
			this.report("bad-period", range, [text, when]);
			return enclosing ? { span: enclosing } : {};
		}
		const span = resolvePeriod(when, this.start, enclosing);
		if (!span && !this.problems.some((problem) => problem.code === "missing-start" || problem.code === "bad-start")) {
			this.report("missing-start", range, [text]);
		}
		return span ? { when, span } : { when };
	}

	/** The `goal` of an item. */
	goal(map: YAMLMap): Quantity | undefined {
		const node = this.get(map, "goal");
		const text = node && this.textOf(node);
		if (!node || text === undefined) {
			return undefined;
		}
		const quantity = parseQuantity(text);
		if (typeof quantity === "string") {
			this.report("bad-quantity", this.range(node), [text, quantity]);
			return undefined;
		}
		return quantity;
	}

	/** The value of an item on day one; 0 when left out. */
	from(map: YAMLMap): number {
		const node = this.get(map, "from");
		const text = node && this.textOf(node);
		if (!node || text === undefined) {
			return 0;
		}
		const quantity = parseQuantity(text);
		if (typeof quantity === "string") {
			this.report("bad-number", this.range(node), [text]);
			return 0;
		}
		return quantity.low;
	}

	/**
	 * The id of a node: the written one, else one derived from the title, else the place in the plan. Two alike derived
	 * ids get a number in the order of the file; two alike written ones are a problem.
	 */
	id(node: Node, title: string, place: string): string {
		const written = isMap(node) ? this.textAt(node, "id") : undefined;
		const wanted = written ?? (slug(title) || place);
		let id = wanted;
		for (let count = 2; this.ids.has(id); count++) {
			if (written !== undefined && count === 2) {
				this.report("duplicate-id", this.range(node), [written]);
			}
			id = `${wanted}-${count}`;
		}
		this.ids.set(id, node);
		return id;
	}

	/** Where a node stands in the text, without the white space behind it. */
	range(node: Node): TextRange {
		const [start, end] = node.range ?? [0, 0];
		return { start: Math.min(start, this.text.length), end: Math.min(end, this.text.length) };
	}

	/** Adds a problem; it is an error unless something else is said. */
	report(
		code: ProblemCode,
		range: TextRange,
		args: ReadonlyArray<string> = [],
		severity: Problem["severity"] = "error",
	): void {
		this.problems.push({ code, severity, range, args });
	}

	private follow(value: unknown): Node | undefined {
		const node = (isAlias(value) ? value.resolve(this.document) : value) as Node | null | undefined;
		return node && !(isScalar(node) && node.type === "PLAIN" && /^(~|null|)$/i.test(String(node.value)))
			? node
			: undefined;
	}
}

/** Letters and digits of any script in lower case, everything else as single hyphens between them. */
export function slug(title: string): string {
	return title
		.normalize("NFC")
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
		.replace(/^-|-$/g, "");
}

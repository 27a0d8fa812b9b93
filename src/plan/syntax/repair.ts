import { parseDocument } from "yaml";
import { leadingCount } from "../../util/leadingCount.ts";
import type { TextEdit } from "../../util/textEdit.ts";
import type { PlanProblem, PlanProblemCode } from "../planProblem.ts";
import type { ChildRef, ListItem, Pair, SyntaxNode } from "./syntaxTree.ts";
import { writeScalar } from "./writeScalar.ts";

/** A part of the text that YAML cannot parse, or not as intended, and its replacement. */
export interface Repair {
	readonly code: PlanProblemCode;
	readonly start: number;
	readonly end: number;
	/** The replacement, as YAML. */
	readonly text: string;
	/** The intended text, if it is read as if it were quoted. */
	readonly meant?: string;
	/** Whether YAML reads the text and loses a part of it. */
	readonly isLost?: boolean;
	/** Whether it belongs to the repair before it, which is reported. */
	readonly isMore?: boolean;
}

/** Reads a part of the text as if it were in quotes. */
export function repair(code: PlanProblemCode, start: number, end: number, meant: string): Repair {
	return { code, start, end, text: writeScalar(meant, { flow: true }, "double"), meant };
}

/** Reads a text as if a bracket or a quotation mark that is not closed were closed at an offset. */
export function repairUnclosed(end: number, sign: string): Repair {
	return { code: "unclosed", start: end, end, text: closing(sign), meant: sign };
}

/** A closing bracket or quotation mark as it is inserted. */
export function closing(sign: string): string {
	return /[\]}]/.test(sign) ? ` ${sign}` : sign;
}

/** Reads a value as text, and `> 50%` as its number: a plain number already means at least. */
export function repairGreater(start: number, value: string): Repair {
	const number = /^>=? ?(?=[\d\p{Sc}])/u.exec(value)?.[0].length ?? 0;
	const code = number > 0 ? "greater-than" : "read-as-text";
	return { ...repair(code, start, start + value.length, value.slice(number)), meant: value };
}

/** Whether a value is valid YAML by itself. @param plan the text with the anchors of its aliases */
export function isYaml(text: string, plan = ""): boolean {
	if (text.length > 20_000) {
		return true;
	}
	const { errors } = parseDocument(text, { schema: "failsafe", version: "1.2", uniqueKeys: false });
	return errors.every(({ message }) => plan !== "" && message.startsWith("Unresolved alias"));
}

/** The problem that reports a repair. */
export function repairProblem({ code, start, end, meant, text }: Repair): PlanProblem {
	return {
		code,
		severity: "error",
		// Where something is missing, there is nothing to underline but the sign before it.
		range: { start: start === end ? start - 1 : start, end },
		args: code === "expected-map" ? ["text"] : [shortened(meant ?? text)],
	};
}

function shortened(text: string): string {
	return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** Converts offsets in the text that was read to offsets in the original text. */
export function sourceOffsets(repairs: ReadonlyArray<TextEdit>): (offset: number) => number {
	let growth = 0;
	const places = repairs.map((each) => {
		const at = each.start + growth;
		growth += each.text.length - (each.end - each.start);
		return { ...each, at };
	});
	return (offset) => {
		const place = places[leadingCount(places.length, (index) => (places[index]?.at ?? Infinity) <= offset) - 1];
		if (!place) {
			return offset;
		}
		const behind = offset - place.at - place.text.length;
		return behind >= 0 ? place.end + behind : place.start;
	};
}

/** The tree of the text that was read, with the offsets of the original text. */
export function relocated(root: ChildRef, sourceOf: (offset: number) => number): ChildRef {
	/** Nodes that an alias repeats stay the same object. */
	const made = new Map<SyntaxNode, SyntaxNode>();
	const moveRef = ({ at, node, isAlias }: ChildRef): ChildRef => {
		const moved = made.get(node) ?? moveNode(node);
		made.set(node, moved);
		return { at: sourceOf(at), node: moved, isAlias };
	};
	const moveNode = (node: SyntaxNode): SyntaxNode => {
		const range = { start: sourceOf(node.start), end: sourceOf(node.end) };
		switch (node.kind) {
			case "text":
				return { ...node, ...range };
			case "list":
				return { ...node, ...range, items: node.items.map((item) => moveItem(item)) };
			case "map":
				return { ...node, ...range, pairs: node.pairs.map((pair) => movePair(pair)) };
		}
	};
	const moveItem = ({ dashOffset, child }: ListItem): ListItem => ({
		dashOffset: sourceOf(dashOffset),
		...(child ? { child: moveRef(child) } : {}),
	});
	const movePair = ({ key, value, bare }: Pair): Pair => ({
		key: moveRef(key),
		...(value ? { value: moveRef(value) } : {}),
		bare,
	});
	return moveRef(root);
}

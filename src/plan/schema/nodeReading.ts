import type { Hours } from "../../amount/hours.ts";
import type { Quantity } from "../../amount/parseQuantity.ts";
import type { Duration } from "../../time/duration.ts";
import type { Period } from "../../time/period.ts";
import type { PlanProblem } from "../planProblem.ts";
import type { SyntaxNode } from "../syntax/syntaxTree.ts";

/** The possible values of a single text. */
type Leaf = string | number | boolean | Period | Quantity | Duration | Hours;

/** A value together with the node that it was read from. */
export interface ReadNode<T> {
	readonly node: SyntaxNode;
	readonly value: T;
}

/** An entry of a map with free keys. */
export interface ReadEntry<T> {
	readonly key: string;
	readonly keyNode: SyntaxNode;
	readonly read: ReadNode<T>;
}

/** The result type for a schema: every value has its range, and any may be missing. */
export type NodeReading<T> = T extends Leaf | ReadonlyArray<number>
	? T
	: T extends ReadonlyArray<infer U>
		? ReadonlyArray<ReadNode<NodeReading<U>>>
		: string extends keyof T
			? ReadonlyArray<ReadEntry<NodeReading<T[string & keyof T]>>>
			: { readonly [K in keyof T]?: ReadNode<NodeReading<Exclude<T[K], undefined>>> };

/** What was read of one node and those below it. */
export interface NodeReaderResult {
	/** Undefined if nothing is valid. */
	readonly value: unknown;
	readonly problems: ReadonlyArray<PlanProblem>;
}

/** Reads one kind of node. */
export interface NodeReader {
	/** Whether the kind of a node matches, to choose between options. */
	readonly takes: (node: SyntaxNode) => boolean;
	readonly read: (node: SyntaxNode) => NodeReaderResult;
}

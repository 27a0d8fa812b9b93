import type { Duration } from "./duration.ts";
import type { Period } from "./period.ts";
import type { Problem } from "./problem.ts";
import type { Quantity } from "./quantity.ts";
import type { Hours } from "./scalars.ts";
import type { Edge, SyntaxNode } from "./syntax.ts";

/** What a single text can stand for. */
type Leaf = string | number | boolean | Period | Quantity | Duration | Hours;

/** A value together with the edge that leads to it from the node above. */
export interface Read<T> {
	readonly edge: Edge;
	readonly value: T;
}

/** A key of a map whose keys are the writer's own, with its value. */
export interface ReadEntry<T> {
	readonly key: string;
	readonly keyEdge: Edge;
	readonly read: Read<T>;
}

/** The shape of what was read, by the type that the schema gives: every value knows its place, and any may be missing. */
export type Reading<T> = T extends Leaf | ReadonlyArray<number>
	? T
	: T extends ReadonlyArray<infer U>
		? ReadonlyArray<Read<Reading<U>>>
		: string extends keyof T
			? ReadonlyArray<ReadEntry<Reading<T[string & keyof T]>>>
			: { readonly [K in keyof T]?: Read<Reading<Exclude<T[K], undefined>>> };

/** A problem whose range counts from the start of the node that was read. */
export interface Result {
	/** Undefined where nothing could be understood. */
	readonly value: unknown;
	readonly problems: ReadonlyArray<Problem>;
}

/** Reads one kind of node. Reading a node again gives the same result object. */
export interface NodeReader {
	/** Whether a node looks like what it reads, for choosing among several. */
	readonly takes: (node: SyntaxNode) => boolean;
	readonly read: (node: SyntaxNode) => Result;
}

import { writeScalar } from "../../syntax/writeScalar.ts";

/** A value to write into a plan. Texts are quoted only if necessary. */
export type Value = string | ReadonlyArray<Value> | ValueMap;

/** A map to write; keys keep their order. */
export interface ValueMap {
	readonly [key: string]: Value;
}

/** Whether a value is a list. */
export function isList(value: Value): value is ReadonlyArray<Value> {
	return Array.isArray(value);
}

/** Whether a value is a map. */
export function isMap(value: Value): value is ValueMap {
	return typeof value === "object" && !isList(value);
}

/**
 * A value on one line, with collections in flow style. `flow`: the value itself is inside a flow collection. `pad`:
 * the padding inside braces.
 */
export function writeValue(value: Value, flow: boolean, pad: string): string {
	if (typeof value === "string") {
		return writeScalar(value, { flow });
	}
	if (isList(value)) {
		return `[${value.map((item) => writeValue(item, true, pad)).join(", ")}]`;
	}
	const pairs = Object.entries(value).map(([key, each]) => writePair(key, each, true, pad));
	return pairs.length === 0 ? "{}" : `{${pad}${pairs.join(", ")}${pad}}`;
}

/** A key with its value, on one line. */
export function writePair(key: string, value: Value, flow: boolean, pad: string): string {
	return `${writeScalar(key, { flow, key: true })}: ${writeValue(value, flow, pad)}`;
}

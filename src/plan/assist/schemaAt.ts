import type * as z from "zod";
import { planSchema } from "../schema.ts";
import { keyOf, type Step } from "../spot.ts";

type Schema = z.core.$ZodType;

/** A key that may stand in a map. */
export interface KnownKey {
	readonly key: string;
	/** What it means, in a sentence. */
	readonly description: string;
	readonly required: boolean;
	/** What its value looks like. */
	readonly shape: Shape;
}

/** What may stand as a value: any of these forms. */
export interface Shape {
	/** A text may stand there; these are some it may be, the best first. */
	readonly texts?: ReadonlyArray<string>;
	/** Whether only these texts may stand there. */
	readonly isChoice: boolean;
	/** A list may stand there. */
	readonly list?: Shape;
	/** A map with these keys may stand there. */
	readonly keys?: ReadonlyArray<KnownKey>;
	/** A map with keys of the writer's own may stand there, periods or words. */
	readonly freeKeys?: "period" | "area";
}

/** What may stand at the end of a way through the plan, by the schema; undefined where the way leads to nothing that is known. */
export function shapeAt(path: ReadonlyArray<Step>): Shape | undefined {
	const schemas = schemasAt(path);
	return schemas.length === 0 ? undefined : shapeOf(schemas, 3);
}

/** What the key at the end of a way means; undefined for keys that are not known. */
export function descriptionAt(path: ReadonlyArray<Step>): string | undefined {
	const last = path.at(-1);
	const key = last && keyOf(last);
	return key === undefined
		? undefined
		: shapeAt(path.slice(0, -1))?.keys?.find((each) => each.key === key)?.description;
}

/** Whether a period stands at the end of a way: as the value, or as the keys of a map. */
export function periodsAt(path: ReadonlyArray<Step>): { readonly asValue: boolean; readonly asKeys: boolean } {
	const schemas = schemasAt(path);
	const records = schemas.filter(({ _zod }) => _zod.def.type === "record");
	return {
		asValue: schemas.some((schema) => examplesOf(schema).includes("month 5")),
		asKeys: records.some(({ _zod }) => metaOf((_zod.def as z.core.$ZodRecordDef).keyType)["key"] === "period"),
	};
}

function schemasAt(path: ReadonlyArray<Step>): ReadonlyArray<Schema> {
	let schemas = alternatives(planSchema);
	for (const step of path) {
		schemas = schemas.flatMap((schema): ReadonlyArray<Schema> => {
			const { def } = schema._zod;
			if (step.node.kind === "list") {
				return def.type === "array" ? alternatives((def as z.core.$ZodArrayDef).element) : [];
			}
			if (def.type === "record") {
				return alternatives((def as z.core.$ZodRecordDef).valueType);
			}
			const key = keyOf(step) ?? "";
			const shape = def.type === "object" ? (def as z.core.$ZodObjectDef).shape : {};
			return Object.hasOwn(shape, key) && shape[key] ? alternatives(shape[key]) : [];
		});
	}
	return schemas;
}

/** The forms that a schema allows, without what wraps them. */
function alternatives(schema: Schema): ReadonlyArray<Schema> {
	const { def } = schema._zod;
	switch (def.type) {
		case "optional":
			return alternatives((def as z.core.$ZodOptionalDef).innerType);
		case "union":
			return (def as z.core.$ZodUnionDef).options.flatMap(alternatives);
		default:
			return [schema];
	}
}

/** @param depth how many levels below are told; what lies deeper is asked for when somebody gets there */
function shapeOf(schemas: ReadonlyArray<Schema>, depth: number): Shape {
	const texts: Array<string> = [];
	let shape: Omit<Shape, "isChoice" | "texts"> = {};
	let isText = false;
	let isChoice = false;
	for (const schema of schemas) {
		const { def } = schema._zod;
		if (def.type === "array") {
			const list = depth > 0 ? shapeOf(alternatives((def as z.core.$ZodArrayDef).element), depth - 1) : nothing;
			shape = { ...shape, list };
		} else if (def.type === "object") {
			shape = { ...shape, keys: depth > 0 ? keysOf((def as z.core.$ZodObjectDef).shape, depth - 1) : [] };
		} else if (def.type === "record") {
			const { keyType } = def as z.core.$ZodRecordDef;
			shape = { ...shape, freeKeys: metaOf(keyType)["key"] === "period" ? "period" : "area" };
		} else {
			isText = true;
			isChoice ||= def.type === "enum";
			texts.push(...(def.type === "enum" ? Object.keys((def as z.core.$ZodEnumDef).entries) : examplesOf(schema)));
		}
	}
	return { ...shape, isChoice, ...(isText ? { texts } : {}) };
}

const nothing: Shape = { isChoice: false };

function keysOf(shape: z.core.$ZodShape, depth: number): ReadonlyArray<KnownKey> {
	return Object.entries(shape).map(([key, schema]) => ({
		key,
		description: String(metaOf(schema)["description"] ?? ""),
		required: schema._zod.optin !== "optional",
		shape: shapeOf(alternatives(schema), depth),
	}));
}

function examplesOf(schema: Schema): ReadonlyArray<string> {
	const { examples } = metaOf(schema);
	return Array.isArray(examples) ? examples.map(String) : [];
}

function metaOf(schema: Schema): Readonly<Record<string, unknown>> {
	return (schema as z.ZodType).meta() ?? {};
}

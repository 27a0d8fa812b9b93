import type * as z from "zod";
import { planSchema } from "../schema/planSchema.ts";
import { type PathStep, stepKey } from "../syntax/syntaxPath.ts";

type Schema = z.core.$ZodType;

/** A possible key of a map. */
export interface KnownKey {
	readonly key: string;
	/** Its description, in one sentence. */
	readonly description: string;
	readonly required: boolean;
	/** The form of its value. */
	readonly shape: Shape;
}

/** What may be as a value: any of these forms. */
export interface Shape {
	/** Allowed texts, if any: examples, the best first. */
	readonly texts?: ReadonlyArray<string>;
	/** Whether only these texts are allowed. */
	readonly isChoice: boolean;
	/** Whether a list is allowed. */
	readonly list?: Shape;
	/** The keys of an allowed map. */
	readonly keys?: ReadonlyArray<KnownKey>;
	/** Whether a map with freely chosen keys, periods or words, is allowed. */
	readonly freeKeys?: "period" | "area";
}

/** The allowed values at the end of a path, according to the schema; undefined if the path is unknown. */
export function shapeAt(path: ReadonlyArray<PathStep>): Shape | undefined {
	const schemas = schemasAt(path);
	return schemas.length === 0 ? undefined : shapeOf(schemas, 3);
}

/** The description of the key at the end of a path; undefined if it is unknown. */
export function descriptionAt(path: ReadonlyArray<PathStep>): string | undefined {
	const last = path.at(-1);
	const key = last && stepKey(last);
	return key === undefined
		? undefined
		: shapeAt(path.slice(0, -1))?.keys?.find((each) => each.key === key)?.description;
}

/** Whether a period is expected at the end of a path: as the value, or as the keys of a map. */
export function periodsAt(path: ReadonlyArray<PathStep>): { readonly asValue: boolean; readonly asKeys: boolean } {
	const schemas = schemasAt(path);
	const records = schemas.filter(({ _zod }) => _zod.def.type === "record");
	return {
		asValue: schemas.some((schema) => examplesOf(schema).includes("month 5")),
		asKeys: records.some(({ _zod }) => metaOf((_zod.def as z.core.$ZodRecordDef).keyType)["key"] === "period"),
	};
}

function schemasAt(path: ReadonlyArray<PathStep>): ReadonlyArray<Schema> {
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
			const key = stepKey(step) ?? "";
			const shape = def.type === "object" ? (def as z.core.$ZodObjectDef).shape : {};
			return Object.hasOwn(shape, key) && shape[key] ? alternatives(shape[key]) : [];
		});
	}
	return schemas;
}

/** The schema without its wrappers. */
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

/** @param depth the number of levels to include */
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

import * as z from "zod";
import { planSchema } from "./planSchema.ts";

/**
 * The JSON Schema of `roadmap.yaml`, for YAML tooling. YAML parses `2027` as a number and `true` as a boolean, while
 * the plan takes every value as text: they are allowed wherever text is.
 */
export function planJsonSchema(): object {
	return z.toJSONSchema(planSchema, {
		io: "input",
		override({ jsonSchema }) {
			if (jsonSchema.type === "string" && !jsonSchema.enum) {
				(jsonSchema as { type: unknown }).type = ["string", "number", "boolean"];
			}
			if (jsonSchema.propertyNames) {
				// The keys are periods or free words: every key is text.
				delete jsonSchema.propertyNames;
			}
		},
	});
}

import * as z from "zod";
import { planSchema } from "./schema.ts";

/**
 * The JSON Schema of `roadmap.yaml`, for YAML tooling. YAML reads `2027` as a number and `true` as a boolean before the
 * schema sees them, while the plan takes every value as the text that was written: here they are allowed wherever a text is.
 */
export function planJsonSchema(): object {
	return z.toJSONSchema(planSchema, {
		io: "input",
		override({ jsonSchema }) {
			if (jsonSchema.type === "string" && !jsonSchema.enum) {
				(jsonSchema as { type: unknown }).type = ["string", "number", "boolean"];
			}
			if (jsonSchema.propertyNames) {
				// The keys are periods or the writer's own words: whatever is a key is a text.
				delete jsonSchema.propertyNames;
			}
		},
	});
}

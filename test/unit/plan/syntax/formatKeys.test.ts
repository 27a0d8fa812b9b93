import assert from "node:assert/strict";
import { planJsonSchema } from "../../../../src/plan/schema/planJsonSchema.ts";
import { isFormatKey } from "../../../../src/plan/syntax/formatKeys.ts";

describe("the keys that tell keys from text", () => {
	it("are those of the schema", () => {
		const keys = new Set<string>();
		const visit = (value: unknown): void => {
			if (typeof value === "object" && value !== null) {
				const { properties } = value as { readonly properties?: object };
				for (const key of Object.keys(properties ?? {})) {
					keys.add(key);
				}
				Object.values(value).forEach(visit);
			}
		};
		visit(planJsonSchema());
		assert.ok(keys.size > 50);
		assert.deepEqual(
			[...keys].filter((key) => !isFormatKey(key)),
			[],
		);
		assert.equal(isFormatKey("goes on"), false);
	});
});

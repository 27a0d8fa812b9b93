import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { planJsonSchema } from "../../../../src/plan/schema/planJsonSchema.ts";
import { planSchema } from "../../../../src/plan/schema/planSchema.ts";

describe("the JSON Schema", () => {
	const contributed: unknown = JSON.parse(readFileSync("schemas/roadmap.schema.json", "utf8"));

	it("matches the code (npm run schema writes it)", () => {
		assert.deepEqual(contributed, JSON.parse(JSON.stringify(planJsonSchema())));
	});

	it("is contributed for both names of the plan", () => {
		const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
		assert.deepEqual(contributes.yamlValidation, [
			{ fileMatch: ["roadmap.yaml", "roadmap.yml"], url: "./schemas/roadmap.schema.json" },
		]);
	});

	it("explains every key", () => {
		const silent: Array<string> = [];
		const visit = (node: unknown, path: string) => {
			const { properties } = (node ?? {}) as { properties?: Record<string, { description?: string }> };
			for (const [key, property] of Object.entries(properties ?? {})) {
				if (!property.description && !("$ref" in property)) {
					silent.push(`${path}.${key}`);
				}
			}
			if (typeof node === "object" && node !== null) {
				for (const [key, below] of Object.entries(node)) {
					visit(below, `${path}.${key}`);
				}
			}
		};
		visit(contributed, "");
		assert.deepEqual(silent, []);
		assert.ok(Object.keys(planSchema.shape).length > 15);
	});
});

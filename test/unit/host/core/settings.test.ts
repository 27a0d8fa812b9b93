import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { type SettingName, settingSchemas, validSetting } from "../../../../src/host/core/settings.ts";
import { runs } from "../../../harness/depth.ts";

interface Declared {
	readonly type: string;
	readonly default: unknown;
	readonly enum?: ReadonlyArray<string>;
	readonly minimum?: number;
	readonly maximum?: number;
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
const declared: Readonly<Record<string, Declared>> = contributes.configuration.properties;
const names = Object.keys(settingSchemas) as ReadonlyArray<SettingName>;

describe("the settings", () => {
	it("are those of package.json, with the same types, choices and limits", () => {
		const ofManifest = Object.entries(declared).map(([name, { type, enum: choices, minimum, maximum }]) => [
			name,
			{ type, enum: choices, minimum, maximum },
		]);
		const ofSchemas = names.map((name) => [
			`waymark.${name}`,
			{ enum: undefined, minimum: undefined, maximum: undefined, ...settingSchemas[name] },
		]);
		assert.deepEqual(Object.fromEntries(ofSchemas), Object.fromEntries(ofManifest));
	});

	it("have defaults that are valid", () => {
		for (const name of names) {
			const standard = declared[`waymark.${name}`]?.default;
			assert.equal(validSetting(name, standard, "no default"), standard, name);
		}
	});

	it("are valid whatever settings.json contains", () => {
		fc.assert(
			fc.property(fc.constantFrom(...names), fc.oneof(fc.jsonValue(), fc.double({ noNaN: true })), (name, value) => {
				const schema = declared[`waymark.${name}`];
				const found: unknown = validSetting(name, value, schema?.default);
				const type = Array.isArray(found) ? "array" : typeof found;
				assert.equal(type, schema?.type === "integer" ? "number" : schema?.type);
				if (Array.isArray(found)) assert.ok(found.every((each) => typeof each === "string"));
				assert.ok(!schema?.enum || schema.enum.includes(String(found)));
				if (typeof found === "number") {
					assert.ok(Number(schema?.minimum) <= found && found <= Number(schema?.maximum), `${name}: ${found}`);
				}
			}),
			{ numRuns: runs(500) },
		);
	});

	it("are read in one place", () => {
		const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
		const readers = sources.filter((file) =>
			/\bgetConfiguration\b|\baffectsConfiguration\b/.test(readFileSync(join("src", file), "utf8")),
		);
		assert.deepEqual(readers, [join("host", "core", "config.ts")]);
	});
});

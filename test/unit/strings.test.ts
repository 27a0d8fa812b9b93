import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getL10nJson } from "@vscode/l10n-dev";

const read = (path: string): string => readFileSync(path, "utf8");

describe("strings", () => {
	it("are all in the bundle that translators work from (npm run l10n writes it)", async function () {
		this.timeout(120_000);
		const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
		const exported = await getL10nJson(
			sources.map((file) => ({ extension: ".ts", contents: read(join("src", file)) })),
		);
		const bundle: unknown = JSON.parse(read("l10n/bundle.l10n.json"));
		assert.deepEqual(bundle, { ...exported });
	});

	it("of the manifest all exist, and none is unused", () => {
		const used = [...read("package.json").matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]);
		assert.deepEqual(Object.keys(JSON.parse(read("package.nls.json"))).sort(), [...new Set(used)].sort());
	});
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { exportedTexts } from "../../scripts/exportedTexts.ts";

const read = (path: string): string => readFileSync(path, "utf8");

describe("strings", () => {
	it("are all in the bundle that translators work from (npm run l10n writes it)", async function () {
		this.timeout(120_000);
		const bundle: unknown = JSON.parse(read("l10n/bundle.l10n.json"));
		assert.deepEqual(bundle, await exportedTexts("."));
	});

	it("of the manifest all exist, and none is unused", () => {
		const used = [...read("package.json").matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]);
		assert.deepEqual(Object.keys(JSON.parse(read("package.nls.json"))).sort(), [...new Set(used)].sort());
	});
});

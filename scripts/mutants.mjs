// `npm run mutants -- FOLDER ...`: changes the code of folders or files below src in small ways, one at a time, and says which
// changes no unit test notices. The report is in dist/mutants. Plain JavaScript: it runs on the sources, before any build.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";

/** Tests that read the sources as text, which are changed here. */
const readSources = ["detach", "documents", "patterns", "reference", "strings", "structure", "timers", "translations"];

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const places = process.argv.slice(2);
const missing = places.find((place) => !existsSync(join(root, "src", place)));
if (places.length === 0 || missing !== undefined) {
	console.error(missing === undefined ? "Name a folder or a file below src." : `There is no src/${missing}.`);
	process.exit(1);
}
process.chdir(root);
const stryker = new Stryker({
	mutate: places.map((place) => (place.endsWith(".ts") ? `src/${place}` : `src/${place}/**/*.ts`)),
	testRunner: "mocha",
	mochaOptions: {
		require: ["./dist/test/harness/suites/fixedSeed.mjs"],
		spec: ["dist/test/unit/**/*.test.mjs"],
		ignore: readSources.map((name) => `dist/test/unit/**/${name}.test.mjs`),
		ui: "bdd",
		"no-package": true,
		"no-config": true,
	},
	// It would rewrite the file with a compiler that TypeScript 7 no longer has.
	tsconfigFile: "none",
	buildCommand: "node esbuild.config.mjs",
	ignorePatterns: ["dist", ".vscode-test", "media", "docs"],
	coverageAnalysis: "perTest",
	ignoreStatic: true,
	timeoutMS: 10_000,
	concurrency: 2,
	reporters: ["clear-text", "html", "json"],
	clearTextReporter: { allowColor: false, logTests: false },
	htmlReporter: { fileName: "dist/mutants/report.html" },
	jsonReporter: { fileName: "dist/mutants/report.json" },
	tempDirName: "dist/mutants/sandbox",
	thresholds: { high: 90, low: 80, break: null },
});
await stryker.runMutationTest();

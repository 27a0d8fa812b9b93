// Builds everything that runs: the extension for the Node and the web host, the tests and the tools that start them.
// `--production` minifies and leaves out the source maps; `--watch` rebuilds on change.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";

const production = process.argv.includes("--production");

/** @type {esbuild.BuildOptions} */
const common = {
	bundle: true,
	format: "cjs",
	target: "es2022",
	minify: production,
	sourcemap: production ? false : "linked",
	sourcesContent: false,
	logLevel: "warning",
	legalComments: "none",
	// One small build of the library for every host; its Node build only adds reading files.
	alias: { "@vscode/l10n": "@vscode/l10n/dist/browser.js" },
};

/** Keeps the entry bundle small: what it imports lazily stays a file of its own, loaded when there is a plan. */
const lazyBundle = {
	name: "lazy-bundle",
	setup(/** @type {esbuild.PluginBuild} */ build) {
		build.onResolve({ filter: /\/host\/session\.ts$/ }, (args) =>
			args.kind === "dynamic-import" ? { path: "./session.js", external: true } : undefined,
		);
	},
};

const testFiles = (folder) =>
	readdirSync(join("test", folder), { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".test.ts"))
		.map((file) => join("test", folder, file));

/** @type {esbuild.BuildOptions[]} */
const bundles = [
	{
		entryPoints: ["src/extension.ts", { in: "src/host/session.ts", out: "session" }].map((entry) =>
			typeof entry === "string" ? { in: entry, out: "extension" } : entry,
		),
		outdir: "dist",
		platform: "node",
		external: ["vscode"],
		plugins: [lazyBundle],
	},
	{
		entryPoints: ["src/extension.ts"],
		outdir: "dist/web",
		platform: "browser",
		external: ["vscode"],
	},
];

/** A test that was built once and is in the sources no more would go on being run. */
function removeStaleTests() {
	const built = existsSync("dist/test") ? readdirSync("dist/test", { recursive: true, encoding: "utf8" }) : [];
	for (const file of built.filter((name) => name.endsWith(".test.js"))) {
		if (!existsSync(join("test", file.replace(/js$/, "ts")))) rmSync(join("dist/test", file), { force: true });
	}
}

/** @type {esbuild.BuildOptions} */
const forTests = { platform: "node", packages: "external", outbase: "test", outdir: "dist/test" };

if (!production) {
	removeStaleTests();
	bundles.push(
		{ ...forTests, entryPoints: [...testFiles("unit"), ...testFiles("ui")] },
		{ ...forTests, entryPoints: ["test/integration/index.ts", ...testFiles("integration")] },
		{
			...forTests,
			entryPoints: ["start", "test", "bench", "sample", "guard", "mochaSuite"]
				.map((name) => `test/workbench/${name}.ts`)
				.filter((file) => existsSync(file)),
		},
	);
}

const options = bundles.map((bundle) => ({ ...common, ...bundle }));
if (process.argv.includes("--watch")) {
	const contexts = await Promise.all(options.map((option) => esbuild.context(option)));
	await Promise.all(contexts.map((context) => context.watch()));
	console.log("Watching for changes.");
} else {
	await Promise.all(options.map((option) => esbuild.build(option)));
}

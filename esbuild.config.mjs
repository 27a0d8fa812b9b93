// Builds everything that runs: the extension for the Node and the web host, the tests and the tools that start them.
// `--production` minifies and leaves out the source maps and the tests; `--watch` rebuilds on change; `--into FOLDER` puts all
// of it there instead of into `dist`, with a `meta.json` that lists the files that went in. `--tool NAME` builds scripts/NAME.ts
// alone, for a tool that needs nothing else that is built.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";

const flag = /** @type {const} */ ({ type: "boolean", default: false });
const text = /** @type {const} */ ({ type: "string" });
const { values } = parseArgs({ options: { production: flag, watch: flag, into: text, tool: text } });
const { production, into, tool } = values;

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

/** The files beside the entry bundle, and what they contain. */
const shared = { lazy: "src/host/lazy.ts", importer: "src/importer/roadmapImporter.ts" };
const separate = { ...shared, localDisk: "src/host/core/files/localDisk.ts" };

/**
 * Keeps the entry bundle small: what it imports lazily stays in separate files, which are loaded when they are needed. So does
 * what only Node can run, since both hosts load the same files.
 */
const separateFiles = {
	name: "separate-files",
	setup(/** @type {esbuild.PluginBuild} */ build) {
		for (const [name, source] of Object.entries(separate)) {
			build.onResolve({ filter: new RegExp(`/${basename(source)}$`) }, ({ kind }) =>
				kind === "entry-point" ? undefined : { path: `./${name}.js`, external: true },
			);
		}
	},
};

/**
 * `import * as vscode` of an external module makes esbuild copy all of its 200 members in each file that imports it, at
 * start-up. This hands out the members themselves, once.
 */
const vscodeApi = {
	name: "vscode-api",
	setup(/** @type {esbuild.PluginBuild} */ build) {
		build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
			namespace === "vscode-api" ? { path: "vscode", external: true } : { path: "vscode", namespace: "vscode-api" },
		);
		build.onLoad({ filter: /.*/, namespace: "vscode-api" }, () => {
			const declared = readFileSync(createRequire(import.meta.url).resolve("@types/vscode/index.d.ts"), "utf8");
			const names = declared.matchAll(/^\texport (?:abstract )?(?:class|enum|namespace|const) (\w+)/gm);
			const unique = [...new Set([...names].map((match) => match[1]))];
			// Marked as pure, so that only the members in use stay in the bundle.
			const members = unique.map((name) => `export const ${name} = /* @__PURE__ */ member("${name}");`);
			const lines = ['const api = require("vscode");', "const member = (name) => api[name];", ...members];
			return { contents: lines.join("\n"), loader: "js" };
		});
	},
};

/**
 * The names of 2,000 characters, by which the writer of Markdown reads the labels of references; the reports have none, and the
 * package is smaller by a twentieth. The variant for browsers asks the DOM, which the web extension host does not have.
 */
const noEntityNames = {
	name: "no-entity-names",
	setup(/** @type {esbuild.PluginBuild} */ build) {
		build.onResolve({ filter: /^decode-named-character-reference$/ }, ({ path }) => ({
			path,
			namespace: "no-entity-names",
		}));
		build.onLoad({ filter: /.*/, namespace: "no-entity-names" }, () => ({
			contents: "export const decodeNamedCharacterReference = () => false;",
		}));
	},
};

/** The library that draws the pictures can draw maps too; the page has none, and is smaller by a fourteenth without them. */
const noMaps = {
	name: "no-maps",
	setup(/** @type {esbuild.PluginBuild} */ build) {
		build.onResolve({ filter: /^d3-geo$/ }, ({ path }) => ({ path, namespace: "no-maps" }));
		build.onLoad({ filter: /.*/, namespace: "no-maps" }, async () => {
			const names = Object.keys(await import("d3-geo"));
			return { contents: names.map((name) => `export const ${name} = () => undefined;`).join("\n") };
		});
	},
};

/** In the browser there is no disk: `x.web.ts` replaces `x.ts`. */
const webVariants = {
	name: "web-variants",
	setup(/** @type {esbuild.PluginBuild} */ build) {
		build.onResolve({ filter: /\/(?:bundles|localDisk)\.ts$/ }, ({ path, resolveDir }) => ({
			path: join(resolveDir, path.replace(/\.ts$/, ".web.ts")),
		}));
	},
};

/** A style sheet as text, for a page that is written to a file. */
const cssText = {
	name: "css-text",
	setup(/** @type {esbuild.PluginBuild} */ build) {
		build.onResolve({ filter: /\.css\?text$/ }, ({ path, resolveDir }) => ({
			path: join(resolveDir, path.replace(/\?text$/, "")),
			namespace: "css-text",
		}));
		build.onLoad({ filter: /.*/, namespace: "css-text" }, async ({ path }) => {
			const { outputFiles, metafile } = await esbuild.build({
				...{ entryPoints: [path], bundle: true, minify: true, write: false, metafile: true },
				logLevel: "silent",
			});
			const contents = `export const css = ${JSON.stringify(outputFiles[0].text)};`;
			return { contents, loader: "js", watchFiles: Object.keys(metafile.inputs) };
		});
	},
};

const testFiles = (folder) =>
	!existsSync(join("test", folder))
		? []
		: readdirSync(join("test", folder), { recursive: true, encoding: "utf8" })
				.filter((file) => file.endsWith(".test.ts"))
				.map((file) => join("test", folder, file));

/** The integration tests in one bundle, so that code that several of them use is built and loaded once. */
const integrationTests = {
	name: "integration-tests",
	setup(/** @type {esbuild.PluginBuild} */ build) {
		build.onResolve({ filter: /^integration-tests$/ }, ({ path }) => ({ path, namespace: "integration-tests" }));
		build.onLoad({ filter: /.*/, namespace: "integration-tests" }, () => {
			const files = testFiles("integration");
			const contents = files.map((file) => `import ${JSON.stringify(`./${file}`)};`).join("\n");
			return { contents, resolveDir: ".", watchFiles: files };
		});
	},
};

/** The suite for the web extension host: of the integration tests those that ask neither a disk nor a process. */
const webSuite = {
	name: "web-suite",
	setup(/** @type {esbuild.PluginBuild} */ build) {
		build.onResolve({ filter: /^web-suite$/ }, ({ path }) => ({ path, namespace: "web-suite" }));
		build.onLoad({ filter: /.*/, namespace: "web-suite" }, () => {
			const files = testFiles("integration");
			const suited = files.filter(
				(file) => !/from "(?:node:(?!assert")|(?:\.\.?\/)+support\/journalFolder)/.test(readFileSync(file, "utf8")),
			);
			const imports = ["test/integration/webMocha.ts", ...suited].map(
				(file) => `import ${JSON.stringify(`./${file}`)};`,
			);
			const contents = [...imports, 'export { run } from "./test/integration/web.ts";'].join("\n");
			return { contents, resolveDir: ".", watchFiles: files };
		});
	},
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
	{
		entryPoints: { extension: "src/extension.ts", localDisk: separate.localDisk },
		outdir: "dist",
		platform: "node",
		external: ["vscode"],
		plugins: [separateFiles, vscodeApi],
	},
	{
		entryPoints: shared,
		outdir: "dist",
		// Of packages what runs in both hosts.
		platform: "browser",
		external: ["vscode"],
		plugins: [separateFiles, vscodeApi, noEntityNames],
	},
	{
		entryPoints: ["src/extension.ts"],
		outdir: "dist/web",
		platform: "browser",
		external: ["vscode"],
		plugins: [webVariants, separateFiles, vscodeApi],
	},
	{
		entryPoints: { review: "src/webview/main.ts" },
		outdir: "dist",
		platform: "browser",
		format: "iife",
		plugins: [cssText, noMaps],
	},
	{ entryPoints: { review: "src/webview/styles/page.css" }, outdir: "dist" },
];

/** Removes built tests whose source is gone; they would still be run. */
function removeStaleTests() {
	const built = existsSync("dist/test") ? readdirSync("dist/test", { recursive: true, encoding: "utf8" }) : [];
	for (const file of built.filter((name) => /\.test\.m?js$/.test(name))) {
		const isSource = file.endsWith(".mjs") && existsSync(join("test", file.replace(/mjs$/, "ts")));
		if (!isSource) rmSync(join("dist/test", file), { force: true });
	}
}

/** @type {esbuild.BuildOptions} */
const forTests = { platform: "node", packages: "external", outbase: ".", outdir: "dist" };

/** The tests that run in Node, as modules: code that several of them use is built and loaded once. */
const sharedTests = {
	...forTests,
	...{ format: "esm", splitting: true, outExtension: { ".js": ".mjs" }, chunkNames: "test/shared/[hash]" },
	define: { __dirname: "import.meta.dirname" },
	entryPoints: [
		"test/harness/suites/fixedSeed.ts",
		...["unit", "attack", "setup", "ui", "environments"].flatMap(testFiles),
	],
};

/** Puts the files in their environments whole: another run of the tool may be reading them just now. */
async function buildTool(/** @type {string} */ name) {
	const entry = { entryPoints: [`scripts/${name}.ts`], sourcemap: false, write: false };
	const { outputFiles } = await esbuild.build({ ...common, ...forTests, ...entry });
	for (const { path, contents } of outputFiles) {
		const beside = `${path}.${process.pid}`;
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(beside, contents);
		renameSync(beside, path);
	}
}

if (!production && tool === undefined) {
	removeStaleTests();
	bundles.push(
		sharedTests,
		{
			entryPoints: { index: "test/integration/index.ts", tests: "integration-tests" },
			outdir: "dist/test/integration",
			platform: "node",
			packages: "external",
			plugins: [integrationTests],
		},
		{
			entryPoints: { web: "web-suite" },
			outdir: "dist/test/integration",
			platform: "browser",
			external: ["vscode"],
			alias: { ...common.alias, "node:assert": "assert" },
			define: { global: "globalThis" },
			// The library of assertions looks there for how to print.
			banner: { js: "var process = { env: {} };" },
			plugins: [webSuite, vscodeApi, webVariants, noEntityNames],
		},
		{
			...forTests,
			entryPoints: [
				...["start", "test", "soak", "bench", "sample", "schema", "l10n", "screenshots", "package", "show"].map(
					(name) => `scripts/${name}.ts`,
				),
				"test/harness/guard.ts",
				...["mochaSuite", "hostSuite", "prepareNeed"].map((name) => `test/harness/suites/${name}.ts`),
				"test/bench/probe.ts",
				"test/unit/host/core/files/writer.ts",
				"test/attack/killedWindow.ts",
			],
		},
	);
}

const options = bundles.map((bundle) => ({
	...common,
	...bundle,
	outdir: into === undefined ? bundle.outdir : bundle.outdir.replace(/^dist/, () => into),
	metafile: into !== undefined,
}));
if (tool !== undefined) {
	await buildTool(tool);
} else if (values.watch) {
	console.log("Building ...");
	const contexts = await Promise.all(options.map((option) => esbuild.context(option)));
	// Done once before it says so: what waits for that line starts what was built. Errors are printed as they come.
	await Promise.allSettled(contexts.map((context) => context.rebuild()));
	await Promise.all(contexts.map((context) => context.watch()));
	console.log("Watching for changes.");
} else {
	const results = await Promise.all(options.map((option) => esbuild.build(option)));
	if (into !== undefined) {
		const inputs = new Set(results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})));
		mkdirSync(into, { recursive: true });
		writeFileSync(join(into, "meta.json"), JSON.stringify([...inputs].sort(), undefined, "\t"));
	}
}

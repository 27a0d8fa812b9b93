// `npm run unit`: builds, and runs the unit tests; `npm run unit -- FILE ...` only those of the files, which are named by their
// sources, test/unit/x.test.ts, or by what is built of them. What begins with a dash is for mocha, such as `--grep=text`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What is built of the test that a file names, from the root; undefined where there is no such test. */
function built(file) {
	const path = relative(root, resolve(process.env.INIT_CWD ?? ".", file)).replaceAll("\\", "/");
	const [, stem] = /^(?:dist\/)?(test\/unit\/.*\.test)\.(?:mjs|ts)$/.exec(path) ?? [];
	return stem !== undefined && existsSync(join(root, `${stem}.ts`)) ? `dist/${stem}.mjs` : undefined;
}

/** Runs a program of Node with our output; ends with its code where that is not 0. */
function run(...args) {
	const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
	if (status !== 0) process.exit(status ?? 1);
}

const given = process.argv.slice(2);
const [options, files] = [given.filter((arg) => arg.startsWith("-")), given.filter((arg) => !arg.startsWith("-"))];
const tests = files.map((file) => ({ file, test: built(file) }));
const missing = tests.find(({ test }) => test === undefined);
if (missing) {
	console.error(`${missing.file} is no unit test. Name one such as test/unit/amount/parseQuantity.test.ts.`);
	process.exit(1);
}
run("esbuild.config.mjs");
const mocha = join("node_modules", "mocha", "bin", "mocha.js");
// The settings in package.json name every test.
const seed = ["--require", "dist/test/harness/suites/fixedSeed.mjs"];
const only =
	files.length > 0
		? ["--no-package", ...seed, "--ui", "bdd", "--timeout", "120000", ...tests.map(({ test }) => test)]
		: [];
run(mocha, ...only, ...options);

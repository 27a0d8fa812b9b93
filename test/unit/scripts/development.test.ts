import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

interface Task {
	readonly label: string;
	readonly type?: string;
	readonly script?: string;
	readonly command?: string;
	readonly dependsOn?: ReadonlyArray<string>;
}

interface Launch {
	readonly name: string;
	readonly args?: ReadonlyArray<string>;
	readonly program?: string;
	readonly preLaunchTask?: string;
}

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const { scripts } = read("package.json") as { readonly scripts: Readonly<Record<string, string>> };
const { tasks } = read(".vscode/tasks.json") as { readonly tasks: ReadonlyArray<Task> };
const { configurations } = read(".vscode/launch.json") as { readonly configurations: ReadonlyArray<Launch> };
const labels = tasks.map(({ label }) => label);

describe("the launches and tasks of VS Code", () => {
	it("run the extension in both hosts, and the tests", () => {
		const names = configurations.map(({ name }) => name);
		assert.deepEqual(names, ["Run Extension", "Run Web Extension", "Unit Tests", "Integration Tests"]);
	});

	for (const { label, type, script, command = "", dependsOn = [] } of tasks) {
		it(`run existing scripts or tasks in the task "${label}"`, () => {
			const named = type === "npm" ? script : /^npm run ([\w:]+)/.exec(command)?.[1];
			assert.ok(named === undefined ? dependsOn.length > 0 : named in scripts, named);
			assert.deepEqual(
				dependsOn.filter((each) => !labels.includes(each)),
				[],
			);
		});
	}

	for (const { name, args = [], program, preLaunchTask } of configurations) {
		it(`prepare and start existing files for "${name}"`, () => {
			assert.ok(labels.includes(preLaunchTask ?? ""), preLaunchTask);
			const paths = [program ?? "", ...args].flatMap(
				(arg) => /^(?:--\w+=)?\$\{workspaceFolder\}\/(.+)$/.exec(arg)?.[1] ?? [],
			);
			const isKnown = (path: string) => path === "dist/sample" || existsSync(path.replace(/^dist\/(.*)\.js$/, "$1.ts"));
			assert.ok(paths.length > 0);
			assert.deepEqual(
				paths.filter((path) => !isKnown(path)),
				[],
			);
		});
	}

	it("write the sample where the launches open it", () => {
		assert.ok(tasks.some(({ command }) => command === "npm run sample -- dist/sample --replace"));
	});
});

describe("npm scripts", () => {
	it("run existing files", () => {
		const files = Object.values(scripts).flatMap((command) => [...command.matchAll(/node (\S+)(?: (\w+))?/g)]);
		assert.ok(files.length > 8);
		for (const [, file = "", tool] of files) {
			assert.ok(existsSync(file), file);
			assert.ok(file !== "scripts/run.mjs" || existsSync(`scripts/${tool}.ts`), tool);
		}
	});

	for (const file of ["test/unit/nothing.test.ts", "test/ui/start/smoke.test.ts", "src/extension.ts"]) {
		it(`refuse ${file} as a unit test`, () => {
			const env = { ...process.env, INIT_CWD: "" };
			const { status, stderr } = spawnSync(process.execPath, ["scripts/unit.mjs", file], { encoding: "utf8", env });
			assert.equal(status, 1);
			assert.match(stderr, new RegExp(`^${file} is no unit test.*\n$`));
		});
	}
});

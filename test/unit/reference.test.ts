import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const read = (path: string): string => readFileSync(path, "utf8");
const texts: Readonly<Record<string, string>> = JSON.parse(read("package.nls.json"));
const { contributes } = JSON.parse(read("package.json"));
const text = (key: string): string => texts[key.replaceAll("%", "")] ?? key;
const reference = read("docs/reference.md");

/** The rows of the first table under a heading, each as its cells, without the backticks around them. */
function table(heading: string): ReadonlyArray<ReadonlyArray<string>> {
	const section = reference.split(new RegExp(`^#+ ${heading}$`, "m"))[1] ?? assert.fail(`no section ${heading}`);
	const rows = /^\|.*(?:\n\|.*)*/m.exec(section)?.[0].split("\n").slice(2) ?? [];
	return rows.map((row) =>
		row
			.split("|")
			.slice(1, -1)
			.map((cell) => cell.trim().replace(/^`(.*)`$/, "$1")),
	);
}

/** The first cells of the rows, in some order. */
const cells = (heading: string, count: number) =>
	table(heading)
		.map((row) => row.slice(0, count).join(" · "))
		.sort();

function shownDefault(value: unknown): string {
	if (typeof value === "boolean") return value ? "on" : "off";
	return value === "" || (Array.isArray(value) && value.length === 0) ? "empty" : String(value);
}

describe("the reference", () => {
	it("has every command with its title and id, and no other", () => {
		const commands: ReadonlyArray<{ readonly command: string; readonly title: string }> = contributes.commands;
		assert.deepEqual(
			cells("Commands", 2),
			commands.map(({ command, title }) => `Roadmap: ${text(title)} · ${command}`).sort(),
		);
	});

	it("has every setting with its default, and no other", () => {
		const settings = Object.entries<{ readonly default: unknown }>(contributes.configuration.properties);
		assert.deepEqual(
			cells("Settings", 2),
			settings.map(([name, setting]) => `${name} · ${shownDefault(setting.default)}`).sort(),
		);
	});

	it("has every view and every menu", () => {
		const views: ReadonlyArray<{ readonly id: string; readonly name: string }> = contributes.views.waymark;
		assert.deepEqual(cells("Views", 2), views.map(({ id, name }) => `${text(name)} · ${id}`).sort());
		const menus: ReadonlyArray<{ readonly id: string; readonly label: string }> = contributes.submenus;
		assert.deepEqual(cells("Menus", 2), menus.map(({ id, label }) => `${text(label)} · ${id}`).sort());
	});

	it("has every context key that is set", () => {
		const sources = readdirSync("src/host", { recursive: true, encoding: "utf8" })
			.filter((file) => file.endsWith(".ts"))
			.map((file) => read(join("src/host", file)))
			.filter((source) => source.includes('"setContext"'))
			.join("\n");
		const known = cells("Context keys", 1);
		const used = [...JSON.stringify(contributes).matchAll(/"when":"([^"]*)"/g)]
			.flatMap((match) => match[1]?.match(/waymark\.\w+/g) ?? [])
			.filter((key) => !contributes.views.waymark.some(({ id }: { readonly id: string }) => id === key));
		assert.deepEqual([...new Set(used)].sort(), known);
		for (const key of known) assert.ok(sources.includes(`"${key}"`), key);
	});

	it("has what a row can do", () => {
		const named = [...JSON.stringify(contributes.menus).matchAll(/viewItem =~ \/ (\w+) \//g)].map((match) => match[1]);
		for (const name of named) assert.ok(reference.includes(`\` ${name} \``), name);
	});

	it("has the whole API, and the tools for models", () => {
		const api = /export interface WaymarkApi \{([\s\S]*?)^\}/m.exec(read("src/api/waymarkApi.ts"))?.[1] ?? "";
		const members = [...api.matchAll(/^\treadonly (\w+)/gm)].map((match) => match[1]);
		assert.deepEqual(cells("API", 1), members.sort());
		const tools: ReadonlyArray<{ readonly name: string; readonly toolReferenceName: string }> =
			contributes.languageModelTools;
		assert.deepEqual(
			cells("Language models", 2),
			tools.map(({ name, toolReferenceName }) => `${name} · #${toolReferenceName}`).sort(),
		);
	});
});

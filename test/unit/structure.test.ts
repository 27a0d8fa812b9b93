import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { posix, sep } from "node:path";
import { components } from "../../src/util/components.ts";

/** From the lowest layer to the highest. Layers in the same row don't import each other. */
const layers: ReadonlyArray<ReadonlyArray<string>> = [
	["util"],
	["time"],
	["amount"],
	["plan"],
	["journal"],
	["progress"],
	["logging", "review"],
	["importer"],
	["viewmodel"],
	["api"],
	["host"],
	["bundles.ts"],
	["bundles.web.ts"],
	["extension.ts"],
];
const hostLayers: ReadonlyArray<ReadonlyArray<string>> = [
	["core"],
	["plan", "journal", "ui", "evidence"],
	["session"],
	["logging"],
	["reminders", "review", "overview", "history", "language"],
	["roadmap"],
	["importer"],
	["views", "commands", "integrations"],
	["lazy.ts"],
];
/** What the page may import. */
const pageLayers: ReadonlySet<string> = new Set(["webview", "review", "viewmodel", "util", "time", "amount"]);
/** A variant of a file for the browser has the same name. */
const variants = /\.web\.ts$/;

const files = readdirSync("src", { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map(({ parentPath, name }) => posix.join(parentPath, name).slice("src/".length));
const sources = new Map(
	files
		.filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
		.map((file) => [file, readFileSync(posix.join("src", file), "utf8")] as const),
);
/** What each file imports, types included: `import`, `export from`, `import()` and `typeof import()`. */
const imports = new Map(
	[...sources].map(([file, text]) => {
		const named = [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)"(\.[^"?]+)"/g)];
		const targets = named.map(([, path = ""]) => posix.join(posix.dirname(file), path));
		return [file, [...new Set(targets)].filter((target) => sources.has(target))] as const;
	}),
);
const edges = [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));

/** The folder or file of a path at a depth: the first is 0. */
const part = (path: string, depth: number): string => path.split("/")[depth] ?? "";
const rank = (order: ReadonlyArray<ReadonlyArray<string>>, name: string): number =>
	order.findIndex((row) => row.includes(name));

function violations(order: ReadonlyArray<ReadonlyArray<string>>, depth: number): ReadonlyArray<string> {
	return edges
		.filter(({ from, to }) => part(from, depth) !== part(to, depth))
		.filter(({ from, to }) => rank(order, part(from, depth)) <= rank(order, part(to, depth)))
		.map(({ from, to }) => `${from} -> ${to}`);
}

/** The cycles in a graph: its strongly connected components of more than one node. */
function cycles(graph: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyArray<ReadonlyArray<string>> {
	const found = components(graph.keys(), (node) => [...(graph.get(node) ?? [])]);
	return found.filter(({ length }) => length > 1).map((cycle) => cycle.toSorted());
}

/** The folder of each file below a folder. */
function foldersOfFiles(top: string): ReadonlyArray<string> {
	const entries = readdirSync(top, { recursive: true, withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).map(({ parentPath }) => parentPath.replaceAll(sep, "/"));
}

/** Keys with more than one value. */
function duplicates(pairs: Iterable<readonly [string, string]>): ReadonlyArray<string> {
	const byKey = new Map<string, Set<string>>();
	for (const [key, value] of pairs) {
		byKey.set(key, (byKey.get(key) ?? new Set()).add(value));
	}
	return [...byKey].filter(([, { size }]) => size > 1).map(([key, values]) => `${key}: ${[...values].join(", ")}`);
}

describe("the structure of src", () => {
	it("finds all source files", () => {
		assert.ok(sources.size > 300, `${sources.size} files`);
		assert.ok(edges.length > 1000, `${edges.length} imports`);
	});

	it("has imports in one direction only, including types", () => {
		const known = new Set([...layers.flat(), "webview"]);
		assert.deepEqual(
			[...sources.keys()].filter((file) => !known.has(part(file, 0))),
			[],
		);
		const wrong = violations(layers, 0).filter((edge) => !edge.startsWith("webview/"));
		assert.deepEqual(wrong, []);
	});

	it("has imports in one direction only within host", () => {
		const inHost = violations(hostLayers, 1).filter((edge) => /^host\/.* -> host\//.test(edge));
		assert.deepEqual(inHost, []);
	});

	it("lets the page import only its protocol, page models, and small pure parts, and nothing the page", () => {
		const wrong = edges.filter(({ from, to }) =>
			part(from, 0) === "webview" ? !pageLayers.has(part(to, 0)) : part(to, 0) === "webview",
		);
		assert.deepEqual(wrong, []);
	});

	it("has no cycle of files or folders at any level", () => {
		const folders = new Set([...sources.keys()].flatMap((file) => file.split("/").map((_, depth) => depth)));
		const found = new Set<string>();
		for (const depth of folders) {
			const byFolder = new Map<string, Map<string, Set<string>>>();
			for (const { from, to } of edges) {
				const [parent, other] = [from, to].map((file) => file.split("/").slice(0, depth).join("/"));
				const [a, b] = [part(from, depth), part(to, depth)];
				if (parent !== undefined && parent === other && a !== "" && b !== "" && a !== b) {
					const graph = byFolder.get(parent) ?? new Map<string, Set<string>>();
					byFolder.set(parent, graph.set(a, (graph.get(a) ?? new Set()).add(b)));
				}
			}
			for (const [parent, graph] of byFolder) {
				for (const cycle of cycles(graph)) found.add(`src/${parent}: ${cycle.join(", ")}`);
			}
		}
		assert.deepEqual([...found], []);
	});

	it("has at most 20 files directly in a folder, except the commands; so do the tests and scripts", () => {
		const counts = new Map<string, number>();
		for (const folder of ["src", "test", "scripts"].flatMap(foldersOfFiles)) {
			counts.set(folder, (counts.get(folder) ?? 0) + 1);
		}
		const full = [...counts].filter(([folder, count]) => count > 20 && folder !== "src/host/commands");
		assert.deepEqual(full, []);
	});

	it("compares errors that come from another bundle by their name, not by a class that each bundle has", () => {
		const inBundle = new Set<string>(["host/core/files/localDisk.ts"]);
		for (const file of inBundle) for (const target of imports.get(file) ?? []) inBundle.add(target);
		assert.ok(inBundle.size > 3);
		const compared = [...sources].flatMap(([file, text]) =>
			inBundle.has(file) ? [] : [...text.matchAll(/instanceof (\w+)/g)].map(([, name = ""]) => name),
		);
		const thrown = [...inBundle].flatMap((file) =>
			[...(sources.get(file) ?? "").matchAll(/export class (\w+) extends \w*Error {([\s\S]*?)\n}/g)]
				.filter(([, , body = ""]) => !body.includes("[Symbol.hasInstance]"))
				.map(([, name = ""]) => name),
		);
		assert.deepEqual(
			thrown.filter((name) => compared.includes(name)),
			[],
		);
	});

	it("has no two exports with the same name", () => {
		const declared =
			/^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;
		const pairs = [...sources]
			.filter(([file]) => !variants.test(file))
			.flatMap(([file, text]) => [...text.matchAll(declared)].map(([, name = ""]) => [name, file] as const));
		assert.ok(pairs.length > 500, `${pairs.length} names`);
		assert.deepEqual(duplicates(pairs), []);
	});

	it("has no two files with the same name", () => {
		const pairs = files
			.filter((file) => file.endsWith(".ts") && !variants.test(file))
			.map((file) => [posix.basename(file), file] as const);
		assert.deepEqual(duplicates(pairs), []);
	});
});

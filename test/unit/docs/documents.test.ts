import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { suites } from "../../harness/suites/suites.ts";

const documents = [
	...readdirSync(".").filter((name) => name.endsWith(".md")),
	...readdirSync("docs").map((name) => `docs/${name}`),
];
const textOf = (file: string): string => readFileSync(file, "utf8");
const { scripts } = JSON.parse(textOf("package.json")) as { readonly scripts: Readonly<Record<string, string>> };

/** The anchors of a document's headings, as GitHub derives them. */
function anchorsIn(file: string): ReadonlySet<string> {
	const headings = [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => title);
	return new Set(
		headings.map((title) =>
			title
				.toLowerCase()
				.replace(/[^\p{L}\p{N}_ -]/gu, "")
				.replaceAll(" ", "-"),
		),
	);
}

describe("the documents", () => {
	for (const file of documents) {
		const text = textOf(file);

		it(`link from ${file} to files and headings that exist`, () => {
			const links = [...text.matchAll(/\]\((?!https:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
			const broken = links.flatMap(([link, path = "", anchor]) => {
				const target = path === "" ? file : posix.join(posix.dirname(file), path);
				if (!existsSync(target)) return link;
				return anchor === undefined || anchorsIn(target).has(anchor) ? [] : link;
			});
			assert.deepEqual(broken, []);
		});

		it(`name in ${file} only paths that exist`, () => {
			const paths = [
				...text.matchAll(/`((?:src|test|scripts|docs|examples|schemas|media|l10n|\.vscode)\/[^`\s*<>{}]*)`/g),
			];
			assert.deepEqual(
				paths.flatMap(([, path = ""]) => (existsSync(path) ? [] : path)),
				[],
			);
		});

		it(`name in ${file} only scripts and suites that exist`, () => {
			const unknownScripts = [...text.matchAll(/\bnpm run (?:-s )?([\w:]+)/g)].flatMap(([, name = ""]) =>
				name in scripts ? [] : name,
			);
			assert.deepEqual(unknownScripts, []);
			assert.deepEqual(unknownSuites(text), []);
		});
	}

	it("show no picture that the Marketplace refuses", () => {
		const pictures = documents.flatMap((file) => [...textOf(file).matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)]);
		assert.ok(pictures.length > 0);
		for (const [, path = ""] of pictures) assert.match(path, /^(?:https:|media\/).*\.png$/);
	});

	it("explain in the architecture what every folder is for", () => {
		const text = textOf("docs/architecture.md");
		const folders = ["src", "src/host"].flatMap((parent) =>
			readdirSync(parent, { withFileTypes: true }).filter((each) => each.isDirectory()),
		);
		const named = (name: string) => text.includes(`\`${name}\``) || text.includes(`\`src/${name}\``);
		assert.deepEqual(
			folders.flatMap(({ name }) => (named(name) ? [] : name)),
			[],
		);
	});

	it("take a user ten minutes to read", () => {
		assert.ok(textOf("README.md").trimEnd().split("\n").length <= 180);
	});
});

describe("the suites of npm test", () => {
	it("are those that package.json and the workflows name", () => {
		const workflows = readdirSync(".github/workflows").map((name) => textOf(`.github/workflows/${name}`));
		const texts = [
			...workflows,
			...Object.values(scripts).map((script) => script.replace(/.*run\.mjs test/, "npm test --")),
		];
		assert.deepEqual(texts.flatMap(unknownSuites), []);
	});

	it("each have something to run", () => {
		assert.deepEqual(
			suites.filter(({ jobs }) => jobs().length === 0).map(({ name }) => name),
			[],
		);
	});
});

/** What follows `npm test --` in a text and is no suite; options and their values are passed over. */
function unknownSuites(text: string): ReadonlyArray<string> {
	const known = new Set(suites.map(({ name }) => name));
	const lists = [...text.matchAll(/\bnpm test -- ([^\n`#]*)/g)].map(([, words = ""]) =>
		words.replace(/--(?:grep|shard) (?:'[^']*'|\$\{\{[^}]*\}\}\S*|\S+)|--\w+/g, ""),
	);
	return lists.flatMap((words) => words.split(/\s+/)).filter((word) => /^[a-z][\w-]*$/.test(word) && !known.has(word));
}

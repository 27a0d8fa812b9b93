import assert from "node:assert/strict";
import fc from "fast-check";
import { globMatch } from "../../../src/util/globMatch.ts";
import { runs } from "../../harness/depth.ts";

const cases: ReadonlyArray<readonly [pattern: string, path: string, matches: boolean]> = [
	["mlops-*", "mlops-infra", true],
	["mlops-*", "infra-mlops", false],
	["MLOps-?", "mlops-a", true],
	["mlops-?", "mlops-", false],
	["infra/**", "infra/a/b.tf", true],
	["infra/**", "infra", true],
	["infra/*", "infra/a/b.tf", false],
	["infra/*", "infra/a.tf", true],
	["**/*.md", "README.md", true],
	["**/*.md", "docs/a/b.md", true],
	["**/*.md", "docs/a/b.mdx", false],
	["docs/**/a", "docs/a", true],
	["docs/**/a", "docs/x/y/a", true],
	["*", "", true],
	["", "", true],
	["", "a", false],
	["[a]", "a", false],
	["a.b", "axb", false],
];

describe("a pattern of paths", () => {
	for (const [pattern, path, matches] of cases) {
		it(`${matches ? "matches" : "doesn't match"}: ${pattern} and ${path || "an empty path"}`, () => {
			assert.equal(globMatch(pattern, path), matches);
		});
	}

	it("agrees with a slow definition of its signs", () => {
		const text = fc.stringMatching(/^[ab/]{0,8}$/);
		const pattern = fc.stringMatching(/^[ab/*?]{0,8}$/);
		const property = fc.property(pattern, text, (wanted, path) => {
			assert.equal(globMatch(wanted, path), parts(wanted.split("/"), path.split("/")), `${wanted} ${path}`);
		});
		fc.assert(property, { numRuns: runs(2000) });
	});
});

function parts([first, ...rest]: ReadonlyArray<string>, path: ReadonlyArray<string>): boolean {
	if (first === undefined) return path.length === 0;
	if (first === "**") return parts(rest, path) || (path.length > 0 && parts([first, ...rest], path.slice(1)));
	return path.length > 0 && signs(first, path[0] ?? "") && parts(rest, path.slice(1));
}

function signs(pattern: string, text: string): boolean {
	if (pattern === "") return text === "";
	const rest = pattern.slice(1);
	if (pattern[0] === "*") return signs(rest, text) || (text !== "" && signs(pattern, text.slice(1)));
	return text !== "" && (pattern[0] === "?" || pattern[0] === text[0]) && signs(rest, text.slice(1));
}

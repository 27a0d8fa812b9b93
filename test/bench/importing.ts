import { readFileSync } from "node:fs";
import { parseMarkdown } from "../../src/importer/markdown/parseMarkdown.ts";
import { proposeOutline } from "../../src/importer/markdown/proposeRoadmap.ts";
import type { Steps } from "../../src/journal/steps.ts";
import { PlanParser } from "../../src/plan/planParser.ts";
import { type Measured, median } from "./table.ts";

const rounds = 7;
const size = 2 * 1024 * 1024;

/** From 2 MB of Markdown to the proposed plan, as with the first import of a window and later, and the longest step of it. */
export async function measureImporting(): Promise<ReadonlyArray<Measured>> {
	const source = readFileSync("test/unit/importer/markdown/roadmap.md", "utf8");
	const text = source.repeat(Math.ceil(size / source.length)).slice(0, size);
	const all = Array.from({ length: rounds }, () => importOnce(text));
	const row = (what: string, ms: number, limit: number) => ({
		what,
		value: `${ms.toFixed(0)} ms`,
		limit: `${limit} ms`,
		met: ms <= limit,
	});
	const later = median(all.slice(1).map(({ took }) => took));
	return [
		row("from 2 MB of Markdown to the proposal, the first time", all[0]?.took ?? Number.NaN, 1000),
		row("... later", later, 1000),
		row("... the longest that all else waits", Math.max(...all.map(({ longest }) => longest)), 200),
	];
}

function importOnce(text: string): { readonly took: number; readonly longest: number } {
	const parser = new PlanParser();
	const context = {
		source: "roadmap.md",
		today: 20_000,
		answers: {},
		*check(plan: string) {
			return (yield* parser.steps(plan)).problems;
		},
	};
	let longest = 0;
	function watched<T>(steps: Steps<T>): T {
		for (;;) {
			const begin = performance.now();
			const { done, value } = steps.next();
			longest = Math.max(longest, performance.now() - begin);
			if (done) return value;
		}
	}
	const begin = performance.now();
	watched(proposeOutline(watched(parseMarkdown(text)), context));
	return { took: performance.now() - begin, longest };
}

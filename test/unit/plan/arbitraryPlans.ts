import { readFileSync } from "node:fs";
import fc from "fast-check";

/** The sample plan, as it lies in the project. */
export const samplePlan = (): string => readFileSync("examples/director-of-ai-engineering/roadmap.yaml", "utf8");

/** Small pieces that mean something to YAML or to the format, to put where they do not belong. */
export const shards = [
	..."\n:-#[]{},\"'|>&*!?%@`~ \t\r\\",
	"\n\n",
	"\r\n",
	"\n  - ",
	": ",
	" #",
	"---\n",
	"...\n",
	"&a ",
	"*a",
	"<<: *a",
	"!!str ",
	"|\n",
	">2",
	"{",
	"}",
	"[",
	"]",
	"when: soon",
	"when: month 0",
	"when: by year 5+",
	"goal: >= 5",
	"goal: 1e400",
	"goal: 12-8",
	"needs: [itself]",
	"year 2:",
	"2026-02-30",
	"null",
	"__proto__: x",
	"constructor: {a: b}",
	"toString",
	"\u0000",
	"\u202e",
	"\ud800",
	"😀",
	"\ufeff",
	"\u2028",
	"x".repeat(300),
	"  ".repeat(50),
	"- ".repeat(100),
	"[".repeat(100),
] as const;

/** An edit of a text: what is taken out and what is put in its place. */
export interface Mutation {
	readonly at: number;
	readonly remove: number;
	readonly insert: string;
}

/** Random edits: mostly shards, now and then a piece of the text itself. `at` is a share of the length. */
export const mutation = fc.record(
	{
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 40 })),
		insert: fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(...shards) },
			fc.string({ maxLength: 8 }),
			fc.constant(""),
		),
	},
	{ noNullPrototype: true },
);

/** The text after an edit. */
export function mutate(text: string, { at, remove, insert }: Mutation): string {
	const start = Math.floor(at * text.length);
	return text.slice(0, start) + insert + text.slice(start + remove);
}

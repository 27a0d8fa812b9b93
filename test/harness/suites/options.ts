import { parseArgs } from "node:util";
import { type Suite, suites } from "./suites.ts";

/** What is to be run. */
export interface TestOptions {
	readonly suites: ReadonlyArray<Suite>;
	/** Only tests whose full title matches it. */
	readonly grep: string | undefined;
	/** Generated tests at full depth. */
	readonly isDeep: boolean;
	/** Which part of the jobs, from 1, and of how many: for machines that share the work. */
	readonly shard: { readonly part: number; readonly of: number };
	/** Decides the order of the tests that do not build on each other; as they are written by default. */
	readonly order?: number;
}

/** @throws in words when there is no such suite or part */
export function readTestOptions(args: ReadonlyArray<string>): TestOptions {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			...{ grep: { type: "string" }, shard: { type: "string", default: "1/1" } },
			deep: { type: "boolean", default: false },
		},
	});
	const unknown = positionals.find((name) => !suites.some((suite) => suite.name === name));
	if (unknown !== undefined) {
		throw new Error(`There is no suite ${unknown}, only ${suites.map((suite) => suite.name).join(", ")}.`);
	}
	const [part = 0, of = 0] = /^(\d+)\/(\d+)$/.exec(values.shard)?.slice(1).map(Number) ?? [];
	if (part < 1 || part > of) throw new Error(`--shard takes a part such as 1/3, not ${values.shard}.`);
	return {
		suites: suites.filter(({ name, onlyByName }) =>
			positionals.length === 0 ? !onlyByName : positionals.includes(name),
		),
		grep: values.grep,
		isDeep: values.deep,
		shard: { part, of },
	};
}

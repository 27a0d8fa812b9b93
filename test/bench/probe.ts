import { writeFileSync } from "node:fs";

interface Mark {
	readonly name: string;
	readonly startTime: number;
}

/** Where the probe writes what it measured. */
export const probeVariable = "WAYMARK_BENCH_RESULT";

/**
 * Runs inside the extension host, called by VS Code as a test suite. Waits until the extensions named in the environment
 * are active and writes the milliseconds that loading and activating each took, by the host's own performance marks.
 */
export async function run(): Promise<void> {
	const ids = (process.env["WAYMARK_BENCH_EXTENSIONS"] ?? "").split(",");
	const end = Date.now() + 30_000;
	while (Date.now() < end && !ids.every((id) => took(id, "Activate", "Extension") !== undefined)) {
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	const times = ids.map((id) => [id, sum(took(id, "Load", "ExtensionCode"), took(id, "Activate", "Extension"))]);
	writeFileSync(process.env[probeVariable] ?? "", JSON.stringify(Object.fromEntries(times)));
}

function took(id: string, step: string, what: string): number | undefined {
	const host = globalThis as { MonacoPerformanceMarks?: { getMarks(): ReadonlyArray<Mark> } };
	const at = (when: string) =>
		host.MonacoPerformanceMarks?.getMarks().findLast(({ name }) => name === `code/extHost/${when}${step}${what}/${id}`)
			?.startTime;
	const will = at("will");
	const did = at("did");
	return will === undefined || did === undefined ? undefined : did - will;
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
	return a === undefined || b === undefined ? undefined : a + b;
}

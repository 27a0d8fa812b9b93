import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DisposableStore } from "../disposableStore.ts";
import { startGuarded, within } from "../processes.ts";
import { projectRoot } from "../root.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import type { Job } from "./job.ts";
import { resultVariable } from "./runMocha.ts";
import type { SuiteResult } from "./testReport.ts";

const minuteMs = 60_000;
const keptLines = 15;

/**
 * Runs a job to its end or to its limit, with a temporary folder of its own that goes with it. What goes wrong around the
 * tests counts as one that failed. Never rejects.
 *
 * @param deadline when all must be over, in milliseconds since 1970
 * @param print gets each line that it prints
 */
export async function runJob(job: Job, deadline: number, print: (line: string) => void): Promise<SuiteResult> {
	const limitMs = Math.min(job.limitMinutes * minuteMs, deadline - Date.now());
	const disposables = new DisposableStore();
	try {
		if (limitMs <= 0) throw new Error("Not run: the time limit for all is over.");
		const late = `Stopped: it took longer than ${(limitMs / minuteMs).toFixed(1)} minutes.`;
		return await within(limitMs, late, start(disposables, job, print));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		print(`FAILED: ${reason}`);
		return { passed: 0, failures: [reason], skipped: 0 };
	} finally {
		await disposables.dispose();
	}
}

async function start(disposables: DisposableStore, job: Job, print: (line: string) => void): Promise<SuiteResult> {
	// Its own: what a test that was stopped leaves there goes with it.
	const temporary = temporaryFolder(disposables, job.suite);
	const file = join(temporary, "result.json");
	const last: Array<string> = [];
	const { exited } = startGuarded(disposables, {
		command: process.execPath,
		args: ["--enable-source-maps", job.script, ...job.args],
		cwd: projectRoot(),
		env: { ...job.env, [resultVariable]: file, TMPDIR: temporary },
		onLine: (line) => {
			last.push(line);
			if (last.length > keptLines) last.shift();
			print(line);
		},
	});
	const code = await exited;
	if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
	if (job.isOneCheck && code === 0) return { passed: 1, failures: [], skipped: 0 };
	const what = job.isOneCheck ? "It ended" : "It ended before it had told its result,";
	throw new Error(`${what} with ${code}.\n${last.join("\n")}`);
}

import { join } from "node:path";
import { depthVariable } from "../depth.ts";
import { projectRoot } from "../root.ts";
import { keepDurations, readDurations } from "./durations.ts";
import type { Job } from "./job.ts";
import { type Need, needTitles } from "./needs.ts";
import type { TestOptions } from "./options.ts";
import { runPool, type Task } from "./pool.ts";
import { runJob } from "./runJob.ts";
import { grepVariable, orderVariable } from "./runMocha.ts";
import { addResults, counts, failedFiles, noResult, type SuiteResult, withRepeated } from "./testReport.ts";

const totalLimitMinutes = 45;
const minuteMs = 60_000;
/** Fetching waits for the network, and unpacks. */
const fetchLoad = 0.5;
/** A little more than there are cores: even what is busy waits at times. */
const overlap = 1.2;

/** What came out of a suite. */
export interface SuiteOutcome {
	readonly title: string;
	readonly result: SuiteResult;
	/** Of all its jobs together, however many ran at a time. */
	readonly seconds: number;
}

/**
 * Runs the jobs of suites at the same time, printing as they go.
 *
 * @param repeats whether files with windows that fail are run once more at the end, one after another
 */
export async function runSuites(
	options: TestOptions,
	cores: number,
	repeats: boolean,
): Promise<ReadonlyArray<SuiteOutcome>> {
	const run = new Run(options);
	await runPool(run.tasks(), cores * overlap);
	if (repeats) await run.repeatFailed();
	return run.outcomes();
}

class Run {
	readonly #deadline = Date.now() + totalLimitMinutes * minuteMs;
	readonly #known = readDurations();
	readonly #took = new Map<string, number>();
	readonly #results = new Map<Job, SuiteResult>();
	readonly #fetched = new Map<Need, SuiteResult>();
	readonly #jobs: ReadonlyArray<Job>;
	readonly #needs: ReadonlyArray<Need>;

	constructor(private readonly options: TestOptions) {
		const { part, of } = options.shard;
		const all = options.suites.flatMap((suite) => suite.jobs());
		this.#jobs = all.filter((_, index) => index % of === part - 1);
		this.#needs = [...new Set(this.#jobs.flatMap(({ needs }) => needs))];
	}

	tasks(): ReadonlyArray<Task> {
		return [
			...this.#needs.map((need) => ({
				...{ load: fetchLoad, seconds: Number.POSITIVE_INFINITY, isReady: () => true },
				run: async () => {
					this.#fetched.set(need, await this.#run(fetching(need)));
				},
			})),
			...this.#jobs.map((job) => ({
				load: job.load,
				seconds: this.#known.get(job.name) ?? job.seconds,
				isReady: () => job.needs.every((need) => this.#fetched.has(need)),
				run: async () => {
					const missing = job.needs.find((need) => this.#fetched.get(need)?.failures.length !== 0);
					if (missing === undefined) this.#results.set(job, await this.#run(job));
					else console.log(`[${job.name}] Not run, for lack of ${needTitles[missing]}.`);
				},
			})),
		];
	}

	/** Runs the failed files of jobs that repeat once more, while nothing else runs. */
	async repeatFailed(): Promise<void> {
		for (const [job, first] of this.#results) {
			const files = failedFiles(first);
			if (!job.repeats || files.length === 0) continue;
			const [timeoutMs = ""] = job.args;
			const name = `${job.name}, repeated`;
			const again = await this.#run({ ...job, name, args: [timeoutMs, ...files] });
			this.#results.set(job, withRepeated(first, again));
		}
	}

	outcomes(): ReadonlyArray<SuiteOutcome> {
		// Of some tests only, they would say nothing about all.
		if (this.options.grep === undefined) keepDurations(this.#took);
		const unfetched = [...this.#fetched].filter(([, { failures }]) => failures.length > 0);
		const fetches = unfetched.map(([need, result]) => {
			const title = `What needs ${needTitles[need]} was not run`;
			return { title, result: named(title, result), seconds: 0 };
		});
		const ran = this.options.suites.map((suite) => {
			const jobs = this.#jobs.filter((job) => job.suite === suite.name);
			const done = jobs.flatMap((job) => this.#results.get(job) ?? []);
			const result = done.reduce(addResults, noResult);
			const isEmpty = done.length > 0 && result.passed + result.failures.length === 0;
			return {
				title: suite.title,
				result: named(suite.title, isEmpty ? { ...result, failures: ["It ran no test."] } : result),
				seconds: jobs.reduce((sum, job) => sum + (this.#took.get(job.name) ?? 0), 0),
			};
		});
		return [...fetches, ...ran];
	}

	async #run(job: Job): Promise<SuiteResult> {
		const begin = Date.now();
		const { grep, order, isDeep } = this.options;
		const env = {
			...job.env,
			...(grep === undefined ? {} : { [grepVariable]: grep }),
			...(isDeep ? { [depthVariable]: "full" } : {}),
			...(order !== undefined && job.isInAnyOrder ? { [orderVariable]: String(order) } : {}),
		};
		const result = await runJob({ ...job, env }, this.#deadline, (line) => console.log(`[${job.name}] ${line}`));
		const seconds = (Date.now() - begin) / 1000;
		this.#took.set(job.name, seconds);
		console.log(`[${job.name}] ${counts(result)} (${seconds.toFixed(1)} s)`);
		return result;
	}
}

function fetching(need: Need): Job {
	return {
		...{ suite: "prepare", name: `prepare ${need}`, args: [need], isOneCheck: true, needs: [] },
		...{ script: join(projectRoot(), "dist", "test", "harness", "suites", "prepareNeed.js") },
		...{ load: fetchLoad, seconds: 30, limitMinutes: 10 },
	};
}

function named(title: string, result: SuiteResult): SuiteResult {
	const all = (failures: ReadonlyArray<string>) => failures.map((failure) => `${title}: ${failure}`);
	return { ...result, failures: all(result.failures), flaky: all(result.flaky ?? []) };
}

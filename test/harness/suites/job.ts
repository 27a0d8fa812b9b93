import type { Need } from "./needs.ts";

/** A part of a suite that runs in its own process, in parallel with others. */
export interface Job {
	/** The suite it belongs to, by its name on the command line. */
	readonly suite: string;
	/** Names it in the output and in what is remembered of earlier runs. */
	readonly name: string;
	/** A script to run with Node, and its arguments. */
	readonly script: string;
	readonly args: ReadonlyArray<string>;
	readonly env?: Readonly<Record<string, string>>;
	/** A tool that passes or fails as a whole by its exit code; the others write a {@link SuiteResult}. */
	readonly isOneCheck?: boolean;
	/** Whether a file that fails is run once more, by itself: what opens windows depends on how busy the machine is. */
	readonly repeats?: boolean;
	/** Whether its tests do not build on each other. */
	readonly isInAnyOrder?: boolean;
	/** How many cores it keeps busy; less than 1 for what waits most of its time. */
	readonly load: number;
	/** The estimated seconds that it takes alone, if no earlier run has measured it. */
	readonly seconds: number;
	readonly limitMinutes: number;
	/** What must be downloaded before it can start. */
	readonly needs: ReadonlyArray<Need>;
}

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delay } from "../../harness/processes.ts";

/** What was seen of an extension host since it started. */
export interface HostWatch {
	/** The longest time in ms that a timer that was due had to wait. */
	readonly blocked: number;
	/** The processor time in ms of all threads of the host meanwhile. */
	readonly blockedCpu: number;
	/** The five longest times, in ms, each with how long after the start it ended. */
	readonly longest: ReadonlyArray<readonly [blocked: number, at: number]>;
	/** The memory of all JavaScript values in MB, without what nothing refers to any more. */
	readonly heap: number;
	/** The most memory in MB that the process has had. */
	readonly peak: number;
}

/**
 * The code of an extension that runs beside ours in the same host, from the start, and watches how long others wait. It
 * writes what it has seen beside the folder of the window, `FOLDER.watch.json`, when `FOLDER.watch.json.ask` appears.
 */
export const watchingExtension = `const { existsSync, rmSync, writeFileSync } = require("node:fs");
const { setFlagsFromString } = require("node:v8");
const { runInNewContext } = require("node:vm");
exports.activate = () => {
	const file = require("vscode").workspace.workspaceFolders[0].uri.fsPath + ".watch.json";
	const begin = performance.now();
	let last = begin;
	let cpu = process.cpuUsage();
	let longest = [];
	let blockedCpu = 0;
	const look = () => {
		const now = performance.now();
		const took = now - last;
		if (took > 20) {
			const { user, system } = process.cpuUsage(cpu);
			if (took > (longest[0]?.[0] ?? 0)) blockedCpu = (user + system) / 1000;
			longest = [...longest, [took, now - begin]].sort((a, b) => b[0] - a[0]).slice(0, 5);
		}
		cpu = process.cpuUsage();
		last = performance.now();
	};
	setInterval(look, 1);
	setInterval(() => {
		if (!existsSync(file + ".ask")) return;
		look();
		const peak = process.resourceUsage().maxRSS / 1024;
		setFlagsFromString("--expose-gc");
		runInNewContext("gc")();
		const heap = process.memoryUsage().heapUsed / 1e6;
		writeFileSync(file, JSON.stringify({ blocked: longest[0]?.[0] ?? 0, blockedCpu, longest, heap, peak }));
		rmSync(file + ".ask");
		last = performance.now();
	}, 200);
};
`;

/** What was seen of the host of a folder's window. @throws Error if it doesn't answer */
export async function askHost(folder: string): Promise<HostWatch> {
	const file = `${folder}.watch.json`;
	writeFileSync(`${file}.ask`, "");
	for (let round = 0; round < 300; round++) {
		if (existsSync(file) && !existsSync(`${file}.ask`)) {
			return JSON.parse(readFileSync(file, "utf8"));
		}
		await delay(100);
	}
	throw new Error("The extension host did not answer within 30 seconds.");
}

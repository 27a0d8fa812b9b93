// A process that changes a plan and is killed at one of the writes: `killedWindow.js FOLDER WRITE before|behind`.
import { PlayedWindow } from "./playedWindow.ts";

const [folder = "", write = "", when = ""] = process.argv.slice(2);
const writes = ["remember", "swap", "append", "forget"] as const;

async function main(): Promise<void> {
	const window = new PlayedWindow(folder);
	const kill = () => process.kill(process.pid, "SIGKILL");
	for (const name of writes.filter((each) => each === write)) {
		const real = (window[name] as (given: unknown) => Promise<unknown>).bind(window);
		const killing = async (given: unknown) => {
			if (when === "before") kill();
			const result = await real(given);
			kill();
			return result;
		};
		Object.assign(window, { [name]: killing });
	}
	await window.replan(0, 9);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});

// A process that appends entries to a journal until it is done or killed, and tells each one that it was told is saved.
import { writeSync } from "node:fs";
import { appendToDisk } from "../../../../../src/host/core/files/appendToDisk.ts";
import { writeLine } from "../../../../../src/journal/text/entryLine.ts";

const [path = "", name = "", first = "0", end = "0"] = process.argv.slice(2);

async function main(): Promise<void> {
	for (let number = Number(first); number < Number(end); number++) {
		const id = `${name}-${number}`;
		// Of different lengths, and some longer than a page of memory, where a kill can tear a write apart.
		const note = "n".repeat(number % 50 === 0 ? 9000 : number % 97);
		await appendToDisk(path, writeLine({ id, at: "2026-11-24", type: "time", on: "writing", minutes: 5, note }));
		writeSync(1, `${id}\n`);
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});

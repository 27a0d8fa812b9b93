import { mkdtempSync, rmSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appendToDisk } from "../../src/host/core/files/appendToDisk.ts";
import { writeLine } from "../../src/journal/text/entryLine.ts";
import { type Measured, median, ratio, told } from "./table.ts";

const rounds = 2000;
const warmUp = 200;

/** An append that is read back before it is acknowledged, beside a bare `appendFile` of the same bytes. The two take turns. */
export async function measureAppending(): Promise<ReadonlyArray<Measured>> {
	const folder = mkdtempSync(join(tmpdir(), "waymark-"));
	const line = writeLine({
		id: "019b8e5a-b071-7c3f-8fa3-468c7c1fc6cd",
		at: "2026-01-05T07:31:00-06:00",
		type: "time",
		logged: "2026-01-05T13:31:06.737Z",
		on: "writing",
		name: "Thought leadership",
		minutes: 70,
		note: "Idle GPU piece, opening",
	});
	const times = { bare: [] as Array<number>, ours: [] as Array<number> };
	try {
		let end: number | undefined;
		for (let round = 0; round < warmUp + rounds; round++) {
			const bare = await timed(() => appendFile(join(folder, "bare.jsonl"), line));
			const ours = await timed(async () => {
				end = await appendToDisk(join(folder, "ours.jsonl"), line, end);
			});
			if (round >= warmUp) {
				times.bare.push(bare);
				times.ours.push(ours);
			}
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	const [bare, ours] = [median(times.bare), median(times.ours)];
	return [
		told("a bare appendFile of an entry", `${(bare * 1000).toFixed(0)} µs`),
		ratio(`an acknowledged append of it: ${(ours * 1000).toFixed(0)} µs`, ours / bare, 2),
	];
}

async function timed(run: () => Promise<unknown>): Promise<number> {
	const begin = performance.now();
	await run();
	return performance.now() - begin;
}

import { parseLog } from "../../src/logging/line/parseLog.ts";
import { TargetFinder } from "../../src/logging/line/targetFinder.ts";
import type { LogSource } from "../../src/logging/logReading.ts";
import { type Measured, median } from "./table.ts";
import { timed } from "./timing.ts";

const targets = 1000;
const letters = 200;
const limitMs = 2;
const words = "talks articles platform people network certificate review budget team course".split(" ");

/** Reading a typed line of 200 characters against a plan of 1,000 items, with each key that is typed at its end. */
export async function measureTyping(): Promise<ReadonlyArray<Measured>> {
	const source: LogSource = {
		targets: Array.from({ length: targets }, (_, at) => ({
			id: `item-${at}`,
			title: `${words[at % 10]} ${words[Math.floor(at / 10) % 10]} of the ${words[Math.floor(at / 100)]} number ${at}`,
		})),
		uses: () => 0,
		today: 20_000,
	};
	const finder = new TargetFinder(source);
	const note = "drafted the chapter on how platform teams grow, and asked three people what they miss in it; ";
	const line = `45m #item-512 yesterday ${note.repeat(3)}`.slice(0, letters);
	const times: Array<number> = [];
	for (let length = 20; length <= letters; length++) {
		const took = timed(() => parseLog(line.slice(0, length), source, finder));
		if (length > letters - 40) {
			times.push(took);
		}
	}
	const took = median(times);
	return [
		{
			what: `reading a typed line of ${letters} characters with ${targets} items`,
			value: `${took.toFixed(2)} ms`,
			limit: `${limitMs} ms`,
			met: took <= limitMs,
		},
	];
}

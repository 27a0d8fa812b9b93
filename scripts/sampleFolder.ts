import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shiftSampleDates } from "../src/plan/shiftSampleDates.ts";
import { parseDay } from "../src/time/day.ts";
import { projectRoot } from "../test/harness/root.ts";

/** The folder of the sample in this checkout. */
export function sampleFolder(): string {
	return join(projectRoot(), "examples", "director-of-ai-engineering");
}

/**
 * Writes the sample's plan and journal into a folder, with the dates moved so that it is well under way today.
 *
 * @param today `YYYY-MM-DD`
 * @throws RangeError where that is no day
 */
export function writeSample(folder: string, today: string = localToday()): void {
	const day = parseDay(today);
	if (day === undefined) {
		throw new RangeError(`today must be a day written YYYY-MM-DD, not ${today}`);
	}
	const [plan, journal] = ["roadmap.yaml", "roadmap.log.jsonl"].map((name) =>
		readFileSync(join(sampleFolder(), name), "utf8"),
	) as [string, string];
	const moved = shiftSampleDates({ plan, journal }, day);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "roadmap.yaml"), moved.plan);
	writeFileSync(join(folder, "roadmap.log.jsonl"), moved.journal);
}

/** The date here and now, as YYYY-MM-DD. */
function localToday(): string {
	const now = new Date();
	const twoDigits = (value: number) => String(value).padStart(2, "0");
	return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copySample } from "../../examples/copySample.ts";
import { projectRoot } from "./root.ts";

/** Writes the sample's plan and journal into a folder, with the dates moved so that it is well under way today. */
export function writeSample(folder: string, today: string = localToday()): void {
	const source = join(projectRoot(), "examples", "director-of-ai-engineering", "roadmap.yaml");
	const { plan, journal } = copySample(readFileSync(source, "utf8"), today);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "roadmap.yaml"), plan);
	writeFileSync(join(folder, "roadmap.log.jsonl"), journal);
}

/** The date here and now, as YYYY-MM-DD. */
function localToday(): string {
	const now = new Date();
	const twoDigits = (value: number) => String(value).padStart(2, "0");
	return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

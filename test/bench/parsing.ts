import { parseDocument } from "yaml";
import { PlanParser } from "../../src/plan/planParser.ts";
import { slowTexts } from "../unit/plan/slowTexts.ts";
import { largePlan } from "./largePlan.ts";
import { type Measured, median, ratio, told } from "./table.ts";
import { timed } from "./timing.ts";

const rounds = 40;
const warmUp = 10;

/**
 * Reading a plan of 5,000 lines (parse, validate, resolve, check) beside `yaml`'s own `parseDocument` on the same text. The two
 * take turns, so that a busy spell falls on both. And the slowest of texts that are made to be slow, beside the plan.
 */
export async function measureParsing(): Promise<ReadonlyArray<Measured>> {
	const text = largePlan(5000);
	const times = { library: [] as Array<number>, full: [] as Array<number> };
	for (let round = 0; round < warmUp + rounds; round++) {
		const library = timed(() => parseDocument(text));
		const full = timed(() => new PlanParser().parse(text));
		if (round >= warmUp) {
			times.library.push(library);
			times.full.push(full);
		}
	}
	const [library, full] = [median(times.library), median(times.full)];
	const lines = text.split("\n").length - 1;
	const slow = slowTexts.map(([name, nasty]) => ({
		name,
		took: median(Array.from({ length: 5 }, () => timed(() => new PlanParser().parse(nasty)))),
	}));
	const slowest = slow.reduce((one, other) => (other.took > one.took ? other : one));
	return [
		told(`yaml's parseDocument, ${lines} lines`, `${library.toFixed(1)} ms`),
		ratio(`reading the plan: ${full.toFixed(1)} ms`, full / library, 1.3),
		ratio(
			`the slowest of ${slow.length} odd texts, ${slowest.name}: ${slowest.took.toFixed(0)} ms`,
			slowest.took / full,
			12,
		),
	];
}

import { Ledger } from "../../src/journal/ledger.ts";
import { parseDay } from "../../src/plan/day.ts";
import { PlanParser, type PlanReading } from "../../src/plan/readPlan.ts";
import { hintsIn } from "../../src/present/editor/hints.ts";
import { lensesOf, lensParts } from "../../src/present/editor/lenses.ts";
import { problemText } from "../../src/present/problemText.ts";
import { Words } from "../../src/present/words.ts";
import { SnapshotMaker } from "../../src/progress/snapshotMaker.ts";
import { largePlan } from "./largePlan.ts";
import { type Measured, median } from "./table.ts";

const rounds = 60;
const warmUp = 15;
/** The lines that an editor shows at once. */
const visibleLines = 60;

/**
 * The work from a key to diagnostics, hints and lenses, for an edit inside an item of a plan of 5,000 lines with targets:
 * the text is read, its problems are worded, the numbers are reckoned, the hints of the visible lines and all lenses are
 * made, and the lenses in sight are worked out.
 */
export async function measureEditing(): Promise<ReadonlyArray<Measured>> {
	const text = planWithTargets(5000);
	const edited = text.replace("Something to reach, number 7 of 12", "Something else to reach");
	const at = text.indexOf("Something to reach, number 7 of 12");
	const words = new Words("en");
	const ledger = new Ledger();
	const today = parseDay("2027-03-01") ?? 0;
	const parser = new PlanParser();
	const snapshots = new SnapshotMaker();
	const problemsOf = ({ problems }: PlanReading) => problems.map(problemText);
	const times: Array<number> = [];
	parser.read(text);
	for (let round = 0; round < warmUp + rounds; round++) {
		const begin = performance.now();
		const reading = parser.read(round % 2 ? text : edited);
		const { root, plan } = reading;
		if (!root || !plan) {
			throw new Error("The plan could not be read.");
		}
		problemsOf(reading);
		const snapshot = snapshots.make(plan, ledger, today);
		const source = { snapshot, plan, ledger, aliases: snapshot.aliases, today, words };
		const visible = { start: at, end: at + visibleLines * 40 };
		hintsIn({ text: round % 2 ? text : edited, root, plan, today, words }, visible);
		const lenses = lensesOf(plan, false).filter((lens) => visible.start <= lens.at && lens.at <= visible.end);
		for (const lens of lenses) {
			lensParts(lens, source);
		}
		if (round >= warmUp) {
			times.push(performance.now() - begin);
		}
	}
	const [worst, middle] = [Math.max(...times), median(times)];
	const lines = text.split("\n").length - 1;
	return [
		{
			what: `a key in a plan of ${lines} lines: problems, hints and lenses (at worst ${worst.toFixed(1)} ms)`,
			value: `${middle.toFixed(1)} ms`,
			limit: "30 ms",
			met: middle <= 30,
		},
	];
}

/** A large plan in which many a line has a lens above it. */
function planWithTargets(lines: number): string {
	const text = largePlan(lines - 500)
		.trimEnd()
		.split("\n");
	text.push("targets:");
	for (let year = 1; text.length < lines; year++) {
		text.push(`  year ${year}:`);
		for (let item = 1; item <= 10; item++) {
			text.push(`    - { id: target-${year}-${item}, title: Target ${item} of ${year}, goal: ${item}0+ }`);
		}
	}
	return `${text.join("\n")}\n`;
}

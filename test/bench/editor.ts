import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ledger } from "../../src/journal/ledger/ledger.ts";
import { type PlanParseResult, PlanParser } from "../../src/plan/planParser.ts";
import { SnapshotMaker } from "../../src/progress/snapshotMaker.ts";
import { parseDay } from "../../src/time/day.ts";
import { codeLenses, lensParts } from "../../src/viewmodel/editor/codeLenses.ts";
import { inlayHints } from "../../src/viewmodel/editor/inlayHints.ts";
import { Formatter } from "../../src/viewmodel/text/formatter.ts";
import { problemText } from "../../src/viewmodel/text/problemText.ts";
import { projectRoot } from "../harness/root.ts";
import { largePlan } from "./largePlan.ts";
import { type Measured, median } from "./table.ts";

const rounds = 60;
const warmUp = 15;
/** The lines that an editor shows at once. */
const visibleLines = 60;

/**
 * The work, as time of the processor, after a pause in typing until there are diagnostics, hints and lenses, for an edit inside an item of the sample and
 * of a plan of 5,000 lines with targets: the text is read, its problems are worded, the numbers are computed, the hints of the
 * visible lines and all lenses are made, and the lenses in sight are resolved.
 */
export async function measureEditing(): Promise<ReadonlyArray<Measured>> {
	const sample = readFileSync(join(projectRoot(), "examples/director-of-ai-engineering/roadmap.yaml"), "utf8");
	return [
		measurePlan("the sample", sample, "MLOps set up with Terraform", 15),
		measurePlan("a plan", planWithTargets(5000), "Something to reach, number 7 of 12", 100),
	];
}

/** @param title one of the plan's, which is edited @param limit in ms */
function measurePlan(what: string, text: string, title: string, limit: number): Measured {
	const at = text.indexOf(title);
	if (at < 0) {
		throw new Error(`The plan has no title ${title}.`);
	}
	const edited = text.replace(title, "Something else to reach");
	const formatter = new Formatter("en");
	const ledger = new Ledger();
	const today = parseDay("2027-03-01") ?? 0;
	const parser = new PlanParser();
	const snapshots = new SnapshotMaker();
	const problemsOf = ({ problems }: PlanParseResult) => problems.map(problemText);
	const times: Array<number> = [];
	parser.parse(text);
	for (let round = 0; round < warmUp + rounds; round++) {
		const begin = process.cpuUsage();
		const reading = parser.parse(round % 2 ? text : edited);
		const { root, plan } = reading;
		if (!root || !plan) {
			throw new Error("The plan could not be read.");
		}
		problemsOf(reading);
		const snapshot = snapshots.make(plan, ledger, today);
		const source = { snapshot, plan, ledger, aliases: snapshot.aliases, today, formatter };
		const visible = { start: at, end: at + visibleLines * 40 };
		inlayHints({ text: round % 2 ? text : edited, root, plan, today, formatter }, visible);
		const lenses = codeLenses(plan, source).filter((lens) => visible.start <= lens.at && lens.at <= visible.end);
		for (const lens of lenses) {
			lensParts(lens, source);
		}
		if (round >= warmUp) {
			const { user, system } = process.cpuUsage(begin);
			times.push((user + system) / 1000);
		}
	}
	const [worst, middle] = [Math.max(...times), median(times)];
	const lines = text.split("\n").length - 1;
	return {
		what: `an edit of ${what} of ${lines} lines: problems, hints and lenses (at worst ${worst.toFixed(1)} ms)`,
		value: `${middle.toFixed(1)} ms`,
		limit: `${limit} ms`,
		met: middle <= limit,
	};
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

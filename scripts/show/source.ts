import { type PlanParseResult, parsePlan } from "../../src/plan/planParser.ts";
import { SnapshotMaker } from "../../src/progress/snapshotMaker.ts";
import type { Day } from "../../src/time/day.ts";
import { dayAt } from "../../src/time/moment.ts";
import { Formatter } from "../../src/viewmodel/text/formatter.ts";
import type { ViewSource } from "../../src/viewmodel/text/viewSource.ts";
import { type Journal, type PlanFile, readJournal, readPlanFile } from "./files.ts";
import type { ShowOptions } from "./options.ts";

/** Everything that is shown follows from this. */
export interface ShowSource {
	readonly file: PlanFile;
	readonly reading: PlanParseResult;
	readonly journal: Journal;
	readonly formatter: Formatter;
	readonly today: Day;
	/** Undefined where the plan cannot be understood at all. */
	readonly view: ViewSource | undefined;
}

/**
 * Reads a plan and its journal as of a moment.
 *
 * @throws UsageError where there is no plan at the path, or none that can be read
 */
export function readSource({ plan: path, clock, language, discreet }: ShowOptions): ShowSource {
	const file = readPlanFile(path);
	const reading = parsePlan(file.text);
	const { plan } = reading;
	const dayEnds = plan?.week.dayEnds ?? 0;
	const journal = readJournal(file, dayEnds);
	const today = dayAt(clock.now, clock.timeZone, dayEnds);
	const formatter = new Formatter(language, discreet, plan?.title);
	const shared = { file, reading, journal, formatter, today };
	if (!plan) {
		return { ...shared, view: undefined };
	}
	const { ledger } = journal;
	const snapshot = new SnapshotMaker().make(plan, ledger, today);
	return { ...shared, view: { snapshot, plan, ledger, aliases: snapshot.aliases, today, formatter } };
}

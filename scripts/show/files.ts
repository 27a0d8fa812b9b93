import { existsSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isJournalName } from "../../src/journal/journalFileName.ts";
import { Ledger } from "../../src/journal/ledger/ledger.ts";
import { JournalText } from "../../src/journal/text/journalText.ts";
import { maxPlanLength } from "../../src/plan/syntax/parseYaml.ts";
import { UsageError } from "./options.ts";

const planNames = ["roadmap.yaml", "roadmap.yml"] as const;

/** The text of a plan. */
export interface PlanFile {
	/** Its name without the folder. */
	readonly name: string;
	readonly folder: string;
	readonly text: string;
}

/** The journal beside a plan. */
export interface Journal {
	readonly ledger: Ledger;
	/** The files that were read, in the order of their names. */
	readonly files: ReadonlyArray<JournalText>;
	/** Those that could not be. */
	readonly unread: ReadonlyArray<{ readonly name: string; readonly why: string }>;
}

/** @throws UsageError where there is no plan at the path, or none that can be read */
export function readPlanFile(path: string): PlanFile {
	const file = existsSync(path) && statSync(path).isDirectory() ? planIn(path) : path;
	try {
		const { size } = regular(file);
		// A text has at least one UTF-16 unit for three bytes of UTF-8.
		if (size > 3 * maxPlanLength) {
			throw new UsageError(`${file} is larger than the ${maxPlanLength / 1024} KB that are read.`);
		}
		return { name: basename(file), folder: dirname(file), text: new TextDecoder().decode(readFileSync(file)) };
	} catch (error) {
		throw error instanceof UsageError ? error : new UsageError(`${file} cannot be read: ${reason(error)}.`);
	}
}

function planIn(folder: string): string {
	const name = planNames.find((each) => existsSync(join(folder, each)));
	if (name === undefined) {
		throw new UsageError(`${folder} has no ${planNames.join(" or ")}.`);
	}
	return join(folder, name);
}

/**
 * Reads every file of the journal beside a plan, in the order of their names.
 *
 * @param dayEnds the plan's end of the day, minutes after midnight
 */
export function readJournal({ name, folder }: PlanFile, dayEnds: number): Journal {
	const stem = name.replace(/\.ya?ml$/i, "");
	const ledger = new Ledger(dayEnds);
	const files: Array<JournalText> = [];
	const unread: Array<{ readonly name: string; readonly why: string }> = [];
	for (const beside of readdirSync(folder).sort()) {
		if (isJournalName(stem, beside)) {
			const file = new JournalText(beside, (entry, line) => ledger.add(entry, beside, line));
			try {
				regular(join(folder, beside));
				file.read(readFileSync(join(folder, beside)));
				files.push(file);
			} catch (error) {
				unread.push({ name: beside, why: reason(error) });
			}
		}
	}
	return { ledger, files, unread };
}

/** What is known of a file; to read a pipe would wait for its writer. @throws where it is no file */
function regular(path: string): Stats {
	const stats = statSync(path);
	if (!stats.isFile()) {
		throw new Error("it is no file");
	}
	return stats;
}

/** Without the path, which the caller names: "ENOENT: no such file or directory". */
function reason(error: unknown): string {
	return error instanceof Error ? error.message.replace(/, \w+( '.*')?$/s, "") : String(error);
}

import type { JournalProblem } from "../journalProblem.ts";
import type { JournalText } from "../text/journalText.ts";
import type { Ledger } from "./ledger.ts";

/**
 * The problems of each file of a journal, in the order of the files, without those of entries that were corrected or
 * removed.
 */
export function openProblems(
	files: ReadonlyArray<JournalText>,
	ledger: Ledger,
): ReadonlyArray<ReadonlyArray<JournalProblem>> {
	const between = ledger.problems();
	const isCorrected = ({ entry }: JournalProblem) => {
		const known = entry === undefined ? undefined : ledger.get(entry);
		return known !== undefined && known.type !== "void" && ledger.live(known.id) === undefined;
	};
	return files.map(({ file, problems }) => [
		...problems.filter((each) => !isCorrected(each)),
		...between.filter((each) => each.file === file),
	]);
}

import type { LogItem, LogReading, LogSource } from "../logReading.ts";
import { parseLog } from "./parseLog.ts";
import type { TargetFinder } from "./targetFinder.ts";
import { quote } from "./typedWords.ts";

const mostCandidates = 8;

/**
 * What else a line can mean if its target is a guess or unknown: the same line on each commitment of the week, the most
 * used first, with all other words as its note. Commitments that were guessed come before them, other guesses after.
 *
 * @param reading of the same text
 * @returns all rows to choose from, the readings included; empty if the target is clear
 */
export function logCandidates(
	text: string,
	{ readings, questions, problems }: LogReading,
	source: LogSource,
	finder: TargetFinder,
): ReadonlyArray<ReadonlyArray<LogItem>> {
	const isGuess = questions.includes("target") || questions.includes("spelling");
	const isMissing = problems.length === 1 && problems.every(({ code }) => /^(?:no|unknown)-target$/.test(code));
	if (!isGuess && !isMissing) {
		return [];
	}
	const isWeekly = (logged: ReadonlyArray<LogItem>) => logged.some(({ on }) => finder.byId(on)?.weekly === true);
	const guessed = new Set(readings.flatMap((logged) => logged.map(({ on }) => on)));
	const others = source.targets
		.filter(({ id, weekly }) => weekly && !guessed.has(id))
		.toSorted((a, b) => source.uses(b.id) - source.uses(a.id))
		.flatMap(({ id }): ReadonlyArray<ReadonlyArray<LogItem>> => {
			const read = parseLog(`#${quote(id)} ${text}`, source, finder);
			const [only] = read.readings;
			return only?.length === 1 && read.readings.length === 1 && read.questions.length === 0 ? [only] : [];
		});
	const commitments = [...readings.filter(isWeekly), ...others];
	return [...commitments, ...readings.filter((logged) => !isWeekly(logged))].slice(0, mostCandidates);
}

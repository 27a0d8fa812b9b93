import type { Entry } from "../../src/journal/entry.ts";
import { IdGenerator } from "../../src/journal/entryIds.ts";
import { createEntry } from "../../src/journal/newEntry.ts";
import { parseLog } from "../../src/logging/line/parseLog.ts";
import { logLineEntries } from "../../src/logging/logItemEntries.ts";
import type { LogItem, LogProblem, LogQuestion } from "../../src/logging/logReading.ts";
import { logSource } from "../../src/logging/logSource.ts";
import { logTargets } from "../../src/logging/logTargets.ts";
import { formatDay } from "../../src/time/day.ts";
import { minutesSince } from "../../src/time/moment.ts";
import { logProblemText, logQuestionText, readingText } from "../../src/viewmodel/text/logText.ts";
import type { ViewSource } from "../../src/viewmodel/text/viewSource.ts";
import type { ShowOptions } from "./options.ts";

/** How a line is understood. The first three are what the parser gives, with days as `YYYY-MM-DD`. */
export interface ShownLog {
	/** Every way to read it, the likeliest first; each is a list with one for each part. */
	readonly readings: ReadonlyArray<ReadonlyArray<ShownLogged>>;
	readonly questions: ReadonlyArray<LogQuestion>;
	readonly problems: ReadonlyArray<ShownLogProblem>;
	/** What is shown of each reading before Enter. */
	readonly texts: ReadonlyArray<string>;
	/** What is asked, for each question. */
	readonly questionTexts: ReadonlyArray<string>;
	/** The lines of the journal that Enter would write for each reading. */
	readonly entries: ReadonlyArray<ReadonlyArray<Entry>>;
}

/** What one part of a line means. */
export interface ShownLogged extends Omit<LogItem, "day"> {
	readonly title: string;
	/** What it is in the plan, in words. */
	readonly kind: string;
	readonly day: string;
	/** The change once more: the new value, mark or trend, or what came on top, with its sign. */
	readonly set?: number | boolean | string;
	readonly add?: number;
	/** The moment that the journal would give. */
	readonly at: string;
}

/** Why nothing can be made of a part. */
export interface ShownLogProblem extends Omit<LogProblem, "understood"> {
	readonly understood: Partial<Omit<LogItem, "day">> & { readonly day?: string };
	readonly message: string;
}

/** Reads a line as Log Time does, or Log Progress where `first` is progress. */
export function shownLog(line: string, view: ViewSource, { clock, first }: ShowOptions): ShownLog {
	const now = minutesSince(view.today, clock.now, clock.timeZone);
	const { readings, questions, problems } = parseLog(
		line,
		logSource(view, { first, now, timeZone: clock.timeZone, numbers: view.formatter.numbers }),
	);
	const entries = readings.map((reading) => entriesOf(reading, view, clock));
	return {
		readings: readings.map((reading, at) =>
			reading.map((each, part) => {
				const before = entriesOf(reading.slice(0, part), view, clock).length;
				return shownLogged(each, view, entries[at]?.[before]?.at ?? "");
			}),
		),
		questions,
		problems: problems.map(({ understood: { day, ...understood }, ...problem }) => ({
			...problem,
			understood: { ...understood, ...(day === undefined ? {} : { day: formatDay(day) }) },
			message: logProblemText({ ...problem, understood: { ...understood } }, view),
		})),
		texts: readings.map((reading) => readingText(reading, view)),
		questionTexts: questions.map(logQuestionText),
		entries,
	};
}

function entriesOf(
	reading: ReadonlyArray<LogItem>,
	{ plan, today, ledger }: ViewSource,
	{ now, timeZone }: ShowOptions["clock"],
): ReadonlyArray<Entry> {
	// The same line gives the same ids, so that two runs can be compared.
	const ids = new IdGenerator({ nextUint32: () => 0 });
	const entryContext = { ids, now: () => now, timeZone, newest: () => ledger.greatestId };
	return logLineEntries(plan, reading, { today, now, timeZone }).map((draft) => createEntry(draft, entryContext));
}

function shownLogged(logged: LogItem, { plan, formatter }: ViewSource, at: string): ShownLogged {
	const { on, day, change } = logged;
	const target = logTargets(plan).find(({ id }) => id === on);
	return {
		...logged,
		title: formatter.title(plan.byId.get(on) ?? { title: on }),
		kind: target?.kind ?? "",
		...(change ?? {}),
		day: formatDay(day),
		at,
	};
}

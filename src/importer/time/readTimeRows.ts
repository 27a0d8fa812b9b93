import type { Steps } from "../../journal/steps.ts";
import type { Day } from "../../time/day.ts";
import { minutesPerDay } from "../../time/minutes.ts";
import { findUnit } from "./findColumns.ts";
import { type DateOrder, type DurationUnit, readDate, readDuration, readTime, type TimeReading } from "./timeCells.ts";
import { type ColumnRole, rowsPerStep, type TableRow, type TimeTable } from "./timeTable.ts";
import type { ZoneClock } from "./zoneClock.ts";

/** How a table is read. */
export interface TableSettings {
	readonly roles: ReadonlyArray<ColumnRole>;
	/** Of dates that can be either; undefined if not known. */
	readonly order?: DateOrder | undefined;
	/** Of durations without one; undefined if not known. */
	readonly unit?: DurationUnit | undefined;
	/** The zone of times without an offset. */
	readonly zone: ZoneClock;
	/** ms since 1970; later entries are told. */
	readonly now: number;
}

/** An entry of the source. */
export interface SourceTime {
	readonly line: number;
	/** The instant of its start in ms since 1970; undefined if only the day is known. */
	readonly start?: number;
	/** The calendar day on which it starts. */
	readonly day: Day;
	/** Whole minutes. */
	readonly minutes: number;
	readonly project: string;
	readonly task: string;
	readonly tags: ReadonlyArray<string>;
	readonly text: string;
}

/** Why a row is not an entry. */
export type RowProblem =
	| "broken"
	| "date"
	| "order"
	| "time"
	| "duration"
	| "unit"
	| "running"
	| "negative"
	| "zero"
	| "too-long"
	| "future";

/** What the rows of a table say. */
export interface TimeRows {
	readonly entries: ReadonlyArray<SourceTime>;
	readonly problems: ReadonlyArray<{ readonly line: number; readonly why: RowProblem; readonly text: string }>;
	/** Whether a date can be read in two orders, and no other date of the table decides. */
	readonly asksOrder: boolean;
	/** Whether a duration has no unit, and none can be concluded. */
	readonly asksUnit: boolean;
	/** Whether a time has no offset, so that the zone matters. */
	readonly usesZone: boolean;
	readonly order?: DateOrder;
	readonly unit?: DurationUnit;
}

type Cells = Readonly<Partial<Record<ColumnRole, string>>>;

/** Reads the rows of a table. */
export function* readTimeRows(table: TimeTable, settings: TableSettings): Steps<TimeRows> {
	const { roles } = settings;
	const order = settings.order ?? (yield* orderIn(table.rows, roles));
	const durationAt = roles.indexOf("duration");
	const durations = durationAt < 0 ? [] : table.rows.map(({ cells }) => cells[durationAt] ?? "");
	const unit = settings.unit ?? findUnit(table.heads[durationAt] ?? "", durations);
	yield;
	const reader = new RowReader({ ...settings, order, unit });
	const entries: Array<SourceTime> = [];
	const problems: Array<TimeRows["problems"][number]> = [];
	for (const [at, row] of table.rows.entries()) {
		const found = reader.read(row);
		if (typeof found === "string") {
			problems.push({ line: row.line, why: found, text: row.cells.join(" · ") });
		} else {
			entries.push(found);
		}
		if (at % rowsPerStep === 0) {
			yield;
		}
	}
	return {
		entries,
		problems,
		asksOrder: problems.some(({ why }) => why === "order"),
		asksUnit: problems.some(({ why }) => why === "unit"),
		usesZone: reader.usesZone,
		...(order ? { order } : {}),
		...(unit ? { unit } : {}),
	};
}

/** The order of the dates, if some of them have only one and it is the same; `13/2/2026` is day first. */
function* orderIn(rows: ReadonlyArray<TableRow>, roles: ReadonlyArray<ColumnRole>): Steps<DateOrder | undefined> {
	const columns = roles.flatMap((role, at) => (["date", "start", "endDate", "end"].includes(role) ? [at] : []));
	const found = new Set<DateOrder>();
	for (const [at, { cells }] of rows.entries()) {
		for (const column of columns) {
			const [, first, second] = /^\D{0,12}(\d{1,2})[/-](\d{1,2})[/-]\d/.exec(cells[column] ?? "") ?? [];
			if (first !== undefined && Math.max(Number(first), Number(second)) > 12) {
				found.add(Number(first) > 12 ? "day-first" : "month-first");
			}
		}
		if (at % rowsPerStep === 0) {
			yield;
		}
	}
	return found.size === 1 ? [...found][0] : undefined;
}

/** Rows have few different texts of dates and times. */
class Remembered<T> {
	private readonly results = new Map<string, T>();

	constructor(private readonly read: (text: string) => T) {}

	of(text: string): T {
		const known = this.results.get(text);
		if (known !== undefined || this.results.has(text)) {
			return known as T;
		}
		const result = this.read(text);
		if (this.results.size < mostRemembered) {
			this.results.set(text, result);
		}
		return result;
	}
}

const mostRemembered = 20_000;

class RowReader {
	usesZone = false;
	private readonly times = new Remembered(readTime);
	private readonly dates = new Remembered(readDate);

	constructor(private readonly settings: TableSettings) {}

	read({ line, cells, isBroken }: TableRow): SourceTime | RowProblem {
		if (isBroken === true) {
			return "broken";
		}
		const byRole = Object.fromEntries(this.settings.roles.map((role, at) => [role, cells[at] ?? ""])) as Cells;
		const time = this.timeOf(byRole);
		if (typeof time === "string") {
			return time;
		}
		return {
			line,
			...time,
			project: unguarded(byRole.project),
			task: unguarded(byRole.task),
			tags: (byRole.tags ?? "")
				.split(/[,;]/)
				.map(unguarded)
				.filter((tag) => tag !== ""),
			text: unguarded(byRole.text),
		};
	}

	private timeOf(cells: Cells): Pick<SourceTime, "start" | "day" | "minutes"> | RowProblem {
		const [start, end] = [cells.start ?? "", cells.end ?? ""].map((text) => this.times.of(text));
		if ((cells.start && !start) || (cells.end && !end)) {
			return "time";
		}
		const day = this.dayOf(cells.date, start ?? end);
		if (typeof day === "string") {
			return day;
		}
		const begin = start && this.instantOf(start, day);
		const endDay = end && this.endDay(cells.endDate, end, day);
		if (typeof endDay === "string") {
			return endDay;
		}
		const isNextDay = endDay === day && !end?.date && !cells.endDate && isBefore(end, start);
		const stop = end && endDay !== undefined ? this.instantOf(end, isNextDay ? endDay + 1 : endDay) : undefined;
		const seconds = this.secondsOf(cells.duration, begin, stop);
		if (typeof seconds === "string") {
			return seconds;
		}
		const minutes = Math.round(seconds / 60);
		const from = begin ?? (stop === undefined ? undefined : stop - minutes * 60_000);
		if (minutes > minutesPerDay) {
			return "too-long";
		}
		if (minutes === 0) {
			return "zero";
		}
		const { zone, now } = this.settings;
		const isFuture = (from ?? zone.instantOf(day, 0)) + (from === undefined ? 0 : minutes * 60_000) > now + 60_000;
		if (isFuture) {
			return "future";
		}
		return from === undefined
			? { day, minutes }
			: { start: from, day: Math.floor(zone.wallOf(from) / (minutesPerDay * 60_000)), minutes };
	}

	/** The day of the date column; without one, that of the date in front of the time. */
	private dayOf(text: string | undefined, time: TimeReading | undefined): Day | RowProblem {
		const reading = text ? (this.dates.of(text) ?? this.times.of(text)?.date) : time?.date;
		return reading ? this.dayIn(reading) : "date";
	}

	private endDay(text: string | undefined, end: TimeReading, day: Day): Day | RowProblem {
		return text || end.date ? this.dayOf(text, end) : day;
	}

	private dayIn(reading: NonNullable<ReturnType<typeof readDate>>): Day | RowProblem {
		if ("day" in reading) {
			return reading.day;
		}
		const { order } = this.settings;
		if (!order) {
			return "order";
		}
		return order === "month-first" ? reading.monthFirst : reading.dayFirst;
	}

	private instantOf({ instant, seconds }: TimeReading, day: Day): number | undefined {
		if (instant !== undefined) {
			return instant;
		}
		this.usesZone ||= seconds !== undefined;
		return seconds === undefined ? undefined : this.settings.zone.instantOf(day, seconds);
	}

	/** The duration as written, otherwise the time between both ends. */
	private secondsOf(
		text: string | undefined,
		begin: number | undefined,
		stop: number | undefined,
	): number | RowProblem {
		if (begin !== undefined && stop !== undefined && stop < begin) {
			return "negative";
		}
		if (text) {
			const reading = readDuration(text, this.settings.unit);
			if (reading.kind === "seconds") {
				return reading.seconds;
			}
			return reading.kind === "unknown" ? "duration" : reading.kind;
		}
		return begin === undefined || stop === undefined ? "running" : (stop - begin) / 1000;
	}
}

function isBefore(end: TimeReading | undefined, start: TimeReading | undefined): boolean {
	return end?.seconds !== undefined && start?.seconds !== undefined && end.seconds < start.seconds;
}

/** Without the apostrophe by which exports keep a text from being a formula. */
function unguarded(text: string | undefined): string {
	return (text ?? "").trim().replace(/^'(?=\s*[=+\-@＝＋－＠])/, "");
}

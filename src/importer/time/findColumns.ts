import { type DurationUnit, readDuration, readTime } from "./timeCells.ts";
import type { ColumnRole, TableRow } from "./timeTable.ts";

/** Names of columns in English, German, and Chinese, without what is in parentheses. */
const names: Readonly<Record<Exclude<ColumnRole, "none">, ReadonlyArray<string>>> = {
	date: ["date", "start date", "day", "datum", "startdatum", "日期", "开始日期", "tag"],
	start: [
		"start",
		"start time",
		"from",
		"begin",
		"beginn",
		"anfang",
		"von",
		"startzeit",
		"started",
		"开始",
		"开始时间",
	],
	endDate: ["end date", "enddatum", "结束日期"],
	end: ["end", "end time", "to", "until", "stop", "stop time", "ende", "bis", "endzeit", "结束", "结束时间"],
	duration: [
		...["duration", "hours", "hrs", "minutes", "mins", "min", "seconds", "time spent", "h", "time"],
		...["dauer", "stunden", "std", "minuten", "sekunden", "zeit", "时长", "小时", "分钟", "秒"],
	],
	project: ["project", "projekt", "commitment", "category", "kategorie", "bereich", "项目", "类别"],
	task: ["task", "activity", "aufgabe", "tätigkeit", "aktivität", "任务"],
	tags: ["tags", "tag", "labels", "label", "schlagwörter", "schlagworte", "标签"],
	text: [
		...["description", "note", "notes", "comment", "comments", "title", "text", "what", "beschreibung"],
		...["notiz", "notizen", "kommentar", "bemerkung", "描述", "备注", "说明"],
	],
};
const roles = Object.keys(names) as ReadonlyArray<Exclude<ColumnRole, "none">>;
const sampleSize = 50;

/** What the columns mean, by their names and what is in them; each meaning has at most one column. */
export function findColumns(
	records: ReadonlyArray<TableRow>,
): { readonly heads: ReadonlyArray<string>; readonly roles: ReadonlyArray<ColumnRole> } | undefined {
	const [first] = records;
	const hasHeads = first !== undefined && isHead(first.cells);
	const sample = records.slice(hasHeads ? 1 : 0, sampleSize);
	const width = Math.max(0, ...records.slice(0, sampleSize).map(({ cells }) => cells.length));
	const heads = Array.from({ length: width }, (_, at) => (hasHeads ? (first.cells[at] ?? "") : ""));
	const cells = (at: number) => sample.flatMap((row) => row.cells[at] || []);
	const found: Array<ColumnRole> = heads.map(() => "none");
	for (const [at, head] of heads.entries()) {
		const role = roles.find((each) => names[each].includes(plainHead(head)) && fits(each, cells(at)));
		found[at] = role !== undefined && !found.includes(role) ? role : "none";
	}
	for (const at of heads.keys()) {
		const role = heads[at] === "" ? roleByContent(cells(at), found) : undefined;
		found[at] = role ?? found[at] ?? "none";
	}
	const hasTime = found.includes("duration") || found.includes("start");
	return hasTime && (found.includes("date") || found.includes("start")) ? { heads, roles: found } : undefined;
}

/** The unit of numbers without one: by the name of the column, or by a number that only makes sense in one. */
export function findUnit(head: string, cells: Iterable<string>): DurationUnit | undefined {
	const named = /\b(h|hours?|hrs|std|stunden|decimal|dezimal)\b|小时/i.test(head) ? "hours" : undefined;
	const minutes = /\b(min|mins|minutes?|minuten)\b|分钟/i.test(head) ? "minutes" : undefined;
	const seconds = /\b(s|sec|seconds?|sekunden)\b|秒/i.test(head) ? "seconds" : undefined;
	if (named ?? minutes ?? seconds) {
		return named ?? minutes ?? seconds;
	}
	let isLarge = false;
	for (const cell of cells) {
		if (/^\d{1,3}[.,]\d{1,6}$/.test(cell)) {
			return "hours";
		}
		isLarge ||= /^\d{2,4}$/.test(cell) && Number(cell) > 24;
	}
	return isLarge ? "minutes" : undefined;
}

function plainHead(head: string): string {
	return head
		.toLowerCase()
		.replace(/\(.{0,40}\)/, "")
		.replace(/[_-]/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}

function isHead(cells: ReadonlyArray<string>): boolean {
	const isNamed = cells.some((cell) => roles.some((role) => names[role].includes(plainHead(cell))));
	return isNamed || cells.every((cell) => !isTime(cell) && !isDuration(cell));
}

/** German "Tag" is a day, and an English tag is a label. */
function fits(role: ColumnRole, cells: ReadonlyArray<string>): boolean {
	return role !== "date" || cells.length === 0 || cells.some(isTime);
}

function roleByContent(cells: ReadonlyArray<string>, found: ReadonlyArray<ColumnRole>): ColumnRole | undefined {
	const most = (is: (cell: string) => boolean) => cells.filter(is).length > cells.length / 2;
	const free = (...wanted: ReadonlyArray<ColumnRole>) => wanted.find((role) => !found.includes(role));
	if (cells.length === 0) {
		return undefined;
	}
	if (most((cell) => readTime(cell)?.date !== undefined)) {
		const hasTime = most((cell) => hasClock(cell));
		return hasTime ? free("start", "end") : free("date", "endDate");
	}
	if (most(hasClock) && found.includes("date")) {
		return free("start", "end", "duration");
	}
	return most(isDuration) ? free("duration") : free("project", "text", "tags");
}

function hasClock(cell: string): boolean {
	const reading = readTime(cell);
	return reading?.seconds !== undefined || reading?.instant !== undefined;
}

function isTime(cell: string): boolean {
	return readTime(cell) !== undefined;
}

function isDuration(cell: string): boolean {
	return readDuration(cell).kind !== "unknown";
}

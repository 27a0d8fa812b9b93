/** The number of rows to read or compare without a pause: a few ms. */
export const rowsPerStep = 512;

/** What a column of a table means. */
export const columnRoles = [
	"date",
	"start",
	"endDate",
	"end",
	"duration",
	"project",
	"task",
	"tags",
	"text",
	"none",
] as const;

/** See {@link columnRoles}. `start` and `end` may be a time, or a date with a time. */
export type ColumnRole = (typeof columnRoles)[number];

/** The texts of one record. */
export interface TableRow {
	/** Of its first character, counted from 1. */
	readonly line: number;
	readonly cells: ReadonlyArray<string>;
	/** Whether it could not be divided into cells, or is not an entry of the format at all. */
	readonly isBroken?: boolean;
}

/** The entries of any source as a table. */
export interface TimeTable {
	/** The name of each column; empty if the table has none. */
	readonly heads: ReadonlyArray<string>;
	readonly roles: ReadonlyArray<ColumnRole>;
	readonly rows: ReadonlyArray<TableRow>;
	/** Whether the format itself says what the columns mean. */
	readonly isFixed: boolean;
}

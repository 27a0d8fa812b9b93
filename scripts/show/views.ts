import { problemRows, unreadableRow } from "../../src/viewmodel/rows/problemRows.ts";
import type { Row, TooltipPart } from "../../src/viewmodel/rows/row.ts";
import { type ViewContent, viewContent } from "../../src/viewmodel/rows/viewContent.ts";
import { type ViewId, viewIds } from "../../src/viewmodel/rows/viewOptions.ts";
import type { ShowSource } from "./source.ts";
import { textPlaces } from "./textPlaces.ts";

/** The text of every view, and what else is known of its rows. */
export type ShownViews = Readonly<Record<ViewId, ShownRows>>;

/** A view with all its rows. */
export interface ShownRows {
	readonly title: string;
	/** Beside the title. */
	readonly description: string;
	/** The message if there are no rows. */
	readonly message?: string;
	/** The rows as indented text. */
	readonly text: string;
	readonly rows: ReadonlyArray<ShownRow>;
}

/** A row, with those under it whether it is open or not. */
export interface ShownRow {
	readonly label: string;
	readonly description?: string;
	/** What a screen reader says. */
	readonly accessibleName: string;
	readonly icon?: string;
	readonly color?: string;
	readonly ticked?: boolean;
	readonly open?: boolean;
	/** The ID of its node. */
	readonly target?: string;
	readonly actions?: ReadonlyArray<string>;
	/** Its line in the plan, from 1. */
	readonly line?: number;
	readonly tooltip?: ReadonlyArray<TooltipPart>;
	readonly rows?: ReadonlyArray<ShownRow>;
}

/**
 * All views of the sidebar, in their first state: by phase, all items, this week.
 *
 * @param titles what the views are called
 */
export function shownViews(source: ShowSource, titles: Readonly<Record<ViewId, string>>): ShownViews {
	const place = textPlaces(source.file.text);
	const lineOf = (offset: number) => place(offset).line;
	const entries = viewIds.map((id) => {
		const { rows, description = "", message } = rowsOf(id, source, lineOf);
		const shown = rows.map((row) => shownRow(row, lineOf));
		const text = shown.flatMap((row) => linesOf(row, "")).join("\n");
		return [id, { title: titles[id], description, ...(message ? { message } : {}), text, rows: shown }];
	});
	return Object.fromEntries(entries);
}

function rowsOf(id: ViewId, { view, reading, journal }: ShowSource, lineOf: (offset: number) => number): ViewContent {
	const shown = view ? viewContent(id, view, { grouping: "phase", filter: "all", week: 0 }) : { rows: [] };
	if (id !== "roadmap") {
		return shown;
	}
	const problems = problemRows(
		reading.problems,
		{ unread: reading.plan === undefined, count: reading.problems.length },
		lineOf,
	);
	const unread = journal.unread.map(({ name, why }) => unreadableRow(name, why));
	return { ...shown, rows: [...problems, ...unread, ...shown.rows] };
}

function shownRow(row: Row, lineOf: (offset: number) => number): ShownRow {
	const { label, accessibleName, icon, color, ticked, open, target, can } = row;
	return {
		label,
		...defined({ description: row.description, accessibleName, icon, color, ticked, open, target, actions: can }),
		accessibleName,
		...defined({ line: row.range && lineOf(row.range.start), tooltip: row.tooltip?.() }),
		...defined({ rows: row.children?.().map((child) => shownRow(child, lineOf)) }),
	};
}

/** An object without the fields that are undefined. */
function defined<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function linesOf({ label, description, ticked, rows }: ShownRow, indent: string): ReadonlyArray<string> {
	const mark = ticked ? "x" : " ";
	const box = ticked === undefined ? "" : `[${mark}] `;
	const text = `${indent}${box}${label}${description ? `  ${description}` : ""}`;
	return [text, ...(rows ?? []).flatMap((row) => linesOf(row, `${indent}  `))];
}

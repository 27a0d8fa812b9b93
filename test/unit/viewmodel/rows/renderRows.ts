import assert from "node:assert/strict";
import type { Row, TooltipPart } from "../../../../src/viewmodel/rows/row.ts";
import { type ViewContent, viewContent } from "../../../../src/viewmodel/rows/viewContent.ts";
import { filters, groupings, type ViewOptions, viewIds } from "../../../../src/viewmodel/rows/viewOptions.ts";
import type { ViewSource } from "../../../../src/viewmodel/text/viewSource.ts";

/** The default options. */
export const byPhase: ViewOptions = { grouping: "phase", filter: "all", week: 0 };

/** Replaces the thin and no-break spaces of dates and numbers by plain ones. */
export const plainSpaces = (text: string): string => text.replace(/\s/g, " ");

/** The rows as indented lines: `+` before a collapsed row, `-` before an expanded one. */
export function outline(rows: ReadonlyArray<Row>, indent = ""): ReadonlyArray<string> {
	return rows.flatMap((row) => {
		const sign = row.open ? "- " : "+ ";
		return [
			`${indent}${row.open === undefined ? "" : sign}${row.label} | ${plainSpaces(row.description ?? "")}`,
			...outline(row.children?.() ?? [], `${indent}  `),
		];
	});
}

/** The rows with all their descendants. */
export function everyRow(rows: ReadonlyArray<Row>): ReadonlyArray<Row> {
	return rows.flatMap((row) => [row, ...everyRow(row.children?.() ?? [])]);
}

/** The first row with a label, at any depth. */
export function rowCalled(rows: ReadonlyArray<Row>, label: string): Row {
	return everyRow(rows).find((row) => row.label === label) ?? assert.fail(`no row "${label}"`);
}

/** The tooltip of a row as lines: `# ` before a heading, `Name: ` before a fact, ` -> ` before an address. */
export function tooltipLines({ tooltip }: Row): ReadonlyArray<string> {
	return (tooltip?.() ?? []).map(tooltipLine);
}

function tooltipLine(part: TooltipPart): string {
	switch (part.kind) {
		case "heading":
			return `# ${part.text}`;
		case "text":
			return plainSpaces(part.text);
		case "fact":
			return `${part.name}: ${plainSpaces(part.text)}`;
		case "link":
			return `${part.text} -> ${part.url}`;
	}
}

/** Every view in every way to look at it, with a name to report it by. */
export function everyView(source: ViewSource): ReadonlyArray<{ readonly name: string; readonly shown: ViewContent }> {
	const ways = groupings.flatMap((grouping) =>
		filters.flatMap((filter) => [-30, -1, 0, 1].map((week): ViewOptions => ({ grouping, filter, week }))),
	);
	return viewIds.flatMap((id) =>
		ways
			// Only the first view has groupings and filters, only the second one weeks.
			.filter((way) => (id === "week" ? way.grouping === "phase" && way.filter === "all" : way.week === 0))
			.filter((way) => id === "roadmap" || (way.grouping === "phase" && way.filter === "all"))
			.map((way) => ({
				name: `${id}, by ${way.grouping}, ${way.filter}, week ${way.week}`,
				shown: viewContent(id, source, way),
			})),
	);
}

import * as l10n from "@vscode/l10n";
import type { Problem } from "../plan/problem.ts";
import { problemText } from "./problemText.ts";
import type { Row } from "./row.ts";

const mostRows = 50;

/**
 * What is wrong with the plan, as one row with a row for each problem under it; no row where all is well.
 *
 * @param unread the text could not be understood at all: what is shown below is the last plan that could
 * @param lineOf the line, counted from 1, of an offset in the plan
 */
export function problemRows(
	problems: ReadonlyArray<Problem>,
	unread: boolean,
	lineOf: (offset: number) => number,
): ReadonlyArray<Row> {
	if (problems.length === 0) {
		return [];
	}
	const label = unread ? l10n.t("The plan cannot be read") : l10n.t("Problems in the plan");
	const description = unread ? l10n.t("below is the last one that could") : String(problems.length);
	return [
		{
			id: "problems",
			label,
			description,
			accessibleName: `${label}, ${description}`,
			icon: unread ? "error" : "warning",
			color: unread ? "list.errorForeground" : "list.warningForeground",
			open: unread,
			children: () =>
				problems.slice(0, mostRows).map((problem, index): Row => {
					const text = problemText(problem);
					const line = l10n.t("Line {0}", lineOf(problem.range.start));
					return {
						id: `problem:${index}`,
						label: line,
						description: text,
						accessibleName: `${line}: ${text}`,
						range: problem.range,
					};
				}),
		},
	];
}

/** The row that stands for a file, the plan or one of the journal, that cannot be read at all. */
export function unreadableRow(name: string, why: string): Row {
	const label = l10n.t("{0} cannot be read", name);
	return {
		id: `unreadable:${name}`,
		label,
		description: why,
		accessibleName: `${label}: ${why}`,
		icon: "error",
		color: "list.errorForeground",
	};
}

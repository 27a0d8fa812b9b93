import * as l10n from "@vscode/l10n";
import type { PlanProblem } from "../../plan/planProblem.ts";
import { problemText } from "../text/problemText.ts";
import type { Row } from "./row.ts";

const mostRows = 50;

/**
 * A row with a child for each problem of the plan; none if there are no problems.
 *
 * @param problems those to list, see `listedProblems`
 * @param unread whether the text is invalid as a whole, so that the views show the last valid plan
 * @param count the number of all problems
 * @param lineOf returns the line of an offset, counted from 1
 */
export function problemRows(
	problems: ReadonlyArray<PlanProblem>,
	{ unread, count }: { readonly unread: boolean; readonly count: number },
	lineOf: (offset: number) => number,
): ReadonlyArray<Row> {
	if (problems.length === 0) {
		return [];
	}
	const label = unread ? l10n.t("The plan can't be read") : l10n.t("Problems in the plan");
	const description = unread ? l10n.t("showing the last valid version") : String(count);
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
		...(problems.every(({ code }) => code === "empty") ? [templateRow()] : []),
	];
}

/** The row that offers the templates for a plan without content. */
function templateRow(): Row {
	const label = l10n.t("Start with a template...");
	const command = { id: "waymark.createRoadmap", args: [] };
	return { id: "template", label, accessibleName: label, icon: "new-file", command };
}

/** The placeholder row while a long journal is read. */
export function readingRow(): Row {
	const label = l10n.t("Reading the journal...");
	return { id: "reading", label, accessibleName: label, icon: "loading~spin" };
}

/** The row for an unreadable file of the plan or journal. */
export function unreadableRow(name: string, why: string): Row {
	const label = l10n.t("{0} can't be read", name);
	return {
		id: `unreadable:${name}`,
		label,
		description: why,
		accessibleName: `${label}: ${why}`,
		icon: "error",
		color: "list.errorForeground",
	};
}

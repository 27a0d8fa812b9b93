import * as l10n from "@vscode/l10n";
import type { verdicts } from "../../../journal/verdict.ts";
import { focusOf, unansweredFocus } from "../../../progress/week/weekFocus.ts";
import type { CommitmentWeek, WeekReport } from "../../../progress/week/weekReport.ts";
import { plural } from "../../../util/plural.ts";
import { titleOf } from "../../focus/focusChoices.ts";
import { isHidden } from "../../text/privacy.ts";
import type { ViewSource } from "../../text/viewSource.ts";
import { hiddenRow } from "../hiddenRow.ts";
import { itemRow } from "../itemRow.ts";
import { reviewRow } from "../reviewRows.ts";
import type { Row } from "../row.ts";

type Verdict = (typeof verdicts)[number];

/**
 * The rows on top of a week: what to focus on in it, and in the current week the question what became of the last focus.
 *
 * @param commitmentRow makes the row of a commitment
 */
export function focusRows(
	source: ViewSource,
	report: WeekReport,
	commitmentRow: (week: CommitmentWeek) => Row,
): ReadonlyArray<Row> {
	const focus = focusOf(source.snapshot, report.span);
	if (!focus || focus.on.length === 0) {
		return questionRow(source, report);
	}
	const verdicts = new Map(focus.entry.kept?.map(({ on, verdict }) => [source.aliases.idOf(on) ?? on, verdict]));
	const count = focus.on.length;
	const label = l10n.t("Focus");
	return [
		...questionRow(source, report),
		{
			id: "week:focus",
			label,
			description: String(count),
			accessibleName: `${label}, ${plural(count, l10n.t("1 thing"), l10n.t("{0} things", count))}`,
			icon: "target",
			open: true,
			children: () =>
				focus.on.map((id) => withVerdict(focusedRow(id, { source, report, commitmentRow }), id, verdicts.get(id))),
		},
	];
}

/** What became of a focus. */
export function focusVerdictText(verdict: Verdict): string {
	switch (verdict) {
		case "yes":
			return l10n.t("done");
		case "partly":
			return l10n.t("partly done");
		case "no":
			return l10n.t("not done");
	}
}

interface FocusContext {
	readonly source: ViewSource;
	readonly report: WeekReport;
	readonly commitmentRow: (week: CommitmentWeek) => Row;
}

function focusedRow(id: string, { source, report, commitmentRow }: FocusContext): Row {
	const { snapshot, plan, formatter } = source;
	const node = plan.byId.get(id);
	if (isHidden(node, formatter)) return hiddenRow(id);
	const week = report.commitments.find(({ commitment }) => commitment.id === id);
	if (week) return commitmentRow(week);
	const item = snapshot.items.get(id);
	if (item) return itemRow(item, source);
	const review = snapshot.checkpoints.findLast(
		({ checkpoint, day }, at, all) => checkpoint.id === id && (day < report.span.end || isFirstOf(id, all, at)),
	);
	if (review) return reviewRow(review, source);
	const label = titleOf(id, source);
	const orphan = node ? [] : [l10n.t("not in the plan")];
	return {
		id,
		label,
		...(node ? { range: node.range, target: id, can: ["logTime", "startTimer", "openPlan"] } : {}),
		description: orphan.join(),
		accessibleName: [label, ...orphan].join(", "),
		icon: node ? "circle-large-outline" : "question",
	};
}

function isFirstOf(
	id: string,
	all: ReadonlyArray<{ readonly checkpoint: { readonly id: string } }>,
	at: number,
): boolean {
	return all.findIndex(({ checkpoint }) => checkpoint.id === id) === at;
}

/** The row under Focus: with an ID of its own, and without the entries, which are below the other row. */
function withVerdict({ children: _, open: __, ...row }: Row, id: string, verdict: Verdict | undefined): Row {
	const texts = verdict === undefined ? [] : [focusVerdictText(verdict)];
	return {
		...row,
		id: `week:focus:${id}`,
		description: [...texts, row.description].filter(Boolean).join(" · "),
		accessibleName: [row.accessibleName, l10n.t("in focus"), ...texts].join(", "),
	};
}

function questionRow({ snapshot }: ViewSource, { span }: WeekReport): ReadonlyArray<Row> {
	const isNow = span.start === snapshot.week.span.start;
	if (!isNow || !unansweredFocus(snapshot, span)) return [];
	const label = l10n.t("What became of the last focus?");
	const description = l10n.t("Plan My Week");
	return [
		{
			id: "week:focus:last",
			label,
			description,
			accessibleName: `${label} ${description}`,
			icon: "question",
			command: { id: "waymark.planMyWeek", args: [] },
		},
	];
}

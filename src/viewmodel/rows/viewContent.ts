import * as l10n from "@vscode/l10n";
import { habitsDoneText } from "../text/habits/habitText.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { weekFigureText } from "../text/weekText.ts";
import { reviewRows } from "./reviewRows.ts";
import { roadmapRows } from "./roadmapRows.ts";
import type { Row } from "./row.ts";
import { signalRows } from "./signalRows.ts";
import type { ViewId, ViewOptions } from "./viewOptions.ts";
import { weekRows } from "./weekRows.ts";

/** The content of a view. */
export interface ViewContent {
	readonly rows: ReadonlyArray<Row>;
	/** The name of the view; by default the one it has. */
	readonly title?: string;
	/** Next to the name of the view. */
	readonly description?: string;
	/** The message if there are no rows. */
	readonly message?: string;
}

/** The most characters of a figure: "3 of 2-3 people: within". Longer descriptions are sentences. */
const longestFigure = 24;
/** The most characters of a label with its figure that a sidebar of 200 pixels has room for. */
const narrowLetters = 20;

/** Creates the content of a view for a plan. */
export function viewContent(id: ViewId, source: ViewSource, options: ViewOptions): ViewContent {
	const content = contentOf(id, source, options);
	return options.figuresFirst ? { ...content, rows: content.rows.map(withFigureFirst) } : content;
}

/**
 * The row with the first part of its description before its label, if that is a figure: a narrow sidebar cuts what comes
 * after a long title. Headings with room for it keep their order. An entry begins with its figure anyway.
 */
function withFigureFirst(row: Row): Row {
	const { children, description = "", id, label, target } = row;
	const [figure = "", ...rest] = description.split(" · ");
	const isFigure = /\p{N}/u.test(figure) && figure.length <= longestFigure && !id.startsWith("entry:");
	const isHeading = target === undefined && `${label} ${figure}`.length <= narrowLetters;
	return {
		...row,
		...(isFigure && !isHeading ? { label: `${figure} · ${label}`, description: rest.join(" · ") } : {}),
		...(children ? { children: () => children().map(withFigureFirst) } : {}),
	};
}

function contentOf(id: ViewId, source: ViewSource, options: ViewOptions): ViewContent {
	const { formatter, plan, snapshot } = source;
	switch (id) {
		case "roadmap": {
			const rows = roadmapRows(source, options);
			const description = [formatter.discreet ? l10n.t("discreet mode") : plan.title, filterWord(options)]
				.filter(Boolean)
				.join(" · ");
			return { rows, description, ...(rows.length === 0 ? { message: emptyWords(options) } : {}) };
		}
		case "week": {
			const { start } = snapshot.week.span;
			const report = snapshot.weekWith(start + 7 * options.week);
			const habits = report.aim.high === 0 && report.minutes === 0 ? snapshot.habitsWith(report.span.start) : [];
			const figure = habits.length > 0 ? habitsDoneText(habits) : weekFigureText(report, formatter);
			const description = [figure, formatter.dates(report.span)].join(" · ");
			return { rows: weekRows(source, report), title: weekTitle(options.week), description };
		}
		case "reviews": {
			const rows = reviewRows(source);
			return rows.length > 0 ? { rows } : { rows, message: l10n.t("The plan has no checkpoints.") };
		}
		case "signals": {
			const rows = signalRows(source);
			return rows.length > 0
				? { rows }
				: { rows, message: l10n.t("The plan has no indicators, success factors, risks, or advantages.") };
		}
	}
}

/** The name of the This Week view for a week: 0 is the current one. */
function weekTitle(week: number): string {
	switch (week) {
		case -1:
			return l10n.t("Last Week");
		case 0:
			return l10n.t("This Week");
		case 1:
			return l10n.t("Next Week");
		default:
			return l10n.t("Week");
	}
}

function filterWord({ filter }: ViewOptions): string {
	switch (filter) {
		case "all":
			return "";
		case "open":
			return l10n.t("open");
		case "due":
			return l10n.t("due or overdue");
	}
}

function emptyWords({ filter }: ViewOptions): string {
	switch (filter) {
		case "all":
			return l10n.t("The plan has no phases, milestones, or targets yet.");
		case "open":
			return l10n.t("No open items.");
		case "due":
			return l10n.t("No items are due or overdue.");
	}
}

import * as l10n from "@vscode/l10n";
import { reviewRows } from "./reviewRows.ts";
import { roadmapRows } from "./roadmapRows.ts";
import type { Row } from "./row.ts";
import { signalRows } from "./signalRows.ts";
import type { ViewId, ViewOptions } from "./viewOptions.ts";
import type { ViewSource } from "./viewSource.ts";
import { weekRows } from "./weekRows.ts";

/** What a view of the sidebar shows. */
export interface ShownView {
	readonly rows: ReadonlyArray<Row>;
	/** Beside the view's name. */
	readonly description?: string;
	/** What stands in the place of rows, where there are none. */
	readonly message?: string;
}

/** What a view shows of a plan. */
export function shownView(id: ViewId, source: ViewSource, options: ViewOptions): ShownView {
	const { words, plan, snapshot } = source;
	switch (id) {
		case "roadmap": {
			const rows = roadmapRows(source, options);
			const description = [words.discreet ? "" : plan.title, filterWord(options)].filter(Boolean).join(" · ");
			return { rows, description, ...(rows.length === 0 ? { message: emptyWords(options) } : {}) };
		}
		case "week": {
			const { start } = snapshot.week.span;
			const report = snapshot.weekWith(start + 7 * options.week);
			return { rows: weekRows(source, report), description: words.dates(report.span) };
		}
		case "reviews": {
			const rows = reviewRows(source);
			return rows.length > 0 ? { rows } : { rows, message: l10n.t("The plan has no checkpoints.") };
		}
		case "signals": {
			const rows = signalRows(source);
			return rows.length > 0
				? { rows }
				: { rows, message: l10n.t("The plan has no indicators, factors, risks or advantages.") };
		}
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
			return l10n.t("The plan has no phases, milestones or targets yet.");
		case "open":
			return l10n.t("Nothing is open.");
		case "due":
			return l10n.t("Nothing is due or overdue.");
	}
}

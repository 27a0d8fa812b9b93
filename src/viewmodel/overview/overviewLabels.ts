import * as l10n from "@vscode/l10n";
import type { OverviewLabel } from "./overviewPageModel.ts";

/** The labels of the page. */
export function overviewLabels(): Readonly<Record<OverviewLabel, string>> {
	return {
		timelineTitle: l10n.t("Timeline"),
		timelineEmpty: l10n.t("Nothing in the plan has dates yet. Add `when` to phases, milestones, or targets."),
		groupBy: l10n.t("Group by"),
		byPhase: l10n.t("Phase"),
		byTrack: l10n.t("Track"),
		byYear: l10n.t("Year"),
		show: l10n.t("Show"),
		all: l10n.t("All"),
		open: l10n.t("Open"),
		due: l10n.t("Due and overdue"),
		zoomIn: l10n.t("Zoom In"),
		zoomOut: l10n.t("Zoom Out"),
		fit: l10n.t("Fit All"),
		fitYear: l10n.t("Fit Year"),
		today: l10n.t("Today"),
		earlier: l10n.t("Earlier"),
		later: l10n.t("Later"),
		showTable: l10n.t("Show as Table"),
		showPicture: l10n.t("Show as Chart"),
		title: l10n.t("Title"),
		kind: l10n.t("Kind"),
		state: l10n.t("State"),
		dates: l10n.t("Dates"),
		log: l10n.t("Log Progress"),
		openReview: l10n.t("Open Review"),
		showInPlan: l10n.t("Show in Plan"),
		replan: l10n.t("Replan"),
		export: l10n.t("Export..."),
		tooLong: l10n.t("The timeline is too long for an image. Show fewer items, or export it as HTML."),
		keys: l10n.t(
			"Up and Down select, Left and Right move in time, + and - zoom, F fits the selection, Y fits the year, 0 fits all, T goes to today, I shows details, Enter logs, Space shows it in the plan, R replans.",
		),
		nothingShown: l10n.t("No items match the filter."),
		noAnswer: l10n.t("no answer"),
	};
}

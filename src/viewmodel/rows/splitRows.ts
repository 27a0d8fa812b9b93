import * as l10n from "@vscode/l10n";
import type { TimeSplit, TrackTime } from "../../progress/timeSplit.ts";
import type { Span } from "../../time/day.ts";
import type { Formatter } from "../text/formatter.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { hiddenRow } from "./hiddenRow.ts";
import type { Row } from "./row.ts";

/** The split of time between tracks, with planned shares: this week, and a folder of longer periods. */
export function splitRows({ snapshot, formatter }: ViewSource, week: Required<Span>): ReadonlyArray<Row> {
	if (snapshot.plan.tracks.length === 0) {
		return [];
	}
	const { quarter, year, overall } = snapshot.split;
	const split = snapshot.splitWith(week.start);
	const shown = splitRow("week", l10n.t("Split by track"), split, formatter);
	return [
		{
			...shown,
			icon: "pie-chart",
			open: false,
			children: () => [
				...tracksOf("week", split, formatter),
				splitRow("quarter", l10n.t("This quarter"), quarter, formatter),
				splitRow("year", l10n.t("This year"), year, formatter),
				splitRow("overall", l10n.t("Since the start"), overall, formatter),
			],
		},
	];
}

function splitRow(id: string, label: string, split: TimeSplit, formatter: Formatter): Row {
	const shown = split.tracks.filter(({ track }) => !isHidden(track, formatter));
	const parts = shown.map((each) => `${formatter.title(each.track)} ${shareText(each, formatter)}`);
	const description = split.assigned > 0 ? parts.join(" · ") : l10n.t("no time logged yet");
	return {
		id: `split:${id}`,
		label,
		description,
		accessibleName: [label, ...(split.assigned > 0 ? parts : [description])].join(", "),
		icon: "calendar",
		open: false,
		children: () => tracksOf(id, split, formatter),
	};
}

/** "62% (60% planned)" */
function shareText({ share, planned }: TrackTime, formatter: Formatter): string {
	const reached = share === undefined ? "–" : formatter.rounded(share);
	return planned === undefined ? reached : l10n.t("{0} ({1} planned)", reached, formatter.rounded(planned));
}

function tracksOf(id: string, { tracks, unassigned }: TimeSplit, formatter: Formatter): ReadonlyArray<Row> {
	const rows = tracks.map((each): Row => {
		if (isHidden(each.track, formatter)) {
			return hiddenRow(`split:${id}:track:${each.track.id}`);
		}
		const owes = each.owes === undefined ? 0 : Math.round(each.owes);
		const under = owes > 0 ? [l10n.t("{0} under plan", formatter.minutes(owes))] : [];
		const over = owes < 0 ? [l10n.t("{0} over plan", formatter.minutes(-owes))] : [];
		const label = formatter.title(each.track);
		const facts = [formatter.minutes(each.minutes), shareText(each, formatter), ...under, ...over];
		return {
			id: `split:${id}:track:${each.track.id}`,
			label,
			description: facts.join(" · "),
			accessibleName: [label, l10n.t("track"), ...facts].join(", "),
			icon: "git-branch",
			range: each.track.range,
			target: each.track.id,
			can: ["logTime", "startTimer", "openPlan"],
		};
	});
	if (unassigned === 0) {
		return rows;
	}
	const label = l10n.t("No track");
	const description = formatter.minutes(unassigned);
	return [
		...rows,
		{ id: `split:${id}:none`, label, description, accessibleName: `${label}, ${description}`, icon: "dash" },
	];
}

import * as l10n from "@vscode/l10n";
import type { Span } from "../plan/day.ts";
import type { Split, TrackTime } from "../progress/split.ts";
import type { Row } from "./row.ts";
import type { ViewSource } from "./viewSource.ts";
import type { Words } from "./words.ts";

/** How time was split between the tracks, against the planned shares: the week, and folded under it longer times. */
export function splitRows({ snapshot, words }: ViewSource, week: Required<Span>): ReadonlyArray<Row> {
	if (snapshot.plan.tracks.length === 0) {
		return [];
	}
	const { quarter, year, overall } = snapshot.split;
	const split = snapshot.splitWith(week.start);
	const shown = splitRow("week", l10n.t("Split by track"), split, words);
	return [
		{
			...shown,
			icon: "pie-chart",
			open: false,
			children: () => [
				...tracksOf("week", split, words),
				splitRow("quarter", l10n.t("This quarter"), quarter, words),
				splitRow("year", l10n.t("This year"), year, words),
				splitRow("overall", l10n.t("Since the start"), overall, words),
			],
		},
	];
}

function splitRow(id: string, label: string, split: Split, words: Words): Row {
	const parts = split.tracks.map((each) => `${words.title(each.track)} ${shareText(each, words)}`);
	const description = split.assigned > 0 ? parts.join(" · ") : l10n.t("no time yet");
	return {
		id: `split:${id}`,
		label,
		description,
		accessibleName: [label, ...(split.assigned > 0 ? parts : [description])].join(", "),
		icon: "calendar",
		open: false,
		children: () => tracksOf(id, split, words),
	};
}

/** "62% (60% planned)" */
function shareText({ share, planned }: TrackTime, words: Words): string {
	const reached = share === undefined ? "–" : words.rounded(share);
	return planned === undefined ? reached : l10n.t("{0} ({1} planned)", reached, words.rounded(planned));
}

function tracksOf(id: string, { tracks, unassigned }: Split, words: Words): ReadonlyArray<Row> {
	const rows = tracks.map((each): Row => {
		const owes = each.owes === undefined ? 0 : Math.round(each.owes);
		const owed =
			owes > 0
				? [l10n.t("{0} too little", words.minutes(owes))]
				: owes < 0
					? [l10n.t("{0} more than planned", words.minutes(-owes))]
					: [];
		const label = words.title(each.track);
		const facts = [words.minutes(each.minutes), shareText(each, words), ...owed];
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
	const label = l10n.t("Without a track");
	const description = words.minutes(unassigned);
	return [
		...rows,
		{ id: `split:${id}:none`, label, description, accessibleName: `${label}, ${description}`, icon: "dash" },
	];
}

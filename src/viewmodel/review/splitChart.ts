import * as l10n from "@vscode/l10n";
import { factsOf } from "../../progress/review/reviewFact.ts";
import type { SplitChart } from "../../review/reviewPageModel.ts";
import { parseDay } from "../../time/day.ts";
import type { ChartSource } from "./chartSource.ts";
import { shareText } from "./reviewLines.ts";

/** The monthly split of time since the start, with the planned shares. */
export function splitChart({ facts, formatter }: ChartSource): SplitChart | undefined {
	const tracks = factsOf(facts, "track");
	const [first] = tracks;
	if (!first || tracks.every(({ months }) => months.every(({ share }) => share === undefined))) {
		return undefined;
	}
	const month = (start: string) => formatter.month(parseDay(start) ?? 0);
	return {
		kind: "split",
		title: l10n.t("Split of the time by track"),
		summary: tracks.map((track) => `${formatter.title(track)}: ${shareText(track, formatter)}`).join("; "),
		planned: l10n.t("planned"),
		tracks: tracks.map((track) => ({
			title: formatter.title(track),
			months: track.months.map(({ start, minutes, share, planned }) => ({
				start: parseDay(start) ?? 0,
				share: share ?? null,
				planned: planned ?? null,
				text: [
					formatter.title(track),
					month(start),
					...(share === undefined
						? [l10n.t("no time logged yet")]
						: [`${formatter.rounded(share)}, ${formatter.minutes(minutes)}`]),
					...(planned === undefined ? [] : [l10n.t("{0} planned", formatter.rounded(planned))]),
				].join("\n"),
			})),
		})),
		table: {
			title: l10n.t("Split of the time by track"),
			columns: [
				{ title: l10n.t("Month from") },
				...tracks.map((track) => ({ title: formatter.title(track), isNumber: true as const })),
			],
			rows: first.months.map(({ start }, index) => [
				formatter.date(parseDay(start) ?? 0),
				...tracks.map(({ months }) => shareText(months[index] ?? {}, formatter)),
			]),
		},
	};
}

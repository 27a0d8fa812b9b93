import * as l10n from "@vscode/l10n";
import { parseDay } from "../../plan/day.ts";
import { factsOf } from "../../progress/review/facts.ts";
import type { SplitPicture } from "./page.ts";
import type { PictureSource } from "./pictures.ts";
import { shareText } from "./recordLines.ts";

/** The split of time over the months since the start, against the planned lines. */
export function splitPicture({ facts, words }: PictureSource): SplitPicture | undefined {
	const tracks = factsOf(facts, "track");
	const [first] = tracks;
	if (!first || tracks.every(({ months }) => months.every(({ share }) => share === undefined))) {
		return undefined;
	}
	const month = (start: string) => words.month(parseDay(start) ?? 0);
	return {
		kind: "split",
		title: l10n.t("Split of the time by track"),
		summary: tracks.map((track) => `${words.title(track)}: ${shareText(track, words)}`).join("; "),
		planned: l10n.t("planned"),
		tracks: tracks.map((track) => ({
			title: words.title(track),
			months: track.months.map(({ start, minutes, share, planned }) => ({
				start: parseDay(start) ?? 0,
				share: share ?? null,
				planned: planned ?? null,
				text: [
					words.title(track),
					month(start),
					...(share === undefined ? [l10n.t("no time yet")] : [`${words.rounded(share)}, ${words.minutes(minutes)}`]),
					...(planned === undefined ? [] : [l10n.t("{0} planned", words.rounded(planned))]),
				].join("\n"),
			})),
		})),
		table: {
			title: l10n.t("Split of the time by track"),
			columns: [
				{ title: l10n.t("Month from") },
				...tracks.map((track) => ({ title: words.title(track), isNumber: true as const })),
			],
			rows: first.months.map(({ start }, index) => [
				words.date(parseDay(start) ?? 0),
				...tracks.map(({ months }) => shareText(months[index] ?? {}, words)),
			]),
		},
	};
}

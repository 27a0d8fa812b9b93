import * as vscode from "vscode";
import type { ItemPlace } from "../../../plan/edit/place/itemPlace.ts";
import { targetsKey, yearKey } from "../../../plan/edit/place/targetsKey.ts";
import { planYears } from "../../../plan/planYears.ts";
import { isHidden } from "../../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import { yearText } from "../../../viewmodel/text/yearText.ts";

/** A list of items that can be chosen. A place in a phase without outcomes has an empty area, which is prompted for. */
export interface PlaceChoice extends vscode.QuickPickItem {
	readonly place: ItemPlace;
	/** Its name in messages and in the journal. */
	readonly name: string;
}

/** The periods of targets: those of the plan, and its years that have none yet. */
export function targetChoices({ plan, formatter, today }: ViewSource): ReadonlyArray<PlaceChoice> {
	const written = plan.targets.map(({ title, span }) => ({
		place: { kind: "targets", period: title } as const,
		name: title,
		label: formatter.plain(title),
		description: span ? formatter.dates(span) : "",
	}));
	const ends = plan.items.flatMap(({ span }) => (span?.end === undefined ? [] : [span.end - 1]));
	const last = ends.reduce((latest, day) => Math.max(latest, day), today);
	const years = planYears(plan, [today, last]);
	const [from, to] = [plan.start === undefined ? years.indexOf(today) : 1, years.indexOf(last)];
	// A damaged date could be thousands of years away.
	const indexes = Array.from({ length: Math.min(to - from + 1, 100) }, (_, index) => from + index);
	const missing = indexes.flatMap((index): ReadonlyArray<PlaceChoice> => {
		const span = years.spanOf(index);
		const period = yearKey(plan, index);
		const label = yearText(plan, index);
		const isThere = span.end <= today || targetsKey(plan, span) !== undefined;
		return isThere
			? []
			: [{ place: { kind: "targets", period }, name: period, label, description: formatter.dates(span) }];
	});
	return [...written, ...missing];
}

/** The areas of phases. */
export function areaChoices({ plan, formatter }: ViewSource, phaseAt?: number): ReadonlyArray<PlaceChoice> {
	return plan.phases
		.filter((phase) => !isHidden(phase, formatter) && (phaseAt === undefined || phase.range.start === phaseAt))
		.flatMap((phase) => {
			const { start } = phase.range;
			const title = formatter.title(phase);
			const other = {
				place: { kind: "area", phaseAt: start, area: "" } as const,
				name: phase.title,
				label: title,
				description: vscode.l10n.t("another area"),
			};
			return [
				...phase.areas.map(({ title: area }) => ({
					place: { kind: "area", phaseAt: start, area } as const,
					name: `${phase.title}: ${area}`,
					label: title,
					description: formatter.plain(area),
				})),
				other,
			];
		});
}

/** The stages of tracks. @param trackAt where the map of the only track begins */
export function stageChoices({ plan, formatter }: ViewSource, trackAt?: number): ReadonlyArray<PlaceChoice> {
	const tracks = plan.tracks.filter(({ range }) => trackAt === undefined || range.start === trackAt);
	return tracks.flatMap((track) =>
		track.stages
			.filter((stage) => !isHidden(stage, formatter))
			.map((stage) => ({
				place: { kind: "stage", stageAt: stage.range.start } as const,
				name: `${track.title}: ${stage.title}`,
				label: formatter.title(stage),
				description: formatter.title(track),
			})),
	);
}

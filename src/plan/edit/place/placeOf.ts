import type { Item, Plan } from "../../plan.ts";
import type { ItemPlace } from "./itemPlace.ts";

/** The list that an item is in; undefined for parts of items, and for what has another kind of list. */
export function placeOf(item: Item, { phases, tracks, targets }: Plan): ItemPlace | undefined {
	const group = targets.find(({ items }) => items.includes(item));
	if (group) {
		return { kind: "targets", period: group.title };
	}
	const stage = tracks.flatMap(({ stages }) => stages).find(({ items }) => items.includes(item));
	if (stage) {
		return { kind: "stage", stageAt: stage.range.start };
	}
	for (const { range, areas } of phases) {
		const area = areas.find(({ items }) => items.includes(item));
		if (area) {
			return { kind: "area", phaseAt: range.start, area: area.title };
		}
	}
	return undefined;
}

/** The name of a place in messages and in the journal. */
export function placeName(place: ItemPlace, { phases, tracks }: Plan): string {
	switch (place.kind) {
		case "area": {
			const phase = phases.find(({ range }) => range.start === place.phaseAt);
			return `${phase?.title ?? ""}: ${place.area}`;
		}
		case "stage": {
			const track = tracks.find(({ stages }) => stages.some(({ range }) => range.start === place.stageAt));
			const stage = track?.stages.find(({ range }) => range.start === place.stageAt);
			return `${track?.title ?? ""}: ${stage?.title ?? ""}`;
		}
		case "targets":
			return place.period;
	}
}

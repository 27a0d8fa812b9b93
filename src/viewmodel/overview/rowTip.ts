import { itemTooltip } from "../rows/itemTooltip.ts";
import { reviewRow } from "../rows/reviewRows.ts";
import { roadmapRows } from "../rows/roadmapRows.ts";
import type { Row, TooltipPart } from "../rows/row.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** The tooltip of a row of the timeline as text, the same as in the views; empty if it has none there. */
export function rowTip(source: ViewSource, key: string): string {
	return tooltipOf(source, key).map(lineOf).join("\n");
}

function tooltipOf(source: ViewSource, key: string): ReadonlyArray<TooltipPart> {
	const { snapshot, formatter } = source;
	const [kind, id = ""] = split(key);
	switch (kind) {
		case "item": {
			const item = snapshot.items.get(id);
			return item && !isHidden(item, formatter) ? itemTooltip(item, snapshot.progressOf(item), source) : [];
		}
		case "review": {
			const own = snapshot.checkpoints.filter(({ checkpoint }) => checkpoint.id === id);
			const shown = own.find(({ state }) => state !== "reviewed" && state !== "missed") ?? own.at(-1);
			return tooltipIn(shown && reviewRow(shown, source));
		}
		case "phase":
			return tooltipIn(treeRows(source, "phase").find((row) => row.id === key));
		case "stage": {
			const [track = "", stage = ""] = split(id);
			const tracks = treeRows(source, "track").filter((row) => row.id === `track:${track}`);
			const stages = tracks.flatMap((row) => row.children?.() ?? []);
			return tooltipIn(stages.find((row) => row.id === `group:${track}:stage:${stage}`));
		}
		default:
			return [];
	}
}

function treeRows(source: ViewSource, grouping: "phase" | "track"): ReadonlyArray<Row> {
	return roadmapRows(source, { grouping, filter: "all", week: 0 });
}

function tooltipIn(row: Row | undefined): ReadonlyArray<TooltipPart> {
	return row?.tooltip?.() ?? [];
}

/** What is before and after the first colon. */
function split(key: string): ReadonlyArray<string> {
	const at = key.indexOf(":");
	return at < 0 ? [key] : [key.slice(0, at), key.slice(at + 1)];
}

function lineOf(part: TooltipPart): string {
	switch (part.kind) {
		case "fact":
			return `${part.name}: ${part.text}`;
		case "link":
			return `${part.text}: ${part.url}`;
		default:
			return part.text;
	}
}

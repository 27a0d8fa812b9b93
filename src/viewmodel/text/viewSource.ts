import type { RoadmapState } from "../../progress/roadmapState.ts";
import type { Formatter } from "./formatter.ts";

/** The input of rows and texts. */
export interface ViewSource extends RoadmapState {
	readonly formatter: Formatter;
}

/** The same without discreet mode, which only affects the screen: for exports and what is written to files. */
export function openly(source: ViewSource): ViewSource {
	return { ...source, formatter: source.formatter.openly() };
}

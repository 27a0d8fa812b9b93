import type { RoadmapState } from "../../progress/roadmapState.ts";
import type { Formatter } from "./formatter.ts";

/** The input of rows and texts. */
export interface ViewSource extends RoadmapState {
	readonly formatter: Formatter;
}

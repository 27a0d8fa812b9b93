import type { PlanPlace } from "../../plan/edit/place/itemPlace.ts";
import type { TextRange } from "../../util/textRange.ts";

/** A row of a view. Every row is understandable without color, and for screen readers. */
export interface Row {
	/** Stable for the same node, so that expanded rows stay expanded. */
	readonly id: string;
	readonly label: string;
	readonly description?: string;
	/** The accessible name: label, kind, state and dates in full. */
	readonly accessibleName: string;
	/** The name of a codicon. */
	readonly icon?: string;
	/** The ID of a theme color. */
	readonly color?: string;
	/** Whether the row is initially expanded; undefined if it has no children. */
	readonly open?: boolean;
	/** The child rows, created on request. */
	readonly children?: () => ReadonlyArray<Row>;
	/** Its range in the plan. */
	readonly range?: TextRange;
	/** The ID of its node, as in the journal. */
	readonly target?: string;
	/** Its actions, for the menus. */
	readonly can?: ReadonlyArray<RowAction>;
	/** The list of the plan to which `add` adds. */
	readonly place?: RowPlace;
	/** Whether it is ticked; undefined if it has no checkbox. */
	readonly ticked?: boolean;
	/** What a tick logs: one more for today, and one less where it is taken away. Without it, that the item is done. */
	readonly tick?: "add";
	/** The command on selection, with its arguments; by default it opens the plan at `range`. */
	readonly command?: { readonly id: string; readonly args: ReadonlyArray<unknown> };
	/** The tooltip, created on hover. */
	readonly tooltip?: () => ReadonlyArray<TooltipPart>;
}

/** A list of the plan, or a track with several stages. `trackAt`: where the map of the track begins. */
export type RowPlace = PlanPlace | { readonly kind: "track"; readonly trackAt: number };

/** What a row can be used for besides looking at it. */
export type RowAction =
	| "openPlan"
	| "logTime"
	| "logProgress"
	| "startTimer"
	| "stopTimer"
	| "review"
	| "replan"
	| "whatIf"
	| "add"
	| "rename"
	| "move"
	| "backOnTrack"
	| "correctEntry";

/** A paragraph of a tooltip: its text is shown literally. */
export type TooltipPart =
	| { readonly kind: "heading" | "text"; readonly text: string }
	| { readonly kind: "fact"; readonly name: string; readonly text: string }
	| { readonly kind: "link"; readonly text: string; readonly url: string };

/** Whether two rows look the same and have the same actions; their children may differ. */
export function isSameRow(a: Row, b: Row): boolean {
	return (
		a.label === b.label &&
		a.description === b.description &&
		a.accessibleName === b.accessibleName &&
		a.icon === b.icon &&
		a.color === b.color &&
		a.ticked === b.ticked &&
		a.target === b.target &&
		(a.children === undefined) === (b.children === undefined) &&
		a.can?.join() === b.can?.join()
	);
}

import type { TextRange } from "../plan/problem.ts";

/** A row of the sidebar, ready to be shown. Every row reads well aloud and by its shape alone, without colour. */
export interface Row {
	/** Stays the same while the thing it shows is the same, so that what is open stays open. */
	readonly id: string;
	readonly label: string;
	readonly description?: string;
	/** What a screen reader says: label, kind, state and dates in full. */
	readonly accessibleName: string;
	/** The name of a codicon. */
	readonly icon?: string;
	/** The id of a theme colour. */
	readonly color?: string;
	/** Whether the row is open before the person says otherwise; undefined where there is nothing under it. */
	readonly open?: boolean;
	/** The rows under it, made when they are asked for. */
	readonly children?: () => ReadonlyArray<Row>;
	/** Where it stands in the plan. */
	readonly range?: TextRange;
}

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
	/** The id of what it stands for, as the journal would name it. */
	readonly target?: string;
	/** What can be done with it, for the menus. */
	readonly can?: ReadonlyArray<RowAction>;
	/** Whether it is ticked; undefined where it cannot be. */
	readonly ticked?: boolean;
	/** The command that selecting it runs, with its arguments; opens the plan at `range` when left out. */
	readonly command?: { readonly id: string; readonly args: ReadonlyArray<unknown> };
	/** More about it, made when somebody points at the row. */
	readonly tooltip?: () => ReadonlyArray<TooltipPart>;
}

/** What a row can be used for besides looking at it. */
export type RowAction = "openPlan" | "logTime" | "logProgress" | "startTimer" | "review" | "replan" | "correctEntry";

/** A paragraph of a tooltip: its text is shown as it is, whatever it holds. */
export type TooltipPart =
	| { readonly kind: "heading" | "text"; readonly text: string }
	| { readonly kind: "fact"; readonly name: string; readonly text: string }
	| { readonly kind: "link"; readonly text: string; readonly url: string };

/** Whether two rows look the same and offer the same; what is under them may differ. */
export function looksAlike(a: Row, b: Row): boolean {
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

import * as l10n from "@vscode/l10n";
import { isListedAlone } from "../../plan/parts.ts";
import type { Item } from "../../plan/plan.ts";
import type { ReviewOccurrence } from "../../progress/reviewOccurrences.ts";
import { type Span, spanContains } from "../../time/day.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { itemRow } from "./itemRow.ts";
import { reviewRow } from "./reviewRows.ts";
import type { Row } from "./row.ts";

/** The row of what is due in a week: reviews, then open items by their days. None if nothing is due. */
export function dueRows(source: ViewSource, week: Required<Span>): ReadonlyArray<Row> {
	const { snapshot, plan } = source;
	const reviews = snapshot.checkpoints.filter(({ state, day }) => state !== "reviewed" && spanContains(week, day));
	const dueOf = (item: Item) => snapshot.progressOf(item).due ?? Number.POSITIVE_INFINITY;
	const items = plan.items
		.filter((item) => {
			const { state, due } = snapshot.progressOf(item);
			const isOpen = state !== "done" && state !== "dropped";
			return isOpen && isListedAlone(item) && due !== undefined && spanContains(week, due);
		})
		.toSorted((a, b) => dueOf(a) - dueOf(b));
	const count = reviews.length + items.length;
	if (count === 0) {
		return [];
	}
	const label = l10n.t("Due in this week");
	return [
		{
			id: "week:due",
			label,
			description: String(count),
			accessibleName: `${label}, ${count}`,
			icon: "calendar",
			open: true,
			children: () => mixedRows({ reviews, items }, "week", source),
		},
	];
}

/** Reviews and items that are also shown elsewhere in a view. */
export interface ReviewsAndItems {
	readonly reviews: ReadonlyArray<ReviewOccurrence>;
	readonly items: ReadonlyArray<Item>;
}

/** Their rows, with IDs that differ from those elsewhere by a prefix. */
export function mixedRows({ reviews, items }: ReviewsAndItems, prefix: string, source: ViewSource): ReadonlyArray<Row> {
	const rows = [...reviews.map((review) => reviewRow(review, source)), ...items.map((item) => itemRow(item, source))];
	return rows.map((row) => ({ ...row, id: `${prefix}:${row.id}` }));
}

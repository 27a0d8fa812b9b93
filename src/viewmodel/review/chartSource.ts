import type { Fact } from "../../progress/review/reviewFact.ts";
import type { ReviewKey } from "../../review/reviewPageModel.ts";
import type { Day } from "../../time/day.ts";
import type { Formatter } from "../text/formatter.ts";

/** The input of charts. */
export interface ChartSource {
	readonly facts: ReadonlyArray<Fact>;
	readonly formatter: Formatter;
	/** The day of the review. */
	readonly today: Day;
	readonly key: ReviewKey;
}

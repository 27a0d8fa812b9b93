import * as l10n from "@vscode/l10n";
import { calendarOf } from "../../plan/calendar.ts";
import { type Calendar, parsePeriod, resolvePeriod } from "../../plan/period.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Words } from "../words.ts";

/** Says which dates the periods of one plan stand for. */
export class PeriodWords {
	private readonly calendar: Calendar;

	constructor(
		plan: Pick<Plan, "start" | "slips">,
		private readonly words: Words,
	) {
		this.calendar = calendarOf(plan.start, plan.slips);
	}

	/**
	 * The dates of a text that counts from the start: "by Jun 4, 2026". Undefined for any other text, also for dates, which
	 * say all by themselves, and where the plan has no start.
	 */
	of(text: string): string | undefined {
		const period = parsePeriod(text);
		if (typeof period === "string" || period.stretch.kind === "calendar") {
			return undefined;
		}
		const span = resolvePeriod(period, this.calendar);
		if (!span) {
			return undefined;
		}
		if (period.mode === "in" || period.mode === "from" || span.end === undefined) {
			return this.words.dates(span);
		}
		const date = this.words.date(span.end - 1);
		return period.mode === "by" ? l10n.t("by {0}", date) : l10n.t("through {0}", date);
	}
}

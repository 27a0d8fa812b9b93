import * as l10n from "@vscode/l10n";
import type { Plan } from "../../plan/plan.ts";
import { planCalendar } from "../../plan/planCalendar.ts";
import { type Calendar, parsePeriod, resolvePeriod } from "../../time/period.ts";
import type { Formatter } from "./formatter.ts";

/** Formats the dates of the periods of one plan. */
export class PeriodFormatter {
	private readonly calendar: Calendar;

	constructor(
		plan: Pick<Plan, "start" | "slips">,
		private readonly formatter: Formatter,
	) {
		this.calendar = planCalendar(plan.start, plan.slips);
	}

	/**
	 * The dates of a relative period: "by Jun 4, 2026". Undefined for any other text, for absolute dates, and if the
	 * plan has no start.
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
			return this.formatter.dates(span);
		}
		const date = this.formatter.date(span.end - 1);
		return period.mode === "by" ? l10n.t("by {0}", date) : l10n.t("through {0}", date);
	}
}

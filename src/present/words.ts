import * as l10n from "@vscode/l10n";
import { type Day, dateOf, type Span } from "../plan/day.ts";
import type { Quantity } from "../plan/quantity.ts";

/** Turns days and numbers into words of one language. Formatters are made once: making one costs more than using it. */
export class Words {
	private readonly day: Intl.DateTimeFormat;
	private readonly weekday: Intl.DateTimeFormat;
	private readonly percent: Intl.NumberFormat;
	private readonly full: Intl.NumberFormat;
	private readonly short: Intl.NumberFormat;

	/** @param locale a BCP 47 tag such as `en` or `zh-cn`; English where the platform does not know it */
	constructor(locale: string) {
		const known = supported(locale);
		this.day = new Intl.DateTimeFormat(known, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
		this.weekday = new Intl.DateTimeFormat(known, {
			weekday: "long",
			day: "numeric",
			month: "short",
			year: "numeric",
			timeZone: "UTC",
		});
		this.percent = new Intl.NumberFormat(known, { style: "percent", maximumFractionDigits: 0 });
		this.full = new Intl.NumberFormat(known, { maximumFractionDigits: 2 });
		this.short = new Intl.NumberFormat(known, { notation: "compact", maximumFractionDigits: 2 });
	}

	/** A day: "Jun 4, 2026". */
	date(day: Day): string {
		return this.day.format(dateOf(day));
	}

	/** A day as a heading: "Today", "Yesterday", "Friday, Nov 20, 2026". */
	dayName(day: Day, today: Day): string {
		if (day === today) {
			return l10n.t("Today");
		}
		return day === today - 1 ? l10n.t("Yesterday") : this.weekday.format(dateOf(day));
	}

	/** Minutes: "45 min", "2 h", "1 h 30 min". Whole minutes, rounded. */
	minutes(minutes: number): string {
		const whole = Math.round(minutes);
		const hours = Math.floor(whole / 60);
		const rest = whole % 60;
		if (hours === 0) {
			return l10n.t("{0} min", rest);
		}
		return rest === 0 ? l10n.t("{0} h", this.number(hours)) : l10n.t("{0} h {1} min", this.number(hours), rest);
	}

	/** A number by itself: "1,234.5". */
	number(value: number): string {
		return this.full.format(value);
	}

	/** The amount of a note: a number in the manner of the language, a text as it was written. */
	amount(amount: number | string): string {
		return typeof amount === "number" ? this.number(amount) : amount;
	}

	/** The days of a span, both ends named: "Jan 5 – Jun 4, 2026"; "from Jan 5, 2030" where it never ends. */
	dates(span: Span): string {
		return span.end === undefined
			? l10n.t("from {0}", this.date(span.start))
			: this.day.formatRange(dateOf(span.start), dateOf(span.end - 1));
	}

	/** A share from 0 to 1: "71%". Rounded down, so that 100% means all. */
	share(share: number): string {
		return this.percent.format(Math.floor(share * 100 + 1e-9) / 100);
	}

	/** A value in the manner of its goal: "$420K" beside "$1M+", "60" beside "100+", "35%" beside "40%". */
	value(value: number, goal: Quantity): string {
		const number = (goal.short ? this.short : this.full).format(Math.abs(value));
		return `${value < 0 ? "-" : ""}${goal.currency ?? ""}${number}${goal.unit === "%" ? "%" : ""}`;
	}
}

function supported(locale: string): string {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? "en";
	} catch {
		return "en";
	}
}

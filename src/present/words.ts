import * as l10n from "@vscode/l10n";
import { type Day, dateOf, type Span } from "../plan/day.ts";
import type { Quantity } from "../plan/quantity.ts";
import type { Hours } from "../plan/scalars.ts";
import { hidden, withoutMoney } from "./discretion.ts";

/**
 * Turns what is shown into words of one language: days, numbers, titles. Formatters are made once: making one costs more
 * than using it. In discreet mode it hides money, what is private, and the title of the plan; so whatever shows them asks
 * here.
 */
export class Words {
	private readonly day: Intl.DateTimeFormat;
	private readonly shortDay: Intl.DateTimeFormat;
	private readonly monthOf: Intl.DateTimeFormat;
	private readonly weekday: Intl.DateTimeFormat;
	private readonly clock: Intl.DateTimeFormat;
	private readonly percent: Intl.NumberFormat;
	private readonly full: Intl.NumberFormat;
	private readonly short: Intl.NumberFormat;
	private readonly relativeTime: Intl.RelativeTimeFormat;

	/** Spans in words, by their ends: wording one takes ten times as long as a day, and each row that has one says it anew. */
	private readonly spans = new Map<string, string>();

	/** The title of the plan, wherever a text has it as words of its own. */
	private readonly planTitle: RegExp | undefined;

	/**
	 * @param locale a BCP 47 tag such as `en` or `zh-cn`; English where the platform does not know it
	 * @param discreet whether others see the screen
	 * @param planTitle what is hidden then wherever it stands
	 */
	constructor(
		locale: string,
		readonly discreet = false,
		planTitle = "",
	) {
		const wanted = planTitle.trim().replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
		this.planTitle = wanted === "" ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, "giu");
		const known = supported(locale);
		this.day = new Intl.DateTimeFormat(known, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
		this.monthOf = new Intl.DateTimeFormat(known, { month: "short", year: "numeric", timeZone: "UTC" });
		this.weekday = new Intl.DateTimeFormat(known, {
			weekday: "long",
			day: "numeric",
			month: "short",
			year: "numeric",
			timeZone: "UTC",
		});
		this.clock = new Intl.DateTimeFormat(known, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
		this.percent = new Intl.NumberFormat(known, { style: "percent", maximumFractionDigits: 0 });
		this.full = new Intl.NumberFormat(known, { maximumFractionDigits: 2 });
		this.short = new Intl.NumberFormat(known, { notation: "compact", maximumFractionDigits: 2 });
		this.relativeTime = new Intl.RelativeTimeFormat(known, { numeric: "auto" });
		this.shortDay = new Intl.DateTimeFormat(known, {
			weekday: "short",
			day: "numeric",
			month: "short",
			timeZone: "UTC",
		});
	}

	/** The title of something in the plan; where it is empty, its id. */
	title(named: { readonly title: string; readonly id?: string; readonly private?: boolean }): string {
		return this.discreet && named.private ? l10n.t("Private") : this.plain(named.title.trim() || (named.id ?? ""));
	}

	/** A text of the person's own: a note, a focus, a question. */
	plain(text: string): string {
		return this.discreet ? withoutMoney(this.planTitle ? text.replace(this.planTitle, hidden) : text) : text;
	}

	/** A goal as it is written in the plan. */
	goal({ text, currency }: Quantity): string {
		return this.discreet && currency !== undefined ? hidden : text;
	}

	/** How far a day is from another: "tomorrow", "in 6 weeks", "3 months ago". */
	relative(day: Day, today: Day): string {
		const days = day - today;
		const size = Math.abs(days);
		const [unit, length] =
			size < 14
				? (["day", 1] as const)
				: size < 70
					? (["week", 7] as const)
					: size < 720
						? (["month", 30.4375] as const)
						: (["year", 365.25] as const);
		return this.relativeTime.format(Math.round(days / length), unit);
	}

	/** A day within a week: "Tue, Nov 24". */
	dayInWeek(day: Day): string {
		return this.shortDay.format(dateOf(day));
	}

	/** What a week asks for: "4–5 h", "2 h", "1 h 30 min – 2 h". */
	aim({ low, high }: Hours): string {
		if (Math.round(low) === Math.round(high)) {
			return this.minutes(low);
		}
		return low % 60 === 0 && high % 60 === 0
			? l10n.t("{0}–{1} h", this.number(low / 60), this.number(high / 60))
			: `${this.minutes(low)} – ${this.minutes(high)}`;
	}

	/** A day: "Jun 4, 2026". */
	date(day: Day): string {
		return this.day.format(dateOf(day));
	}

	/** The month of a day: "Jun 2026". */
	month(day: Day): string {
		return this.monthOf.format(dateOf(day));
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

	/** A time of the day: "9:15 AM". Minutes after midnight; past 1440 it is a time of the next day. */
	time(minutes: number): string {
		return this.clock.format(minutes * 60_000);
	}

	/** A number by itself: "1,234.5". */
	number(value: number): string {
		return this.full.format(value);
	}

	/** The amount of a note: a number in the manner of the language, a text as it was written. */
	amount(amount: number | string): string {
		if (this.discreet) {
			return hidden;
		}
		return typeof amount === "number" ? this.number(amount) : amount;
	}

	/** The days of a span, both ends named: "Jan 5 – Jun 4, 2026"; "from Jan 5, 2030" where it never ends. */
	dates({ start, end }: Span): string {
		if (end === undefined) {
			return l10n.t("from {0}", this.date(start));
		}
		const key = `${start} ${end}`;
		const known = this.spans.get(key) ?? this.day.formatRange(dateOf(start), dateOf(end - 1));
		this.spans.set(key, known);
		return known;
	}

	/** A share from 0 to 1: "71%". Rounded down, so that 100% means all. */
	share(share: number): string {
		return this.percent.format(Math.floor(share * 100 + 1e-9) / 100);
	}

	/** A share from 0 to 1 as a percentage, rounded: "62%". */
	rounded(share: number): string {
		return this.percent.format(share);
	}

	/** A value in the manner of its goal: "$420K" beside "$1M+", "60" beside "100+", "35%" beside "40%". */
	value(value: number, goal: Quantity): string {
		if (this.discreet && goal.currency !== undefined) {
			return hidden;
		}
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

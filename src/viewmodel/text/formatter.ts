import * as l10n from "@vscode/l10n";
import type { Hours } from "../../amount/hours.ts";
import { numberStyleOf } from "../../amount/numberStyle.ts";
import type { NumberStyle, Quantity } from "../../amount/quantity.ts";
import { readAmount } from "../../amount/readAmount.ts";
import { type Day, type Span, toDate } from "../../time/day.ts";
import { plainTitle } from "../../util/plainTitle.ts";
import { twoDigits } from "../../util/twoDigits.ts";
import { isHidden, type MayBePrivate } from "./privacy.ts";
import { redacted, redactMoney } from "./redaction.ts";

const years = { unit: "year", length: 365.25 } as const;
/** The unit for a distance of fewer than `below` days, and the days in one of it. */
const relativeUnits = [
	{ below: 14, unit: "day", length: 1 },
	{ below: 70, unit: "week", length: 7 },
	{ below: 720, unit: "month", length: 30.4375 },
] as const;
/** The number of characters of a title to search for. */
const mostCompared = 200;

/**
 * Formats dates, numbers and titles for one language. The Intl formatters are created once, because creating them is
 * expensive. In discreet mode it hides money, private titles, and the title of the plan; all views use it for that.
 */
export class Formatter {
	private readonly day: Intl.DateTimeFormat;
	private readonly shortDay: Intl.DateTimeFormat;
	private readonly dayOfYear: Intl.DateTimeFormat;
	private readonly monthOf: Intl.DateTimeFormat;
	private readonly weekday: Intl.DateTimeFormat;
	private readonly clock: Intl.DateTimeFormat;
	private readonly percent: Intl.NumberFormat;
	private readonly full: Intl.NumberFormat;
	private readonly precise: Intl.NumberFormat;
	private readonly short: Intl.NumberFormat;
	private readonly relativeTime: Intl.RelativeTimeFormat;

	/** Formatted spans, by their ends: formatting one takes ten times as long as a day, and every row shows one. */
	private readonly spans = new Map<string, string>();

	private readonly locale: string;
	private style: NumberStyle | undefined;

	/** A pattern for the title of the plan in a text. */
	private readonly planTitle: RegExp | undefined;

	/**
	 * @param locale a BCP 47 tag such as `en` or `zh-cn`; English where the platform does not know it
	 * @param discreet whether discreet mode is on
	 * @param planTitle hidden in discreet mode wherever it occurs
	 */
	constructor(
		locale: string,
		readonly discreet = false,
		planTitle = "",
	) {
		this.planTitle = planTitle.trim() === "" ? undefined : patternOf(planTitle.trim());
		const known = supported(locale);
		this.locale = known;
		this.day = new Intl.DateTimeFormat(known, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
		this.dayOfYear = new Intl.DateTimeFormat(known, { day: "numeric", month: "short", timeZone: "UTC" });
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
		this.precise = new Intl.NumberFormat(known, { maximumFractionDigits: 15 });
		this.short = new Intl.NumberFormat(known, { notation: "compact", maximumFractionDigits: 2 });
		this.relativeTime = new Intl.RelativeTimeFormat(known, { numeric: "auto" });
		this.shortDay = new Intl.DateTimeFormat(known, {
			weekday: "short",
			day: "numeric",
			month: "short",
			timeZone: "UTC",
		});
	}

	/** The same without discreet mode, for what is written to the journal. */
	openly(): Formatter {
		return this.discreet ? new Formatter(this.locale) : this;
	}

	/** The number style of this language, for parsing. */
	get numbers(): NumberStyle {
		this.style ??= numberStyleOf(this.locale);
		return this.style;
	}

	/** The title of a node, without the marks of Markdown; if it is empty, its ID. */
	title(named: MayBePrivate & { readonly title: string; readonly id?: string }): string {
		return isHidden(named, this) ? l10n.t("Private") : this.plain(plainTitle(named.title.trim()) || (named.id ?? ""));
	}

	/** A free text of the user: a note, a focus, a question. */
	plain(text: string): string {
		return this.discreet ? redactMoney(this.planTitle ? text.replace(this.planTitle, redacted) : text) : text;
	}

	/** A goal as written in the plan. */
	goal({ text, currency }: Quantity): string {
		if (!this.discreet) {
			return text;
		}
		return currency === undefined ? redactMoney(text) : redacted;
	}

	/** A relative date: "tomorrow", "in 6 weeks", "3 months ago". */
	relative(day: Day, today: Day): string {
		const days = day - today;
		const size = Math.abs(days);
		const { unit, length } = relativeUnits.find(({ below }) => size < below) ?? years;
		return this.relativeTime.format(Math.round(days / length), unit);
	}

	/** A day within a week: "Tue, Nov 24". */
	dayInWeek(day: Day): string {
		return this.shortDay.format(toDate(day));
	}

	/** Days of the week, from 0, Monday: "Mon, Wed, Fri". */
	weekdays(days: ReadonlyArray<number>): string {
		const name = new Intl.DateTimeFormat(this.locale, { weekday: "short", timeZone: "UTC" });
		// 5 January 1970 was a Monday.
		return days.map((day) => name.format(toDate(day + 4))).join(", ");
	}

	/** The target of a week: "4–5 h", "2 h", "1 h 30 min – 2 h". */
	aim(asked: Hours): string {
		const { low, high } = roundedAim(asked);
		if (Math.round(low) === Math.round(high)) {
			return this.minutes(low);
		}
		return low % 60 === 0 && high % 60 === 0
			? l10n.t("{0}–{1} h", this.number(low / 60), this.number(high / 60))
			: `${this.minutes(low)} – ${this.minutes(high)}`;
	}

	/** A day: "Jun 4, 2026". */
	date(day: Day): string {
		return this.day.format(toDate(day));
	}

	/** A day in as few letters as a narrow view needs: "Apr 28", with the year where it is another one. */
	shortDate(day: Day, today: Day): string {
		const isSameYear = toDate(day).getUTCFullYear() === toDate(today).getUTCFullYear();
		return isSameYear ? this.dayOfYear.format(toDate(day)) : this.date(day);
	}

	/** The month of a day: "Jun 2026". */
	month(day: Day): string {
		return this.monthOf.format(toDate(day));
	}

	/** The months from one day to another: "Mar – Jul 2027"; "Mar 2027" where both are in the same one. */
	months(first: Day, last: Day): string {
		return this.monthOf.formatRange(toDate(first), toDate(Math.max(first, last)));
	}

	/** A day as a heading: "Today", "Yesterday", "Friday, Nov 20, 2026". */
	dayName(day: Day, today: Day): string {
		if (day === today) {
			return l10n.t("Today");
		}
		return day === today - 1 ? l10n.t("Yesterday") : this.weekday.format(toDate(day));
	}

	/** A day of the week, 0 is Monday: "Mon". */
	weekdayName(weekday: number): string {
		// Day 4 was a Monday.
		const style = { weekday: "short", timeZone: "UTC" } as const;
		return new Intl.DateTimeFormat(this.locale, style).format(toDate(4 + weekday));
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

	/** Minutes in as few letters as a narrow view needs: "40m", "1h", "1h30". Whole minutes, rounded. */
	shortMinutes(minutes: number): string {
		const whole = Math.round(minutes);
		const [hours, rest] = [Math.floor(whole / 60), whole % 60];
		if (hours === 0) {
			return l10n.t("{0}m", rest);
		}
		const shown = this.number(hours);
		return rest === 0 ? l10n.t("{0}h", shown) : l10n.t("{0}h{1}", shown, twoDigits(rest));
	}

	/** The target of a week in as few letters: "4–5h", "2h", "1h30–2h". */
	shortAim(asked: Hours): string {
		const { low, high } = roundedAim(asked);
		if (Math.round(low) === Math.round(high)) {
			return this.shortMinutes(low);
		}
		const from = low % 60 === 0 && high % 60 === 0 ? this.number(low / 60) : this.shortMinutes(low);
		return `${from}–${this.shortMinutes(high)}`;
	}

	/** Hours and minutes that passed: "0:12", "12:05". Whole minutes. */
	elapsed(minutes: number): string {
		return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`;
	}

	/** A clock time: "9:15 AM". Minutes after midnight; above 1440 it is on the next day. */
	time(minutes: number): string {
		return this.clock.format(minutes * 60_000);
	}

	/** A plain number: "1,234.5". */
	number(value: number): string {
		return this.full.format(value);
	}

	/** The amount of a note: a localized number, or the text as written. */
	amount(amount: number | string): string {
		if (this.discreet) {
			return redacted;
		}
		return typeof amount === "number" ? this.number(amount) : amount;
	}

	/** A span, with both ends inclusive: "Jan 5 – Jun 4, 2026"; "from Jan 5, 2030" if it has no end. */
	dates({ start, end }: Span): string {
		if (end === undefined) {
			return l10n.t("from {0}", this.date(start));
		}
		const key = `${start} ${end}`;
		const known = this.spans.get(key) ?? this.day.formatRange(toDate(start), toDate(end - 1));
		this.spans.set(key, known);
		return known;
	}

	/** A share from 0 to 1: "71%". Rounded down, so that 100% means complete. */
	share(share: number): string {
		return this.percent.format(Math.floor(share * 100 + 1e-9) / 100);
	}

	/** A share from 0 to 1 as a percentage, rounded: "62%". */
	rounded(share: number): string {
		return this.percent.format(share);
	}

	/** A value in the style of its goal: "$420K" next to "$1M+", "60" next to "100+", "35%" next to "40%". */
	value(value: number, goal: Quantity): string {
		if (this.discreet && (goal.currency !== undefined || redactMoney(goal.text) !== goal.text)) {
			return redacted;
		}
		return inStyle(value, goal, (goal.short ? this.short : this.full).format(Math.abs(value)));
	}

	/** A value in the style of its goal with all its digits, so that it means the same when it is typed. */
	exact(value: number, goal: Quantity): string {
		const shown = this.value(value, goal);
		const again = shown === redacted ? undefined : readAmount(shown, this.numbers);
		if (shown === redacted || (again?.kind === "amount" && again.amount.low === value)) {
			return shown;
		}
		return inStyle(value, goal, this.precise.format(Math.abs(value)));
	}
}

function inStyle(value: number, { currency, unit }: Quantity, number: string): string {
	return `${value < 0 ? "-" : ""}${currency ?? ""}${number}${unit === "%" ? "%" : ""}`;
}

/** An aim of which a part of a week was computed, such as 128.57 minutes, in steps of 5 minutes; others as they are. */
function roundedAim({ low, high }: Hours): Hours {
	const round = (minutes: number) => {
		const isWhole = Math.abs(minutes - Math.round(minutes)) < 1e-6;
		return isWhole || minutes < 5 ? minutes : Math.round(minutes / 5) * 5;
	};
	return { low: round(low), high: round(high) };
}

function supported(locale: string): string {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? "en";
	} catch {
		return "en";
	}
}

/**
 * A pattern that matches a title as whole words. Only the start of a very long one is compared, and its full length
 * hidden.
 */
function patternOf(title: string): RegExp {
	const letters = [...title];
	const begin = letters
		.slice(0, mostCompared)
		.join("")
		.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
	const more = letters.length - mostCompared;
	return new RegExp(`(?<![\\p{L}\\p{N}])${begin}${more > 0 ? `[^]{0,${more}}` : "(?![\\p{L}\\p{N}])"}`, "giu");
}

import type { RateUnit } from "./quantity.ts";

/** The text without its rate. */
export interface RateReading {
	readonly rest: string;
	readonly per?: RateUnit;
	/**
	 * The rate counts over an unsupported period, such as `per 2 weeks` or `per hour`: how many of which unit, if the
	 * unit is supported.
	 */
	readonly wrong?: { readonly count: number; readonly unit?: RateUnit };
	/** The text is only a rate: `daily`, `once a week`. */
	readonly times?: number;
}

// Names of the units, in the languages whose prepositions are supported.
const names: Readonly<Record<RateUnit, string>> = {
	day: "day|d|tag|jour|día|dia|giorno|dag|天|日",
	week: "week|wk|wks|w|woche|wo|semaine|semana|settimana|周|週|星期|礼拜",
	month: "month|mo|mth|mos|monat|mon|mois|mes|mês|mese|maand|个月|個月|月",
	quarter: "quarter|qtr|q|quartal|trimestre|kwartaal|个季度|季度|季",
	year: "year|yr|y|annum|a|jahr|j|an|année|año|ano|anno|jaar|年",
};
const plurals: Readonly<Record<RateUnit, string>> = {
	day: "days|tage|jours|días|dias|giorni|dagen",
	week: "weeks|wks|wochen|semaines|semanas|settimane|weken",
	month: "months|monate|mois|meses|mesi|maanden",
	quarter: "quarters|quartale|trimestres|trimestri",
	year: "years|yrs|jahre|ans|años|anos|anni",
};
const adverbs: ReadonlyMap<string, RateUnit> = new Map([
	...spread("day", "daily|täglich|am tag|每天|每日|一天"),
	...spread("week", "weekly|pw|p.w.|wöchentlich|in der woche|die woche|每周|每週|每星期|一周"),
	...spread("month", "monthly|pcm|p.c.m.|monatlich|im monat|每月|每个月|一个月"),
	...spread("quarter", "quarterly|vierteljährlich|quartalsweise|im quartal|每季度|每季|每个季度"),
	...spread("year", "yearly|annually|jährlich|im jahr|p.a.|pa|每年|一年"),
]);
const units: ReadonlyMap<string, RateUnit> = new Map(
	(Object.keys(names) as ReadonlyArray<RateUnit>).flatMap((unit) => [
		...spread(unit, names[unit]),
		...spread(unit, plurals[unit]),
	]),
);
/** Periods that a rate cannot count over. */
const foreign =
	/^(?:hours?|hrs?|h|min|mins|minutes?|s|sec|seconds?|stunde|std|minute|sekunde|fortnights?|semesters?|decades?|weekdays?|workdays?|weekends?|nights?|mornings?|evenings?|arbeitstag|werktag|wochenende|工作日|小时|分钟|秒)\.?$/;

const anyUnit = [...units.keys()].sort((a, b) => b.length - a.length).join("|");
const word = String.raw`(?:${anyUnit}|[\p{L}]+)`;
const before = String.raw`(?: ?\/ ?| (?:per|pro|je|par|por|a|an|al|à la|alla|each|every|every other|jede[nrs]?|alle|todas las|al) |(?: ?每 ?))`;
/** `per working day`, `per school week`: not every day or week. */
const kinds = "(?:working|business|school|work|training|calendar|trading) ";
const behind = new RegExp(String.raw`${before}(\d+ ?|two |zwei |other )?(${kinds})?(${word})\.?$`, "iu");
const adverbBehind = new RegExp(
	String.raw`(?:(?: |(?<=\d))(?=[\p{Script=Latin}])|(?=\p{Script=Han}) ?)(${[...adverbs.keys()].map(escaped).join("|")})$`,
	"iu",
);
const adverbBefore =
	/^(每天|每日|每周|每週|每星期|每月|每个月|每季度|每季|每年|每(\d+)个?(天|周|星期|月|年)|daily|weekly|monthly|quarterly|yearly|täglich|wöchentlich|monatlich|jährlich) ?(?=[\p{Sc}\d])/iu;
const often =
	/(?: (?:biweekly|bi-weekly|fortnightly|bimonthly|hourly|stündlich|zweiwöchentlich|semiannually|biannually))$/i;
const counted: Readonly<Record<string, number>> = {
	once: 1,
	einmal: 1,
	twice: 2,
	zweimal: 2,
	thrice: 3,
	dreimal: 3,
	一次: 1,
};

/**
 * Removes the rate from the end of an amount, or in Chinese from its start: `per week`, `/mo`, `weekly`, `pro Woche`,
 * `每周`.
 */
export function takeRate(text: string): RateReading {
	const [, each = ""] = /^(?:every|each|jede[nrs]?|每个?) ?(\p{L}+)$/iu.exec(text) ?? [];
	const alone = adverbs.get(text.toLowerCase()) ?? units.get(each.toLowerCase());
	if (alone) {
		return { rest: "", per: alone, times: 1 };
	}
	const found = rateBehind(text) ?? rateBefore(text) ?? { rest: text };
	const times = found.per ? counted[found.rest.trim().toLowerCase()] : undefined;
	return times === undefined ? found : { ...found, times };
}

function rateBehind(text: string): RateReading | undefined {
	const adverb = adverbBehind.exec(text);
	const byAdverb = adverb?.[1] && adverbs.get(adverb[1].toLowerCase());
	if (adverb && byAdverb) {
		return { rest: text.slice(0, adverb.index), per: byAdverb };
	}
	const rare = often.exec(text);
	if (rare) {
		const isFortnight = /fortnightly$/i.test(text);
		return {
			rest: text.slice(0, rare.index),
			wrong: isFortnight ? { count: 2, unit: "week" } : { count: 1 },
		};
	}
	const match = behind.exec(text);
	if (!match) {
		return undefined;
	}
	const [whole, count, kind, name = ""] = match;
	const rest = text.slice(0, match.index).replace(/ in$/i, "");
	const unit = units.get(name.toLowerCase());
	const implied = /every other/i.test(whole) ? 2 : 1;
	const number = count === undefined ? implied : Number(count) || 2;
	if (unit && kind !== undefined) {
		return { rest, wrong: { count: number, unit } };
	}
	if (!unit) {
		const isTime = foreign.test(name.toLowerCase());
		// `5 talks per person` and `2 cups a piece` are not rates over time.
		const wrong = /^fortnight/i.test(name) ? ({ count: 2 * number, unit: "week" } as const) : { count: number };
		return isTime && !/^ (?:a|an|al|alla) /i.test(whole) ? { rest, wrong } : undefined;
	}
	// A single letter is a unit of time only after a slash: `5/w`, but not `5 a d`.
	if (name.length === 1 && /^[a-z]$/i.test(name) && !whole.includes("/")) {
		return undefined;
	}
	return exact(rest, number, unit);
}

function rateBefore(text: string): RateReading | undefined {
	const match = adverbBefore.exec(text);
	if (!match) {
		return undefined;
	}
	const rest = text.slice(match[0].length);
	const [, name = "", count, unit = ""] = match;
	const per = count === undefined ? adverbs.get(name.toLowerCase()) : units.get(unit);
	return per && exact(rest, Number(count ?? 1), per);
}

/** Converts counts that equal another unit: 3 months are a quarter. */
function exact(rest: string, count: number, unit: RateUnit): RateReading {
	const same: Readonly<Record<string, RateUnit>> = {
		"7 day": "week",
		"3 month": "quarter",
		"12 month": "year",
		"4 quarter": "year",
	};
	const per = count === 1 ? unit : same[`${count} ${unit}`];
	return per ? { rest, per } : { rest, wrong: { count, unit } };
}

function spread(unit: RateUnit, text: string): ReadonlyArray<readonly [string, RateUnit]> {
	return text.split("|").map((name) => [name, unit] as const);
}

function escaped(text: string): string {
	return text.replaceAll(".", String.raw`\.`);
}

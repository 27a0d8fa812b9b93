import type { Entry } from "../../journal/entry.ts";
import type { Aliases } from "../../journal/ledger/aliases.ts";
import { Ledger } from "../../journal/ledger/ledger.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { valueHistory } from "../../journal/ledger/valueHistory.ts";
import type { Item } from "../../plan/plan.ts";
import type { ItemSource } from "../items/itemStatus.ts";
import { type ForecastContext, itemBand } from "./itemForecast.ts";

/** How far ahead past forecasts are checked: a quarter of a year. Each begins where the one before was checked. */
const horizonWeeks = 13;
/** The maximum number of forecasts, counted back from today, and the minimum for a rate. */
const mostForecasts = 10;
const leastForecasts = 5;

/** How often the value was within the forecast range: 80 of 100 times, if the forecasts are calibrated. */
export interface HitRate {
	readonly within: number;
	readonly of: number;
}

/**
 * Repeats the forecasts of past days with what was known then, and compares them with the actual values. Entries and
 * corrections that were logged later are not used. Undefined if fewer than five forecasts can be checked.
 */
export function hitRate(
	item: Item,
	{ values, counting }: ItemSource,
	{ plan, today, ledger, aliases }: ForecastContext & { readonly ledger: Ledger; readonly aliases: Aliases },
): HitRate | undefined {
	const ids = aliases.idsOf(item.of ?? item.id);
	const known = new KnownEntries(relatedEntries(ledger, new Set(ids)), ids, plan.week.dayEnds);
	const points = valueHistory(values, counting);
	let within = 0;
	let of = 0;
	// The earliest first: what was known then was known later as well.
	for (let step = mostForecasts; step >= 1; step--) {
		const checkedOn = today - (step - 1) * horizonWeeks * 7;
		const made = checkedOn - horizonWeeks * 7;
		const then = known.on(made);
		const context = { plan, today: made, ahead: [horizonWeeks] };
		const point = itemBand(item, { own: then, values: then, counting, needs: () => [] }, context).at(-1);
		// If time off made the weeks longer, the day of the forecast is a later one, or in the future.
		if (!point || point.day > today) continue;
		const value = points.findLast(({ day }) => day <= point.day)?.value ?? item.from;
		of++;
		if (value >= point.low && value <= point.high) within++;
	}
	return of < leastForecasts ? undefined : { within, of };
}

/** An entry with the moment at which it was written, in ms since 1970; NaN if it doesn't say. */
interface DatedEntry {
	readonly entry: Entry;
	readonly logged: number;
}

/** The entries about some ids, with those that correct them. The whole journal is gone through once. */
function relatedEntries(ledger: Ledger, ids: ReadonlySet<string>): ReadonlyArray<DatedEntry> {
	const related: Array<Entry> = [];
	const known = new Set<string>();
	const corrections: Array<Entry> = [];
	for (const entry of ledger.entries()) {
		if (entry.type === "progress" && ids.has(entry.on)) {
			related.push(entry);
			known.add(entry.id);
		} else if (entry.type === "void" || entry.replaces !== undefined) {
			corrections.push(entry);
		}
	}
	const correcting = corrections.filter((entry) => correctedBy(entry).some((id) => known.has(id)));
	return [...related, ...correcting].map((entry) => ({
		entry,
		logged: entry.logged === undefined ? Number.NaN : Date.parse(entry.logged),
	}));
}

function correctedBy(entry: Entry): ReadonlyArray<string> {
	return [entry.replaces ?? [], entry.type === "void" ? entry.entry : []].flat();
}

/** The entries that counted for some IDs on past days, by what had been logged by then. Asked for ascending days. */
class KnownEntries {
	private readonly ledger: Ledger;
	private readonly later: ReadonlyArray<DatedEntry>;
	private added = 0;

	constructor(
		related: ReadonlyArray<DatedEntry>,
		private readonly ids: ReadonlyArray<string>,
		dayEnds: number,
	) {
		this.ledger = new Ledger(dayEnds);
		// Without an instant it is taken to have been logged when it happened, which the days in `on` see to.
		for (const { entry, logged } of related) if (Number.isNaN(logged)) this.ledger.add(entry);
		this.later = related.filter(({ logged }) => !Number.isNaN(logged)).sort((a, b) => a.logged - b.logged);
	}

	/** What was known at the end of a day. */
	on(day: number): ReadonlyArray<LiveEntry<"progress">> {
		const end = (day + 1) * 86_400_000;
		for (let next = this.later[this.added]; next && next.logged < end; next = this.later[this.added]) {
			this.ledger.add(next.entry);
			this.added++;
		}
		return this.ledger.on(this.ids, { type: "progress" }).filter((each) => each.day <= day);
	}
}

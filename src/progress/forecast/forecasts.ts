import type { Aliases } from "../../journal/ledger/aliases.ts";
import type { Ledger } from "../../journal/ledger/ledger.ts";
import type { Steps } from "../../journal/steps.ts";
import type { Item } from "../../plan/plan.ts";
import type { Progress } from "../items/itemProgress.ts";
import type { ItemSource } from "../items/itemStatus.ts";
import type { BandPoint, Forecast, ForecastQuestion } from "./forecast.ts";
import type { ForecastGroup, ForecastNode } from "./forecastGroups.ts";
import { type HitRate, hitRate } from "./hitRate.ts";
import { type ForecastContext, groupForecast, itemBand, itemForecast, itemQuestion } from "./itemForecast.ts";

/** The input of forecasts. */
export interface ForecastParts extends ForecastContext {
	/** Whether forecasts are turned on. */
	readonly isOn: boolean;
	readonly sourceOf: (item: Item) => ItemSource;
	readonly progressOf: (item: Item) => Progress;
	/** How far each item has come, by its id. */
	readonly progress: ReadonlyMap<string, Progress>;
	/** The phases, stages and tracks, with their items. */
	readonly groups: () => ReadonlyMap<ForecastNode, ForecastGroup>;
}

/** Forecasts that have been computed: of items by their id, and of phases, stages and tracks. */
export interface KnownForecasts {
	readonly items: Iterable<readonly [string, Forecast | undefined]>;
	readonly groups: Iterable<readonly [ForecastNode, Forecast | undefined]>;
	/** How often past forecasts were right. */
	readonly hitRates: Iterable<readonly [string, HitRate | undefined]>;
	/** The last range of each item. */
	readonly bands: Iterable<readonly [string, KnownBand]>;
}

/** A range, with the weeks that were looked at. */
interface KnownBand {
	readonly ahead: string;
	readonly band: ReadonlyArray<BandPoint>;
}

/** Nothing has been computed. */
export const noForecasts: KnownForecasts = { items: [], groups: [], hitRates: [], bands: [] };

/**
 * The forecasts of a snapshot, each computed on first use and kept. None are computed with the snapshot: the status bar and
 * the first render of a view never wait for one.
 */
export class Forecasts {
	private readonly kept: Map<string, Forecast | undefined>;
	private readonly keptGroups: Map<ForecastNode, Forecast | undefined>;
	private readonly keptHitRates: Map<string, HitRate | undefined>;
	private readonly keptBands: Map<string, KnownBand>;

	/** @param kept forecasts of the previous snapshot that are still valid, by item ID */
	constructor(
		private readonly parts: ForecastParts,
		kept: KnownForecasts = noForecasts,
	) {
		this.kept = new Map(kept.items);
		this.keptGroups = new Map(kept.groups);
		this.keptHitRates = new Map(kept.hitRates);
		this.keptBands = new Map(kept.bands);
	}

	/** Whether forecasts are turned on; otherwise nothing is forecast. */
	get isOn(): boolean {
		return this.parts.isOn;
	}

	/** When an item reaches its goal; undefined for what is not forecast. */
	of(item: Item): Forecast | undefined {
		if (!this.kept.has(item.id)) this.kept.set(item.id, this.compute(item));
		return this.kept.get(item.id);
	}

	/** The forecast if it has already been computed; otherwise undefined. */
	known(item: Item): Forecast | undefined {
		return this.kept.get(item.id);
	}

	/** When all items of a phase, stage or track are done; undefined before it starts, and where nothing is left or counts. */
	ofGroup(node: ForecastNode): Forecast | undefined {
		if (!this.keptGroups.has(node)) this.keptGroups.set(node, this.computeGroup(node));
		return this.keptGroups.get(node);
	}

	/** The same where it has been computed already; undefined otherwise. */
	knownGroup(node: ForecastNode): Forecast | undefined {
		return this.keptGroups.get(node);
	}

	/** Whether the forecast of an item has been computed, also where it has none. */
	has(item: Item): boolean {
		return this.kept.has(item.id);
	}

	/**
	 * The range within which the value of an item will probably lie after some weeks; empty for what is not forecast.
	 *
	 * @param ahead the open weeks to look at, counted from 1 and ascending
	 */
	band(item: Item, ahead: ReadonlyArray<number>): ReadonlyArray<BandPoint> {
		if (!this.isExpected(item)) return [];
		const weeks = ahead.join();
		const kept = this.keptBands.get(item.id);
		if (kept?.ahead === weeks) return kept.band;
		const band = itemBand(item, this.parts.sourceOf(item), { ...this.parts, ahead });
		this.keptBands.set(item.id, { ahead: weeks, band });
		return band;
	}

	/** The input of the forecast of an item; undefined for what is not forecast. */
	question(item: Item): ForecastQuestion | undefined {
		return this.isExpected(item) ? itemQuestion(item, this.parts.sourceOf(item), this.parts) : undefined;
	}

	/**
	 * How often the value of an item was within the forecast range; undefined if there are too few forecasts. Slow the first
	 * time, and again after an entry about the item.
	 */
	hitRate(item: Item, known: { readonly ledger: Ledger; readonly aliases: Aliases }): HitRate | undefined {
		if (!this.isExpected(item)) return undefined;
		if (!this.keptHitRates.has(item.id)) {
			this.keptHitRates.set(item.id, hitRate(item, this.parts.sourceOf(item), { ...this.parts, ...known }));
		}
		return this.keptHitRates.get(item.id);
	}

	/** The hit rate if it has already been computed; otherwise undefined. */
	knownHitRate(item: Item): HitRate | undefined {
		return this.keptHitRates.get(item.id);
	}

	/** Computes the missing forecasts, one in each step. Returns whether there were any. */
	*steps(): Steps<boolean> {
		let isNew = false;
		for (const item of this.parts.isOn ? this.parts.plan.items : []) {
			if (this.kept.has(item.id)) continue;
			isNew = this.of(item) !== undefined || isNew;
			yield;
		}
		for (const node of this.parts.isOn ? this.parts.groups().keys() : []) {
			if (this.keptGroups.has(node)) continue;
			isNew = this.ofGroup(node) !== undefined || isNew;
			yield;
		}
		return isNew;
	}

	/** What is still true after some items have changed. */
	without(changed: ReadonlySet<string>): KnownForecasts {
		const groups = this.keptGroups.size === 0 ? undefined : this.parts.groups();
		const isChanged = (node: ForecastNode) => groups?.get(node)?.items.some(({ id }) => changed.has(id)) ?? true;
		return {
			items: [...this.kept].filter(([id]) => !changed.has(id)),
			hitRates: [...this.keptHitRates].filter(([id]) => !changed.has(id)),
			bands: [...this.keptBands].filter(([id]) => !changed.has(id)),
			groups: [...this.keptGroups].filter(([node]) => !isChanged(node)),
		};
	}

	private computeGroup(node: ForecastNode): Forecast | undefined {
		const { isOn, groups, progress, plan, today } = this.parts;
		const group = isOn ? groups().get(node) : undefined;
		if (!group || (group.span && group.span.start > today)) return undefined;
		return groupForecast(group.items, progress, { plan, today, span: group.span });
	}

	private compute(item: Item): Forecast | undefined {
		if (!this.parts.isOn) return undefined;
		const made = itemForecast(item, this.parts.sourceOf(item), this.parts);
		// An item that is marked as done has reached its goal, whatever its value.
		return made && this.parts.progressOf(item).state === "done" ? { state: "reached" } : made;
	}

	private isExpected(item: Item): boolean {
		const { state } = this.parts.progressOf(item);
		return this.parts.isOn && state !== "done" && state !== "dropped";
	}
}

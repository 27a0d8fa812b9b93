import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod";
import { arrivalWeeks, drawFutures } from "../../../src/progress/forecast/futures.ts";
import { randomSource } from "../../../src/progress/forecast/random.ts";
import { type Measured, median, ratio, told } from "../table.ts";
import { type Method, ours, plainBootstrap, simpleMethod } from "./methods.ts";
import { measureReplay } from "./replay.ts";
import {
	baseRateScore,
	brierScore,
	type Case,
	calibration,
	casesOf,
	cellOf,
	coverage,
	histories,
	horizons,
	intervalScore,
	type Outcome,
	outcomesOf,
} from "./scores.ts";
import { seriesOf, thinned, worlds } from "./worlds.ts";

type Series = ReadonlyArray<ReadonlyArray<number>>;

const seriesFile = z.object({ series: z.array(z.array(z.number().min(0))) });
const methods: ReadonlyArray<Method> = [ours, plainBootstrap, simpleMethod];
const years = 10;
/** Times the cost of a plain bootstrap, which takes 0.6 ms on an idle machine: there this is 5 ms. */
const costLimit = 8;

/**
 * How well forecasts keep their promise: the method of the product, the plain bootstrap and a simple method, on the same
 * stretches of the same series. `--series FILE` names another file of the form `{ "series": [[1, 0, 3], ...] }`, of which all
 * series are used. Without it these are every second one of the series kept here: by the others the method was chosen.
 */
export async function measureForecast(): Promise<ReadonlyArray<Measured>> {
	const { values } = parseArgs({ args: process.argv.slice(2), strict: false, options: { series: { type: "string" } } });
	const file = typeof values.series === "string" ? values.series : undefined;
	const all = seriesFile.parse(JSON.parse(readFileSync(file ?? "test/bench/forecast/weekly.json", "utf8"))).series;
	const series = file === undefined ? all.filter((_, index) => index % 2 === 1) : all;
	return [
		...held("full", series, { least: 70, most: 90, pooled: [76, 84] }),
		...held("events kept 1 in 5", thin(series, 1 / 5, 2), { least: 76 }),
		...held("events kept 1 in 20", thin(series, 1 / 20, 4), { least: 76 }),
		...worlds.flatMap((world) => compared(`invented: ${world.name}`, casesOf(seriesOf(world, 12)))),
		...cost(series),
		...measureReplay(),
	];
}

function thin(series: Series, share: number, times: number): Series {
	return Array.from({ length: times }, (_, time) =>
		series.map((each, index) => thinned(each, share, randomSource(99 + time, index))),
	).flat();
}

interface Limits {
	/** Percent, for each cell. */
	readonly least: number;
	readonly most?: number;
	/** Percent, for all together. */
	readonly pooled?: readonly [number, number];
}

/** A set of series, with the limits that the method is held to. */
function held(name: string, series: Series, { least, most = 100, pooled }: Limits): ReadonlyArray<Measured> {
	const cases = casesOf(series);
	const [own = [], plain = [], simple = []] = methods.map((method) => outcomesOf(method, cases));
	const cells = histories.flatMap((history) => horizons.map((horizon) => cellOf(history, horizon)));
	const inCells = cells.map((cell): [string, ReadonlyArray<Outcome>] => [
		cell,
		own.filter((each) => each.cell === cell),
	]);
	const steps = calibration(own);
	const pooledCover = [own, plain, simple].map(
		(outcomes, index) => `${methods[index]?.name} ${percent(coverage(outcomes))}`,
	);
	console.log(`pooled, ${name}: 80 % intervals cover: ${pooledCover.join(", ")}`);
	return [
		within(`pooled, ${name}: 80 % intervals cover, of ${cases.length}`, coverage(own), pooled),
		told(
			`pooled, ${name}: plain bootstrap, simple method cover`,
			`${percent(coverage(plain))}, ${percent(coverage(simple))}`,
		),
		...inCells
			.filter(([, outcomes]) => outcomes.length > 0)
			.map(([cell, outcomes]) =>
				within(`${name}, weeks of history/horizon ${cell}: cover, of ${outcomes.length}`, coverage(outcomes), [
					least,
					most,
				]),
			),
		ratio(`${name}: interval score against the plain bootstrap`, intervalScore(own) / intervalScore(plain), 0.8),
		ratio(`${name}: interval score against the simple method`, intervalScore(own) / intervalScore(simple), 1.02),
		ratio(`${name}: Brier score against the base rate`, brierScore(own) / baseRateScore(own), 1),
		ratio(`${name}: Brier score against the plain bootstrap`, brierScore(own) / brierScore(plain), 1),
		...steps
			.filter(({ count }) => count >= 50)
			.map(({ said, seen, count }) =>
				within(`${name}: chances said ${percent(said)} came true, of ${count}`, seen, [said - 10, said + 10]),
			),
	];
}

/** Cases of an invented kind: told, and not held to limits. */
function compared(name: string, cases: ReadonlyArray<Case>): ReadonlyArray<Measured> {
	const [own = [], plain = [], simple = []] = methods.map((method) => outcomesOf(method, cases));
	const cover = [own, plain, simple].map((outcomes) => percent(coverage(outcomes))).join(", ");
	const score = (outcomes: ReadonlyArray<Outcome>) => (intervalScore(own) / intervalScore(outcomes)).toFixed(2);
	const brier = [own, plain, simple].map((outcomes) => brierScore(outcomes).toFixed(3)).join(", ");
	return [
		told(`pooled, ${name}: Waymark, plain bootstrap, simple method cover`, cover),
		told(`${name}: interval score against each`, `${score(plain)}x, ${score(simple)}x`),
		told(`${name}: Brier score of each`, brier),
	];
}

/** What one forecast costs with ten years of weeks, where no future arrives: the most work there is. */
function cost(series: Series): ReadonlyArray<Measured> {
	const weeks = years * 52;
	const history = Array.from({ length: weeks }, (_, week) => series[0]?.[week % (series[0]?.length ?? 1)] ?? 0);
	const timed = (act: () => void) => {
		const start = performance.now();
		act();
		return performance.now() - start;
	};
	// Taken in turns, so that other work on the machine slows down both alike.
	const pairs = Array.from({ length: 40 }, (_, seed) => ({
		own: timed(() => arrivalWeeks(drawFutures(history, seed), Number.MAX_VALUE, weeks)),
		plain: timed(() => plainBootstrap.totals(history, weeks, seed)),
	}));
	const own = median(pairs.map((each) => each.own));
	return [
		told(`a forecast from ${years} years of weeks`, `${own.toFixed(1)} ms`),
		ratio("... against a plain bootstrap", own / median(pairs.map((each) => each.plain)), costLimit),
	];
}

function within(what: string, value: number, limits: readonly [number, number] | undefined): Measured {
	if (!limits) return told(what, percent(value));
	const [least, most] = limits;
	const limit = `${least.toFixed(0)}-${most.toFixed(0)} %`;
	return { what, value: percent(value), limit, met: value >= least && value <= most };
}

function percent(value: number): string {
	return `${value.toFixed(1)} %`;
}

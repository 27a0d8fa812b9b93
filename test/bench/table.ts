/** A measured number and what it is held against. */
export interface Measured {
	readonly what: string;
	/** As shown: "3.1 ms", "1.2x". */
	readonly value: string;
	/** The limit, as shown; empty where there is none. */
	readonly limit: string;
	readonly met: boolean;
}

/** A number that others are held against, or that is only told. */
export function told(what: string, value: string): Measured {
	return { what, value, limit: "", met: true };
}

/** How many times as long, or as much, as what it is held against; the limit is included. */
export function ratio(what: string, value: number, limit: number): Measured {
	return { what, value: `${value.toFixed(2)}x`, limit: `${limit}x`, met: value <= limit };
}

/** The middle of some numbers; of an even count, the mean of the two in the middle. */
export function median(numbers: ReadonlyArray<number>): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The measured value as a part of the limit; empty where they are not of one unit, or there is no limit. */
function share(value: string, limit: string): string {
	const [of, to] = [value, limit].map((text) => /^([\d.]+) ?(\S+)$/.exec(text));
	return of && to && of[2] === to[2] ? `${Math.round((100 * Number(of[1])) / Number(to[1]))}%` : "";
}

/** From the least to the most, in whole ms. */
export function spread(times: ReadonlyArray<number>): string {
	return `${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms`;
}

/** The rows as a Markdown table. */
export function table(rows: ReadonlyArray<Measured>): string {
	const cells = [
		["what", "measured", "limit", "of it", ""],
		["---", "--:", "--:", "--:", "---"],
		...rows.map(({ what, value, limit, met }) => [
			...[what, value, limit, share(value, limit)],
			limit === "" ? "" : verdict(met),
		]),
	];
	const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
	return cells
		.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`)
		.join("\n");
}

function verdict(met: boolean): string {
	return met ? "met" : "MISSED";
}

import type { Steps } from "../../journal/steps.ts";
import { rowsPerStep, type TableRow } from "./timeTable.ts";

interface Heading {
	readonly depth: number;
	readonly title: string;
	readonly tags: ReadonlyArray<string>;
}

const clockLine = /^\s*CLOCK:/i;
/** Longer lines are not headings. */
const longest = 1000;

/** Whether a text has a clock line. */
export function isOrgClock(text: string): boolean {
	return /(?:^|\n)[ \t]*CLOCK:[ \t]*\[/i.test(text);
}

/** The clock lines of an Org file: start, end, duration, the topmost heading, the heading, its tags with inherited ones. */
export function* orgClockRows(lines: ReadonlyArray<string>): Steps<ReadonlyArray<TableRow>> {
	const rows: Array<TableRow> = [];
	let open: Array<Heading> = [];
	for (const [at, line] of lines.entries()) {
		const heading = line.startsWith("*") ? headingOf(line) : undefined;
		if (heading) {
			open = [...open.filter(({ depth }) => depth < heading.depth), heading];
		} else if (clockLine.test(line)) {
			const [, start = "", end = ""] = /\[([^\]]{10,40})\](?:-{1,3}\[([^\]]{10,40})\])?/.exec(line) ?? [];
			const duration = /=>\s*(-?\d{1,4}:\d\d)/.exec(line)?.[1] ?? "";
			const [top, title] = [open[0]?.title ?? "", open.at(-1)?.title ?? ""];
			const tags = [...new Set(open.flatMap((each) => each.tags))].join(",");
			const cells = [momentText(start), momentText(end), end === "" ? "" : duration, top, title, tags];
			rows.push(start === "" ? { line: at + 1, cells: [], isBroken: true } : { line: at + 1, cells });
		}
		if (at % rowsPerStep === 0) {
			yield;
		}
	}
	return rows;
}

/** `** TODO [#A] Title :tag:`: without its state, priority, and progress. */
function headingOf(line: string): Heading | undefined {
	const [, stars = "", text = ""] = /^(\*+) (.*)$/.exec(line.slice(0, longest)) ?? [];
	if (stars === "") {
		return undefined;
	}
	const words = text.trim().split(/\s+/);
	const last = words.at(-1) ?? "";
	const tags = /^:[\p{L}\p{N}_@#%:]+:$/u.test(last) ? last.split(":").filter((tag) => tag !== "") : [];
	const title = (tags.length > 0 ? words.slice(0, -1) : words)
		.join(" ")
		.replace(/^(?:TODO|DONE|NEXT|WAITING|CANCELLED|CANCELED) /, "")
		.replace(/^\[#[A-Z0-9]\] /, "")
		.replace(/ \[\d*(?:%|\/\d*)\]$/, "");
	return { depth: stars.length, title, tags };
}

/** `2026-01-05 Mon 09:00` without the day of the week. */
function momentText(text: string): string {
	return text.replace(/^(\d{4}-\d\d-\d\d) \S*\p{L}\S* ?/u, "$1 ").trim();
}

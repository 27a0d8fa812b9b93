import type { Plan } from "../../src/plan/plan.ts";
import { formatDay } from "../../src/time/day.ts";
import type { TextRange } from "../../src/util/textRange.ts";
import type { ShowSource } from "./source.ts";
import { textPlaces } from "./textPlaces.ts";

/** Fields that hold a day where they hold a number. */
const dayKeys = new Set(["start", "until", "on", "at"]);

/**
 * How the plan was understood, as plain values: days as `YYYY-MM-DD`, the end of a span its last day, a range in the text as
 * its line and column, counted from 1. In discreet mode only the names of the files.
 */
export function shownPlan({ file, journal, reading: { plan }, formatter }: ShowSource): object {
	const files = { file: file.name, journal: journal.files.map((each) => each.file), understood: plan !== undefined };
	return plan && !formatter.discreet ? { ...files, ...plainPlan(plan, file.text) } : files;
}

function plainPlan({ byId: _, ...plan }: Plan, text: string): object {
	const place = textPlaces(text);
	const plain = (key: string, value: unknown): unknown => {
		if (Array.isArray(value)) {
			return value.map((each) => plain("", each));
		}
		if (typeof value === "number" && dayKeys.has(key)) {
			return dayText(value);
		}
		if (typeof value !== "object" || value === null) {
			return value;
		}
		if (key === "range") {
			return place((value as TextRange).start);
		}
		const fields = Object.entries(value).map(([name, each]) => [name, plain(name, each)]);
		const isDays = key === "span" || (value as { readonly kind?: unknown }).kind === "calendar";
		const { end } = value as { readonly end?: unknown };
		return { ...Object.fromEntries(fields), ...(isDays && typeof end === "number" ? { end: dayText(end - 1) } : {}) };
	};
	return plain("", plan) as object;
}

/** A day beyond what dates can hold stays a number. */
function dayText(day: number): string | number {
	try {
		return formatDay(day);
	} catch {
		return day;
	}
}

import type * as z from "zod";
import { maxValue } from "../../amount/change.ts";
import { minutesPerDay } from "../../time/minutes.ts";
import { type Entry, type EntryType, entrySchemas, isSoftField, maxMinutes } from "../entry.ts";
import type { EntryProblem } from "../journalProblem.ts";
import { isAhead, plainDays } from "./plainEntry.ts";

/** The result of checking a line. */
export interface Inspection {
	/** Undefined if the line doesn't count. */
	readonly entry?: Entry;
	/** The type, if it is one that this version does not know. */
	readonly unknownType?: string;
	readonly problems: ReadonlyArray<EntryProblem>;
}

const schemas: ReadonlyMap<string, (typeof entrySchemas)[EntryType]> = new Map(Object.entries(entrySchemas));

/** Validates a value with the schema of its type, and returns all its problems. */
export function inspectEntry(value: object): Inspection {
	const { id, type } = value as Readonly<Record<string, unknown>>;
	if (typeof id !== "string" || id === "") {
		// Without an ID, a repeated line would count twice.
		return { problems: [problem(id === "" ? "empty-field" : "missing-field", "id")] };
	}
	if (typeof type !== "string") {
		return { problems: [problem(type === undefined ? "missing-field" : "bad-field", "type")] };
	}
	const schema = schemas.get(type);
	if (!schema) {
		return { unknownType: type, problems: [] };
	}
	const issues = schema.safeParse(value).error?.issues ?? [];
	const problems = issues.map((issue) => problemOf(issue, value));
	if (problems.some(({ severity }) => severity === "error")) {
		return { problems };
	}
	// The value itself: zod's output doesn't have the unknown fields.
	const entry = without(value, issues) as Entry;
	// zod checks the rule about several fields only if each of them is valid.
	const left = issues.length > 0 ? (schema.safeParse(entry).error?.issues ?? []) : [];
	if (left.length > 0) {
		return { problems: [...problems, ...left.map((issue) => problemOf(issue, entry))] };
	}
	return { entry, problems: [...problems, ...unlikelyValues(entry)] };
}

function problem(code: EntryProblem["code"], field: string): EntryProblem {
	return { code, severity: "error", args: [field], field };
}

function problemOf(issue: z.core.$ZodIssue, value: object): EntryProblem {
	const [field] = issue.path;
	if (field === undefined) {
		// Only the rule of `progress` is about several fields.
		return Object.hasOwn(value, "add")
			? { ...problem("set-and-add", "add"), args: [] }
			: problem("missing-field", "set");
	}
	const found = issue.path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown>)[key], value);
	return {
		code: codeOf(found, field),
		severity: isSoftField((value as Entry).type, field) ? "warning" : "error",
		args: [issue.path.join(".")],
		field: String(field),
	};
}

function codeOf(found: unknown, field: PropertyKey): EntryProblem["code"] {
	if (found === undefined) {
		return "missing-field";
	}
	if (found === "") {
		return "empty-field";
	}
	if (typeof found === "number" && !Number.isFinite(found)) {
		return "not-finite";
	}
	const limit = field === "minutes" ? maxMinutes : maxValue;
	return typeof found === "number" && Math.abs(found) > limit ? "too-large" : "bad-field";
}

/** Removes invalid optional fields; from a list, only the invalid elements. */
function without(value: object, issues: ReadonlyArray<z.core.$ZodIssue>): object {
	if (issues.length === 0) {
		return value;
	}
	const fields: Record<PropertyKey, unknown> = { ...value };
	for (const field of new Set(issues.map(({ path }) => path[0] ?? ""))) {
		const list = fields[field];
		const wrong = new Set(issues.filter(({ path }) => path[0] === field).map(({ path }) => path[1]));
		if (Array.isArray(list) && !wrong.has(undefined)) {
			fields[field] = list.filter((_, index) => !wrong.has(index));
		} else {
			delete fields[field];
		}
	}
	return fields;
}

/** Valid values that are probably mistakes. */
function unlikelyValues(entry: Entry): ReadonlyArray<EntryProblem> {
	const odd: Array<EntryProblem> = [];
	if (entry.type === "time" && (entry.minutes < 0 || entry.minutes > minutesPerDay)) {
		const code = entry.minutes < 0 ? "negative-minutes" : "many-minutes";
		odd.push({ code, severity: "warning", args: [String(entry.minutes)], field: "minutes" });
	}
	const { at, logged } = entry;
	if (at < plainDays.from || at >= plainDays.before || (logged !== undefined && isAhead(at, logged))) {
		odd.push({ code: "far-away", severity: "warning", args: [at], field: "at" });
	}
	return odd;
}

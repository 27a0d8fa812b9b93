import * as l10n from "@vscode/l10n";
import { logTargets } from "../../logging/logTargets.ts";
import { slug } from "../../plan/assignIds.ts";
import {
	type CompletionContext,
	completionContext,
	isBeingTyped,
	parentKey,
	siblingKeys,
} from "../../plan/assist/completionContext.ts";
import { itemAbove } from "../../plan/assist/itemAbove.ts";
import { expectedReference, type ReferenceKind } from "../../plan/assist/references.ts";
import { type KnownKey, type Shape, shapeAt } from "../../plan/assist/schemaAt.ts";
import type { Named, Plan } from "../../plan/plan.ts";
import type { PlanParser } from "../../plan/planParser.ts";
import { valueOfKey } from "../../plan/syntax/syntaxPath.ts";
import { writeScalar } from "../../plan/syntax/writeScalar.ts";
import { type Day, formatDay, parseDay } from "../../time/day.ts";
import { parsePeriod } from "../../time/period.ts";
import type { TextRange } from "../../util/textRange.ts";
import type { Formatter } from "../text/formatter.ts";
import { logTargetKindText } from "../text/logTargetText.ts";
import { PeriodFormatter } from "../text/periodFormatter.ts";
import { isHidden } from "../text/privacy.ts";
import { escapeSnippet, itemSnippet, itemsSnippet, valueSnippet } from "./keySnippet.ts";
import { keyText } from "./keyText.ts";

/** A completion item. */
export interface Completion {
	readonly kind: "key" | "value" | "id" | "area";
	readonly label: string;
	/** A short detail next to the label: a title, a date. */
	readonly detail?: string;
	/** Its description. */
	readonly description?: string;
	/** The inserted text, in snippet syntax. */
	readonly snippet: string;
	/** What it is replaced by. */
	readonly range: TextRange;
	/** Whether YAML tooling also offers it from the JSON Schema. */
	readonly isInSchema: boolean;
}

/** What completions need besides the text. */
export interface CompletionSource {
	/** Used only for completion. */
	readonly parser: PlanParser;
	readonly formatter: Formatter;
	/** Completed where the plan needs a date. */
	readonly today: Day;
}

/** The completions at an offset of the plan, the best first. */
export function completionsAt(text: string, offset: number, source: CompletionSource): ReadonlyArray<Completion> {
	const place = completionContext(text, offset, source.parser);
	const below = keysBelowItem(text, offset, source);
	if (!place) {
		return below;
	}
	const values = place.takes === "key" ? [] : valuesAt(place, source);
	const keys = place.takes === "value" ? [] : keysAt(place, source);
	// In another column, what the item above takes also corrects the indentation.
	const corrected = new Set(below.map(({ label }) => label));
	return [...values, ...keys.filter(({ label }) => !corrected.has(label)), ...below];
}

/** The keys of the item above, which correct the indentation of the line. */
function keysBelowItem(text: string, offset: number, source: CompletionSource): ReadonlyArray<Completion> {
	const item = itemAbove(text, offset);
	const place = item && completionContext(item.text, item.offset, source.parser);
	if (!item || !place || place.takes === "value" || place.keyPath.at(-2)?.node.kind !== "list") {
		return [];
	}
	const { column, margin } = item;
	const indent = " ".repeat(column);
	const end = place.range.end - column + (margin.end - margin.start);
	return keysAt(place, source).map((each) => ({
		...each,
		detail: l10n.t("item above"),
		// The whole line is replaced, so the editor adds no indentation.
		snippet: indent + each.snippet.replaceAll("\n", `\n${indent}`),
		range: { start: margin.start, end },
		isInSchema: false,
	}));
}

function valuesAt(place: CompletionContext, { formatter, today }: CompletionSource): ReadonlyArray<Completion> {
	const { plan } = place;
	const names = expectedReference(place.valuePath);
	if (names) {
		const time = names === "measure" ? [timeCompletion(place)] : [];
		const known = namesOf(names, plan, formatter).map(
			({ id, title, ...target }): Completion => ({
				kind: "id",
				label: id,
				detail: formatter.title(plan.byId.get(id) ?? { title }),
				description: logTargetKindText(target, formatter),
				snippet: escapeSnippet(writeScalar(id, { flow: place.flow }, place.quoted ? "double" : "plain")),
				range: place.range,
				isInSchema: false,
			}),
		);
		return [...known, ...time];
	}
	if (parentKey(place.valuePath) === "id" || parentKey(place.valuePath) === "formerly") {
		return ownId(place);
	}
	const shape = shapeAt(place.valuePath);
	const periods = new PeriodFormatter(plan, formatter);
	return (shape?.texts ?? []).map((text) => {
		const example = parseDay(text) === undefined ? text : formatDay(today);
		const dates = periods.of(example);
		return {
			kind: "value",
			label: example,
			...(dates === undefined ? {} : { detail: dates }),
			snippet: escapeSnippet(writeScalar(example, { flow: place.flow }, place.quoted ? "double" : "plain")),
			range: place.range,
			isInSchema: true,
		};
	});
}

/** `of: time`: the time logged on the item. */
function timeCompletion({ range }: CompletionContext): Completion {
	const detail = l10n.t("the time logged on it and its parts");
	return { kind: "value", label: "time", detail, snippet: "time", range, isInSchema: false };
}

/** The ID derived from the title, to be written explicitly. */
function ownId({ valuePath, range, flow }: CompletionContext): ReadonlyArray<Completion> {
	const step = valuePath.at(-1);
	const title = step?.node.kind === "map" ? valueOfKey(step.node, "title") : undefined;
	const label = title?.kind === "text" ? slug(title.value) : "";
	return label === ""
		? []
		: [{ kind: "id", label, snippet: escapeSnippet(writeScalar(label, { flow })), range, isInSchema: false }];
}

function namesOf(kind: ReferenceKind, plan: Plan, formatter: Formatter) {
	// The ID is as informative as the title.
	const all = logTargets(plan).filter(({ id }) => !isBeingTyped(id) && !isHidden(plan.byId.get(id), formatter));
	const of = (list: ReadonlyArray<{ readonly id: string }>) => {
		const ids = new Set(list.map(({ id }) => id));
		return all.filter(({ id }) => ids.has(id));
	};
	switch (kind) {
		case "measure":
			return of(plan.measures);
		case "track":
			return of(plan.tracks);
		case "item":
			return of(plan.items);
		case "checkpoint":
			return of(plan.checkpoints);
		case "any":
			return all;
	}
}

function keysAt(place: CompletionContext, { formatter, today }: CompletionSource): ReadonlyArray<Completion> {
	const shape = shapeAt(place.keyPath.slice(0, -1));
	const beside = siblingKeys(place);
	const { range } = place;
	const date = formatDay(today);
	const isNewItem = !place.flow && place.keyPath.at(-2)?.node.kind === "list" && beside.size === 1;
	const item = isNewItem
		? itemSnippet(parentKey(place.keyPath.slice(0, -1)) ?? "", shape?.keys ?? [], place, date)
		: "";
	const snippet = (each: KnownKey) => {
		if (place.hasColon) {
			return each.key;
		}
		return item.startsWith(`${each.key}:`) ? item : each.key + valueSnippet(each, place, date);
	};
	const known = (shape?.keys ?? [])
		.filter(({ key }) => !beside.has(key))
		.toSorted((a, b) => Number(b.required) - Number(a.required) || Number(isRare(a)) - Number(isRare(b)))
		.map(
			(each): Completion => ({
				kind: "key",
				label: each.key,
				description: keyText(each.description),
				snippet: snippet(each),
				range,
				isInSchema: true,
			}),
		);
	return [...known, ...freeKeysAt(place, shape, beside, formatter)];
}

/** Allowed for every node, but rarely used. */
function isRare({ key }: KnownKey): boolean {
	return ["formerly", "note", "link", "private"].includes(key);
}

/** Periods and areas as keys: those used elsewhere in the plan, and the next years. */
function freeKeysAt(
	place: CompletionContext,
	shape: Shape | undefined,
	beside: ReadonlySet<string>,
	formatter: Formatter,
): ReadonlyArray<Completion> {
	const { plan } = place;
	const items = shape?.freeKeys === "area" || (shape?.freeKeys && isListed(place));
	const snippet = items ? itemsSnippet(place) : ": $0";
	const below = place.hasColon ? "" : snippet;
	const made = (kind: "area" | "value", label: string, detail?: string): Completion => ({
		kind,
		label,
		...(detail === undefined ? {} : { detail }),
		snippet: escapeSnippet(writeScalar(label, { flow: place.flow, key: true })) + below,
		range: place.range,
		isInSchema: false,
	});
	switch (shape?.freeKeys) {
		case "area": {
			const seen = <T extends Named>(nodes: ReadonlyArray<T>) => nodes.filter((node) => !isHidden(node, formatter));
			const areas = seen(plan.phases).flatMap((phase) => phase.areas.map(({ title }) => title));
			const names = new Set([...areas, ...seen(plan.tracks).map(({ id }) => id)]);
			const tracks = new Map(seen(plan.tracks).map((track) => [slug(track.id), formatter.title(track)]));
			return [...names].filter((name) => !beside.has(name)).map((name) => made("area", name, tracks.get(slug(name))));
		}
		case "period": {
			const periods = new PeriodFormatter(plan, formatter);
			const used = new Set([...beside].map((key) => JSON.stringify(parsePeriod(key))));
			const years = Array.from({ length: 10 }, (_, index) => `year ${index + 1}`);
			const free = years.filter((year) => !used.has(JSON.stringify(parsePeriod(year))));
			return [...free.slice(0, 5), "year 5+", "quarter 1", "2027"].map((label) =>
				made("value", label, periods.of(label)),
			);
		}
		case undefined:
			return [];
	}
}

function isListed({ keyPath }: CompletionContext): boolean {
	const shape = shapeAt(keyPath);
	return shape?.list !== undefined;
}

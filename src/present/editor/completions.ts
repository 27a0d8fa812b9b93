import {
	type CompletionPlace,
	completionPlace,
	isTyped,
	keyAbove,
	keysBeside,
} from "../../plan/assist/completionPlace.ts";
import { type NameKind, namesExpected } from "../../plan/assist/names.ts";
import { type KnownKey, type Shape, shapeAt } from "../../plan/assist/schemaAt.ts";
import { writeScalar } from "../../plan/edit/writeScalar.ts";
import { slug } from "../../plan/ids.ts";
import { parsePeriod } from "../../plan/period.ts";
import type { Plan } from "../../plan/plan.ts";
import type { TextRange } from "../../plan/problem.ts";
import type { PlanParser } from "../../plan/readPlan.ts";
import { valueIn } from "../../plan/spot.ts";
import { targetsOfPlan } from "../targets.ts";
import type { Words } from "../words.ts";
import { escaped, itemsSnippet, valueSnippet } from "./keySnippet.ts";
import { PeriodWords } from "./periodWords.ts";

/** Something that can be typed at a place. */
export interface Completion {
	readonly kind: "key" | "value" | "id" | "area";
	readonly label: string;
	/** A word or two beside the label: a title, a date. */
	readonly detail?: string;
	/** What it means. */
	readonly description?: string;
	/** What is written, in the editor's syntax of snippets. */
	readonly snippet: string;
	/** What it gives way to. */
	readonly range: TextRange;
	/** Whether the JSON Schema says it too, so that YAML tooling offers it by itself. */
	readonly isInSchema: boolean;
}

/** What can be typed at an offset of the plan's text, the best first. @param parser one for this alone */
export function completionsAt(
	text: string,
	offset: number,
	parser: PlanParser,
	words: Words,
): ReadonlyArray<Completion> {
	const place = completionPlace(text, offset, parser);
	if (!place) {
		return [];
	}
	const values = place.takes === "key" ? [] : valuesAt(place, words);
	const keys = place.takes === "value" ? [] : keysAt(place, words);
	return [...values, ...keys];
}

function valuesAt(place: CompletionPlace, words: Words): ReadonlyArray<Completion> {
	const { plan } = place;
	const names = namesExpected(place.valuePath);
	if (names) {
		return namesOf(names, plan).map(({ id, title, kind }) => ({
			kind: "id",
			label: id,
			detail: words.title(plan.byId.get(id) ?? { title }),
			description: kind,
			snippet: escaped(writeScalar(id, { flow: place.flow }, place.quoted ? "double" : "plain")),
			range: place.range,
			isInSchema: false,
		}));
	}
	if (keyAbove(place.valuePath) === "id" || keyAbove(place.valuePath) === "formerly") {
		return ownId(place);
	}
	const shape = shapeAt(place.valuePath);
	const periods = new PeriodWords(plan, words);
	return (shape?.texts ?? []).map((example) => {
		const dates = periods.of(example);
		return {
			kind: "value",
			label: example,
			...(dates === undefined ? {} : { detail: dates }),
			snippet: escaped(writeScalar(example, { flow: place.flow }, place.quoted ? "double" : "plain")),
			range: place.range,
			isInSchema: true,
		};
	});
}

/** The id that something has by its title already, to be written out; what ids it had before nobody can guess. */
function ownId({ valuePath, range, flow }: CompletionPlace): ReadonlyArray<Completion> {
	const step = valuePath.at(-1);
	const title = step?.node.kind === "map" ? valueIn(step.node, step.start, "title")?.node : undefined;
	const label = title?.kind === "text" ? slug(title.value) : "";
	return label === ""
		? []
		: [{ kind: "id", label, snippet: escaped(writeScalar(label, { flow })), range, isInSchema: false }];
}

function namesOf(kind: NameKind, plan: Plan) {
	const all = targetsOfPlan(plan).filter(({ id }) => !isTyped(id));
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

function keysAt(place: CompletionPlace, words: Words): ReadonlyArray<Completion> {
	const shape = shapeAt(place.keyPath.slice(0, -1));
	const beside = keysBeside(place);
	const { range } = place;
	const known = (shape?.keys ?? [])
		.filter(({ key }) => !beside.has(key))
		.toSorted((a, b) => Number(b.required) - Number(a.required) || Number(isRare(a)) - Number(isRare(b)))
		.map(
			(each): Completion => ({
				kind: "key",
				label: each.key,
				description: each.description,
				snippet: place.hasColon ? each.key : each.key + valueSnippet(each, place),
				range,
				isInSchema: true,
			}),
		);
	return [...known, ...freeKeysAt(place, shape, beside, words)];
}

/** Every node may have these, and few do. */
function isRare({ key }: KnownKey): boolean {
	return ["formerly", "note", "link", "private"].includes(key);
}

/** Periods and areas as keys: those in use elsewhere in the plan, and the next years. */
function freeKeysAt(
	place: CompletionPlace,
	shape: Shape | undefined,
	beside: ReadonlySet<string>,
	words: Words,
): ReadonlyArray<Completion> {
	const { plan } = place;
	const items = shape?.freeKeys === "area" || (shape?.freeKeys && isListed(place));
	const below = place.hasColon ? "" : items ? itemsSnippet(place) : ": $0";
	const made = (kind: "area" | "value", label: string, detail?: string): Completion => ({
		kind,
		label,
		...(detail === undefined ? {} : { detail }),
		snippet: escaped(writeScalar(label, { flow: place.flow, key: true })) + below,
		range: place.range,
		isInSchema: false,
	});
	switch (shape?.freeKeys) {
		case "area": {
			const areas = plan.phases.flatMap((phase) => phase.areas.map(({ title }) => title));
			const names = new Set([...areas, ...plan.tracks.map(({ id }) => id)]);
			const tracks = new Map(plan.tracks.map(({ id, title }) => [slug(id), title]));
			return [...names].filter((name) => !beside.has(name)).map((name) => made("area", name, tracks.get(slug(name))));
		}
		case "period": {
			const periods = new PeriodWords(plan, words);
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

function isListed({ keyPath }: CompletionPlace): boolean {
	const shape = shapeAt(keyPath);
	return shape?.list !== undefined;
}

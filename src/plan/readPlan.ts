import { isMap, isScalar, type Node, type YAMLMap } from "yaml";
import type { Span } from "./day.ts";
import type { Item, ItemGroup, ItemKind, Measure, Phase, Plan, PlanReading, Track } from "./plan.ts";
import { PlanReader } from "./planReader.ts";
import { parseYaml } from "./yamlTree.ts";

/**
 * Reads a plan. Never throws: what is wrong comes back as problems at their places, and what can be understood is read
 * all the same.
 */
export function readPlan(text: string): PlanReading {
	const { document, problems } = parseYaml(text);
	if (!document) {
		return { problems };
	}
	const reader = new PlanReader(document, text);
	const root = reader.root();
	if (!root) {
		return { problems: [...problems, ...reader.problems] };
	}
	reader.readStart(root);
	const goal = reader.textAt(root, "goal");
	const plan: Plan = {
		title: reader.textAt(root, "title") ?? "",
		...(goal === undefined ? {} : { goal }),
		measures: readMeasures(reader, root),
		phases: readPhases(reader, root),
		tracks: readTracks(reader, root),
		targets: readTargets(reader, root),
	};
	checkReferences(reader, plan);
	return { plan, problems: [...problems, ...reader.problems] };
}

function readMeasures(reader: PlanReader, root: YAMLMap): ReadonlyMap<string, Measure> {
	const measures = new Map<string, Measure>();
	for (const [index, map] of reader.maps(root, "measures").entries()) {
		const title = reader.textAt(map, "title") ?? reader.textAt(map, "id") ?? "";
		const count = reader.textAt(map, "count");
		const id = reader.id(map, title, `measure-${index + 1}`);
		measures.set(id, { id, title, count: count === "total" || count === "period" ? count : "latest" });
	}
	return measures;
}

function readPhases(reader: PlanReader, root: YAMLMap): ReadonlyArray<Phase> {
	return reader.maps(root, "phases").map((map, index) => {
		const title = titleOf(reader, map);
		const id = reader.id(map, title, `phase-${index + 1}`);
		const when = reader.when(map);
		const focus = reader.textAt(map, "focus");
		const areas = reader.entries(map, "outcomes").map(({ key, range, node }): ItemGroup => {
			const items = reader
				.listOf(node)
				.map((item, place) => readItem(reader, item, "outcome", `${id}-${key}-${place + 1}`, when.span));
			return { title: key, range, items, ...(when.span ? { span: when.span } : {}) };
		});
		return { id, title, ...when, ...(focus ? { focus } : {}), areas, range: reader.range(map) };
	});
}

function readTracks(reader: PlanReader, root: YAMLMap): ReadonlyArray<Track> {
	return reader.maps(root, "tracks").map((map, index) => {
		const title = titleOf(reader, map);
		const id = reader.id(map, title, `track-${index + 1}`);
		const stages = reader.maps(map, "stages").map((stage, number): ItemGroup => {
			const { span } = reader.when(stage);
			const items = reader
				.list(stage, "milestones")
				.map((node, place) => readItem(reader, node, "milestone", `${id}-${number + 1}-${place + 1}`, span));
			return { title: titleOf(reader, stage), range: reader.range(stage), items, ...(span ? { span } : {}) };
		});
		return { id, title, stages, range: reader.range(map) };
	});
}

function readTargets(reader: PlanReader, root: YAMLMap): ReadonlyArray<ItemGroup> {
	return reader.entries(root, "targets").map(({ key, range, node }) => {
		const { span } = reader.period(key, range);
		const items = reader
			.listOf(node)
			.map((item, place) => readItem(reader, item, "target", `${key}-${place + 1}`, span));
		return { title: key, range, items, ...(span ? { span } : {}) };
	});
}

/** An item as a map, or as the bare string that is its title. */
function readItem(reader: PlanReader, node: Node, kind: ItemKind, place: string, enclosing?: Span): Item {
	const range = reader.range(node);
	if (!isMap(node)) {
		const title = (isScalar(node) ? String(node.value) : reader.textOf(node)) ?? "";
		const id = reader.id(node, title, place);
		return { kind, id, title, from: 0, needs: [], dropped: false, range, ...(enclosing ? { span: enclosing } : {}) };
	}
	const of = reader.textAt(node, "of");
	const needs = reader.list(node, "needs").flatMap((need) => reader.textOf(need) ?? []);
	const title = of === undefined && needs.length !== 1 ? titleOf(reader, node) : (reader.textAt(node, "title") ?? "");
	const goal = reader.goal(node);
	return {
		kind,
		id: reader.id(node, title, place),
		title,
		...reader.when(node, enclosing),
		...(goal ? { goal } : {}),
		...(of === undefined ? {} : { of }),
		from: reader.from(node),
		needs,
		dropped: reader.get(node, "dropped") !== undefined,
		range,
	};
}

function titleOf(reader: PlanReader, map: YAMLMap): string {
	const title = reader.textAt(map, "title");
	if (title === undefined && !reader.get(map, "title")) {
		reader.report("missing-title", reader.range(map));
	}
	return title ?? "";
}

/** Every item of the plan, in the order of the file's sections: outcomes, milestones, targets. */
export function itemsOf(plan: Plan): ReadonlyArray<Item> {
	const groups = [
		...plan.phases.flatMap((phase) => phase.areas),
		...plan.tracks.flatMap((track) => track.stages),
		...plan.targets,
	];
	return groups.flatMap((group) => group.items);
}

function checkReferences(reader: PlanReader, plan: Plan): void {
	const items = itemsOf(plan);
	const ids = new Set(items.map((item) => item.id));
	for (const item of items) {
		if (item.of !== undefined && !plan.measures.has(item.of)) {
			reader.report("unknown-measure", item.range, [item.of]);
		}
		for (const need of item.needs) {
			if (!ids.has(need)) {
				reader.report("unknown-id", item.range, [need]);
			}
		}
	}
}

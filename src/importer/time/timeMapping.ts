import { type Steps, stepping } from "../../journal/steps.ts";
import type { PlanTarget } from "../../logging/logTargets.ts";
import { plainTitle } from "../../util/plainTitle.ts";
import type { SourceTime } from "./readTimeRows.ts";
import { rowsPerStep } from "./timeTable.ts";

/** By what entries are mapped to the plan. */
export const mappingKinds = ["project", "tag", "text"] as const;

/** See {@link mappingKinds}. The task of an entry counts as part of its project. */
export type MappingKind = (typeof mappingKinds)[number];

/** What the user chose for a value of a kind: the ID of a target, or null to leave it out. */
export type TimeMapping = Readonly<Record<string, string | null>>;

/** Entries with the same value. */
export interface MappingGroup {
	readonly kind: MappingKind;
	readonly value: string;
	readonly entries: number;
	readonly minutes: number;
	/** The target of all of them; null if they are left out, undefined if it is not known or differs. */
	readonly target: string | null | undefined;
}

/** The name of a value in the mapping. */
export function mappingKey(kind: MappingKind, value: string): string {
	return `${kind}:${value}`;
}

/** Finds the target of an entry: as the user chose, otherwise by an ID or a title that equals its tag, task, project or text. */
export class TargetMapper {
	private readonly known = new Map<string, string>();
	private readonly found = new Map<SourceTime, string | null | undefined>();

	constructor(
		targets: ReadonlyArray<PlanTarget>,
		private readonly mapping: TimeMapping,
	) {
		const add = (name: string, id: string) => {
			const plain = plainName(name);
			if (plain !== "" && !this.known.has(plain)) {
				this.known.set(plain, id);
			}
		};
		// An ID goes before any title.
		for (const { id } of targets) {
			add(id, id);
		}
		for (const { id, title, formerly } of targets) {
			for (const name of [title, ...formerly]) {
				add(name, id);
			}
		}
	}

	/** The ID of a target; null if the user leaves it out, undefined if it is not known. */
	targetOf(entry: SourceTime): string | null | undefined {
		if (!this.found.has(entry)) {
			this.found.set(entry, this.find(entry));
		}
		return this.found.get(entry);
	}

	private find(entry: SourceTime): string | null | undefined {
		const { project, task, tags, text } = entry;
		for (const kind of ["text", "tag", "project"] as const) {
			for (const value of valuesOf(entry, kind)) {
				const key = mappingKey(kind, value);
				if (Object.hasOwn(this.mapping, key)) {
					return this.mapping[key];
				}
			}
		}
		for (const name of [...tags, task, project, text]) {
			const id = name === "" ? undefined : this.known.get(plainName(name));
			if (id !== undefined) {
				return id;
			}
		}
		return undefined;
	}
}

/**
 * The entries by the values of a kind, those with the most time first. An entry without such a value is listed by another
 * kind.
 */
export function* mappingGroups(
	entries: ReadonlyArray<SourceTime>,
	by: MappingKind,
	mapper: TargetMapper,
): Steps<ReadonlyArray<MappingGroup>> {
	const groups = new Map<string, MappingGroup>();
	yield* stepping(
		entries,
		(entry) => {
			const kind = [by, ...mappingKinds].find((each) => valuesOf(entry, each).length > 0);
			const target = mapper.targetOf(entry);
			for (const value of kind ? valuesOf(entry, kind).slice(0, 1) : []) {
				const key = mappingKey(kind ?? by, value);
				const before = groups.get(key) ?? { kind: kind ?? by, value, entries: 0, minutes: 0, target };
				groups.set(key, {
					...before,
					entries: before.entries + 1,
					minutes: before.minutes + entry.minutes,
					target: before.target === target ? target : undefined,
				});
			}
		},
		rowsPerStep,
	);
	return [...groups.values()].toSorted((a, b) => b.minutes - a.minutes);
}

/** For comparison: without marks and case. */
function plainName(name: string): string {
	return plainTitle(name).trim().toLowerCase();
}

function valuesOf({ project, task, tags, text }: SourceTime, kind: MappingKind): ReadonlyArray<string> {
	switch (kind) {
		case "project":
			return [task === "" ? project : `${project} · ${task}`, project].filter((value) => value !== "");
		case "tag":
			return tags;
		case "text":
			return text === "" ? [] : [text];
	}
}

import type { Steps } from "../../journal/steps.ts";
import type { PlanProblem } from "../../plan/planProblem.ts";
import { draftAt, linesOfDraft, replaceDraft } from "./draftTree.ts";
import type { PlanDraft } from "./proposal.ts";
import { type WrittenValue, writeProposal } from "./writeProposal.ts";

/** Keys of an item whose value can be said in its note instead. */
const movable: ReadonlySet<string> = new Set(["when", "goal", "every", "share", "hours", "link", "track", "id"]);

const mostRounds = 12;

/** Finds the problems of a plan, with pauses. */
export type PlanCheck = (text: string) => Steps<ReadonlyArray<PlanProblem>>;

/** A plan without problems, and the lines of the source that could not be kept. */
export interface RepairedProposal {
	readonly text: string;
	readonly dropped: ReadonlyArray<number>;
}

/**
 * Writes a proposal, and moves each value that is a problem to the note of its item: a period that is before day one, a
 * share without a counterpart. What remains a problem is left out.
 */
export function* repairProposal(draft: PlanDraft, source: string, check: PlanCheck): Steps<RepairedProposal> {
	const dropped: Array<number> = [];
	let now = draft;
	for (let round = 0; ; round++) {
		const { text, values } = writeProposal(now, source);
		yield;
		const problems = yield* check(text);
		if (problems.length === 0 || round > mostRounds) {
			return { text: problems.length === 0 ? text : "", dropped };
		}
		const paths = problems.map(({ range }) => pathAt(values, range.start)).filter((path) => path.length > 0);
		for (const path of distinct(paths).sort(backwards)) {
			const key = path.at(-1);
			const isFirstTry = round < mostRounds / 2 && typeof key === "string" && movable.has(key) && path.length > 1;
			if (!isFirstTry) {
				const item = round < mostRounds ? itemPath(path) : path.slice(0, 1);
				const lost = draftAt(now, item);
				dropped.push(...(lost ? linesOfDraft(lost) : []));
				now = replaceDraft(now, item, undefined) ?? { kind: "map", entries: [] };
			} else {
				now = movedToNote(now, path, key);
			}
		}
	}
}

function movedToNote(root: PlanDraft, path: WrittenValue["path"], key: string): PlanDraft {
	const value = draftAt(root, path);
	const parent = path.slice(0, -1);
	const without = replaceDraft(root, path, undefined) ?? root;
	const map = draftAt(without, parent);
	const words = value ? `${key}: ${flat(value)}` : "";
	if (!value || key === "id" || map?.kind !== "map" || parent.length < 2) {
		return without;
	}
	const old = map.entries.find(([name]) => name === "note")?.[1];
	const note = old?.kind === "text" ? `${old.text}\n\n${words}` : words;
	const entries = [...map.entries.filter(([name]) => name !== "note"), ["note", { kind: "text", text: note }] as const];
	return replaceDraft(without, parent, { ...map, entries }) ?? without;
}

function flat(draft: PlanDraft): string {
	if (draft.kind === "map") {
		return draft.entries.map(([key, value]) => `${key}: ${flat(value)}`).join(", ");
	}
	return draft.kind === "text" ? draft.text : "";
}

/** The path of the smallest value at an offset. */
function pathAt(values: ReadonlyArray<WrittenValue>, offset: number): WrittenValue["path"] {
	let best: WrittenValue | undefined;
	for (const value of values) {
		const isIn = value.start <= offset && offset < value.end;
		if (isIn && (!best || value.end - value.start <= best.end - best.start)) {
			best = value;
		}
	}
	const path = best?.path ?? [];
	const at = path.findIndex((step, index) => index > 0 && typeof step === "string" && movable.has(step));
	return at < 0 ? path : path.slice(0, at + 1);
}

/** The path of the list item that a value is in. */
function itemPath(path: WrittenValue["path"]): WrittenValue["path"] {
	const last = path.findLastIndex((step) => typeof step === "number");
	return last < 0 ? path.slice(0, 1) : path.slice(0, last + 1);
}

function distinct(paths: ReadonlyArray<WrittenValue["path"]>): Array<WrittenValue["path"]> {
	return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

/** Later ones first, so that the indexes of the earlier ones stay. */
function backwards(a: WrittenValue["path"], b: WrittenValue["path"]): number {
	for (const [at, step] of a.entries()) {
		const other = b[at];
		if (other !== step) {
			return typeof step === "number" && typeof other === "number" ? other - step : 0;
		}
	}
	return b.length - a.length;
}

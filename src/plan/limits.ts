import type { PlanProblem } from "./planProblem.ts";
import type { NodeReading, ReadNode } from "./schema/nodeReading.ts";
import type { PlanInput } from "./schema/planSchema.ts";
import { nodeRange } from "./syntax/syntaxTree.ts";

/**
 * Limits for each kind of element, far above what anyone plans. Calculations for each day go through all of them, so
 * without a limit a malicious plan could block the editor.
 */
export const mostOf = {
	phases: 300,
	tracks: 100,
	commitments: 300,
	checkpoints: 300,
	time_off: 1000,
	slips: 50,
} as const;

/** The number of values by period that one key may have. */
export const mostValues = 500;

/** The number of levels of parts below an item that a view can show well. */
export const mostPartLevels = 4;

/** The number of reviews that may be due in the whole plan: one a day for more than fifty years. */
export const mostReviews = 20_000;

type Root = NodeReading<PlanInput>;

/** The plan with the first of everything that it may have only so many of. @param problems where what is left out is reported */
export function withinLimits(root: Root, problems: Array<PlanProblem>): Root {
	const cut: Record<string, ReadNode<ReadonlyArray<ReadNode<unknown>>>> = {};
	for (const [key, most] of Object.entries(mostOf)) {
		const list: ReadNode<ReadonlyArray<ReadNode<unknown>>> | undefined = root[key as keyof typeof mostOf];
		const next = list?.value[most];
		if (list && next) {
			problems.push(tooMany(nodeRange(next.node), key, most));
			cut[key] = { ...list, value: list.value.slice(0, most) };
		}
	}
	return { ...root, ...cut } as Root;
}

/** Reports that the rest of the list, from this element, is not read. */
export function tooMany(range: PlanProblem["range"], key: string, most: number): PlanProblem {
	return { code: "too-many", severity: "error", range, args: [key, String(most)] };
}

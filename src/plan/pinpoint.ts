import type { Problem, ProblemCode } from "./problem.ts";
import { keyOf, type Located, nodeAt, spotAt, valueIn } from "./spot.ts";
import { type Edge, rangeOf } from "./syntax.ts";

/** Under which keys of the node a problem is about the text that is wrong stands. */
const keys: { readonly [code in ProblemCode]?: ReadonlyArray<string> } = {
	"unknown-id": ["needs", "evidence"],
	"derived-id": ["needs", "evidence"],
	"unknown-measure": ["of"],
	"unknown-track": ["track"],
	"unknown-checkpoint": ["replaces"],
	"needs-cycle": ["needs"],
	"from-beyond-goal": ["from"],
	"checkpoint-twice": ["when"],
};

/** Narrows problems that were found at a whole node to the very text in it that is wrong. Those that then are the same become one. */
export function pinpoint(problems: ReadonlyArray<Problem>, root: Edge): ReadonlyArray<Problem> {
	const met = new Set<string>();
	return problems.flatMap((problem): ReadonlyArray<Problem> => {
		const { start, node } = placeIn(problem, root) ?? {};
		const range = start === undefined || !node ? problem.range : rangeOf(node, start);
		const same = `${problem.code} ${range.start} ${problem.args[0]}`;
		if (met.has(same)) {
			return [];
		}
		met.add(same);
		return [{ ...problem, range }];
	});
}

function placeIn({ code, range, args }: Problem, root: Edge): Located | undefined {
	const wanted = keys[code];
	if (!wanted) {
		return undefined;
	}
	const at = range.start;
	const [name] = args;
	const own = wanted.map((key) => valueIn(nodeAt(root, at), at, key)).find((value) => value !== undefined);
	if (!own && code === "unknown-track") {
		return inherited(root, at, name);
	}
	if (own?.node.kind !== "list" || code === "needs-cycle") {
		return own;
	}
	const item = own.node.items.find(({ edge }) => edge?.node.kind === "text" && edge.node.value === name);
	return item?.edge && item.edge.anchoredAt === undefined
		? { node: item.edge.node, start: own.start + item.edge.at }
		: own;
}

/** An outcome has the track that its phase names. */
function inherited(root: Edge, at: number, name: string | undefined): Located | undefined {
	for (const step of spotAt(root, at).path.toReversed()) {
		const track = keyOf(step) === "outcomes" ? valueIn(step.node, step.start, "track") : undefined;
		if (track?.node.kind === "text" && track.node.value === name) {
			return track;
		}
	}
	return undefined;
}

import type { PlanProblem, PlanProblemCode } from "../planProblem.ts";
import { nodeAt, pathAt, stepKey, valueOfKey } from "./syntaxPath.ts";
import { type ChildRef, type ListNode, nodeRange, type SyntaxNode } from "./syntaxTree.ts";

/** The keys of a node that a problem is about. */
const keys: { readonly [code in PlanProblemCode]?: ReadonlyArray<string> } = {
	"unknown-id": ["needs", "evidence"],
	"derived-id": ["needs", "evidence"],
	"unknown-measure": ["of"],
	"unknown-track": ["track"],
	"unknown-checkpoint": ["replaces"],
	"needs-cycle": ["needs"],
	"needs-optional": ["needs"],
	"from-beyond-goal": ["from"],
	"checkpoint-twice": ["when"],
	"checkpoint-endless": ["when"],
	"checkpoint-too-short": ["until", "every"],
	"rate-never": ["goal"],
	"missing-start": ["every"],
};

/** Narrows problems of a whole node to the text that is wrong. Problems that become identical are merged. */
export function pinpointProblems(problems: ReadonlyArray<PlanProblem>, root: ChildRef): ReadonlyArray<PlanProblem> {
	const met = new Set<string>();
	const places = new Places(root);
	return problems.flatMap((problem): ReadonlyArray<PlanProblem> => {
		const node = places.of(problem);
		const range = node ? nodeRange(node) : problem.range;
		const same = `${problem.code} ${range.start} ${problem.args[0]}`;
		if (met.has(same)) {
			return [];
		}
		met.add(same);
		return [{ ...problem, range }];
	});
}

/** Finds ranges and caches them by node: thousands of problems can be about the same list. */
class Places {
	private readonly own = new Map<string, SyntaxNode | undefined>();
	private readonly items = new Map<ListNode, ReadonlyMap<string, SyntaxNode>>();

	constructor(private readonly root: ChildRef) {}

	of({ code, range, args }: PlanProblem): SyntaxNode | undefined {
		const wanted = keys[code];
		if (!wanted) {
			return undefined;
		}
		const [name = ""] = args;
		const own = this.ownAt(range.start, wanted);
		if (!own && code === "unknown-track") {
			return inherited(this.root, range.start, name);
		}
		if (own?.kind !== "list" || code === "needs-cycle") {
			return own;
		}
		return this.itemsOf(own).get(name) ?? own;
	}

	private ownAt(at: number, wanted: ReadonlyArray<string>): SyntaxNode | undefined {
		const key = `${at} ${wanted.join(" ")}`;
		if (!this.own.has(key)) {
			const node = nodeAt(this.root, at);
			const found = wanted.map((each) => valueOfKey(node, each)).find((value) => value !== undefined);
			this.own.set(key, found);
		}
		return this.own.get(key);
	}

	/** The first item of each text. */
	private itemsOf(list: ListNode): ReadonlyMap<string, SyntaxNode> {
		const known = this.items.get(list);
		if (known) {
			return known;
		}
		const items = new Map<string, SyntaxNode>();
		for (const { child } of list.items) {
			if (child?.node.kind === "text" && !child.isAlias && !items.has(child.node.value)) {
				items.set(child.node.value, child.node);
			}
		}
		this.items.set(list, items);
		return items;
	}
}

/** An outcome has the track that its phase names. */
function inherited(root: ChildRef, at: number, name: string | undefined): SyntaxNode | undefined {
	for (const step of pathAt(root, at).path.toReversed()) {
		const track = stepKey(step) === "outcomes" ? valueOfKey(step.node, "track") : undefined;
		if (track?.kind === "text" && track.value === name) {
			return track;
		}
	}
	return undefined;
}

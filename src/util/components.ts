/** The number of nodes after which a walk pauses: a few ms. */
const pauseSize = 4096;

interface PathStep<T> {
	readonly edges: ReadonlyArray<T>;
	next: number;
}

/**
 * Called for each edge that closes a cycle, in the order of the walk.
 *
 * @param path the way from where the walk started to the node with the edge; only valid during the call
 * @param from the index in `path` of the node that the edge leads back to
 */
export type OnCycle<T> = (path: ReadonlyArray<T>, from: number) => void;

/** The strongly connected components of a graph, in reverse topological order; see {@link walkComponents}. */
export function components<T>(
	nodes: Iterable<T>,
	edgesOf: (node: T) => ReadonlyArray<T>,
	onCycle?: OnCycle<T>,
): ReadonlyArray<ReadonlyArray<T>> {
	return [...walkComponents(nodes, edgesOf, onCycle)].filter((found) => found !== undefined);
}

/**
 * Walks a graph depth first and yields its strongly connected components in reverse topological order, or undefined for a
 * pause after every few thousand nodes. Linear: Tarjan's algorithm ("Depth-first search and linear graph algorithms",
 * 1972), iteratively, because long chains would overflow the stack.
 *
 * @param nodes where the walk starts, in this order; nodes that are only reached by edges are included
 */
export function* walkComponents<T>(
	nodes: Iterable<T>,
	edgesOf: (node: T) => ReadonlyArray<T>,
	onCycle?: OnCycle<T>,
): Generator<ReadonlyArray<T> | undefined, void> {
	const met = new Map<T, number>();
	/** The lowest reachable index (lowlink); infinite once the component is complete. */
	const reach = new Map<T, number>();
	const open: Array<T> = [];
	const path: Array<T> = [];
	const steps: Array<PathStep<T>> = [];
	/** The index of each node on the path. */
	const onPath = new Map<T, number>();
	const enter = (node: T) => {
		reach.set(node, met.size);
		met.set(node, met.size);
		open.push(node);
		onPath.set(node, path.length);
		path.push(node);
		steps.push({ edges: edgesOf(node), next: 0 });
	};
	const lower = (node: T, by: T) => reach.set(node, Math.min(reach.get(node) ?? 0, reach.get(by) ?? 0));
	const follow = (node: T, next: T) => {
		if (!met.has(next)) {
			enter(next);
			return;
		}
		lower(node, next);
		const from = onPath.get(next);
		if (from !== undefined) {
			onCycle?.(path, from);
		}
	};
	for (const root of nodes) {
		if (!met.has(root)) {
			enter(root);
		}
		for (let step = steps.at(-1); step; step = steps.at(-1)) {
			const node = path.at(-1) as T;
			if (step.next < step.edges.length) {
				follow(node, step.edges[step.next++] as T);
				if (met.size % pauseSize === 0) {
					yield undefined;
				}
				continue;
			}
			steps.pop();
			path.pop();
			onPath.delete(node);
			if (reach.get(node) === met.get(node)) {
				yield complete(open, node, reach);
			}
			if (path.length > 0) {
				lower(path.at(-1) as T, node);
			}
		}
	}
}

/** Takes the component of its first node from the open nodes. */
function complete<T>(open: Array<T>, first: T, reach: Map<T, number>): ReadonlyArray<T> {
	const component = open.splice(open.lastIndexOf(first));
	for (const member of component) {
		reach.set(member, Number.POSITIVE_INFINITY);
	}
	return component;
}

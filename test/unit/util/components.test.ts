import assert from "node:assert/strict";
import fc from "fast-check";
import { components, walkComponents } from "../../../src/util/components.ts";
import { runs } from "../../harness/depth.ts";

type Edges = ReadonlyMap<number, ReadonlyArray<number>>;

const graphs: fc.Arbitrary<Edges> = fc.integer({ min: 1, max: 9 }).chain((size) =>
	fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }).map((lists) => {
		return new Map(lists.map((list, node) => [node, list]));
	}),
);

/** The nodes that can be reached over at least one edge, by trying all edges until nothing is added. */
function reachable(edges: Edges, from: number): ReadonlySet<number> {
	const found = new Set(edges.get(from));
	for (let size = -1; size !== found.size; ) {
		size = found.size;
		for (const node of [...found]) for (const next of edges.get(node) ?? []) found.add(next);
	}
	return found;
}

describe("components of a graph", () => {
	it("contain exactly the nodes that reach each other, dependencies first", () => {
		fc.assert(
			fc.property(graphs, (edges) => {
				const found = components(edges.keys(), (node) => edges.get(node) ?? []);
				assert.deepEqual(found.flat().sort(), [...edges.keys()].sort());
				for (const [at, component] of found.entries()) {
					for (const a of component) {
						const reach = reachable(edges, a);
						for (const b of component) assert.ok(a === b || reach.has(b), `${a} reaches ${b}`);
						const later = new Set(found.slice(at + 1).flat());
						assert.deepEqual(
							[...reach].filter((node) => later.has(node)),
							[],
						);
					}
				}
			}),
			{ numRuns: runs(2000) },
		);
	});

	it("report a cycle for each component that has one, as a path of edges that ends where it starts", () => {
		fc.assert(
			fc.property(graphs, (edges) => {
				const inCycles = new Set<number>();
				const found = components(
					edges.keys(),
					(node) => edges.get(node) ?? [],
					(path, from) => {
						const cycle = [...path.slice(from), path[from] as number];
						for (const [at, node] of cycle.slice(1).entries()) {
							assert.ok(edges.get(cycle[at] as number)?.includes(node), `${cycle} is a path`);
							inCycles.add(node);
						}
					},
				);
				for (const component of found) {
					const isCyclic = component.some((node) => reachable(edges, node).has(node));
					assert.equal(
						component.some((node) => inCycles.has(node)),
						isCyclic,
					);
				}
			}),
			{ numRuns: runs(2000) },
		);
	});

	it("are found in long chains, with pauses", () => {
		const edgesOf = (node: number) => (node < 100_000 ? [node + 1] : []);
		const steps = [...walkComponents([0], edgesOf)];
		assert.ok(steps.filter((step) => step === undefined).length >= 20);
		assert.deepEqual(
			steps.find((step) => step !== undefined),
			[100_000],
		);
	});
});

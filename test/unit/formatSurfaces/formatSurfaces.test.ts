import assert from "node:assert/strict";
import { planJsonSchema } from "../../../src/plan/schema/planJsonSchema.ts";
import { additions } from "./additions.ts";
import { shownOn, surfaces } from "./surfaces.ts";

/** The keys of the first format, and of what has its own tests on each surface. */
const others = new Set(
	(
		"about activities advantages aim ask at by checkpoints commitments confirm count counts day_ends drives dropped every " +
		"evidence factors focus for format formerly hours id indicators lagging leading measures message milestones mitigations " +
		"needs note on path phases points practices private questions replaces repo reviews risks share slips stages start starts " +
		"time_off title track tracks until valid watch week why"
	).split(" "),
);

function keysIn(node: unknown): ReadonlyArray<string> {
	if (typeof node !== "object" || node === null) return [];
	const { properties } = node as { readonly properties?: object };
	return [...Object.keys(properties ?? {}), ...Object.values(node).flatMap(keysIn)];
}

describe("what the format can say", () => {
	it("has a row here for each key that the schema knows", () => {
		const known = new Set([...others, ...Object.values(additions).map(({ key }) => key)]);
		assert.deepEqual([...new Set(keysIn(planJsonSchema()))].sort(), [...known].sort());
	});

	it('says of a band whether a value is inside, and never "of between", on every surface', () => {
		const band = additions["a band"] ?? assert.fail();
		const plan = `${band.plan}\nindicators: {leading: [{ id: mass, title: Mass, goal: between 76 and 77 kg }]}`;
		const logged = [...band.logged, ["2026-01-12", "mass", { set: 80 }] as const];
		for (const surface of surfaces) {
			assert.doesNotMatch(shownOn[surface]({ ...band, plan, logged }), /of between/, surface);
		}
		assert.match(shownOn.review({ ...band, plan, logged }), /Mass.*80 \(between 76 and 77 kg\): above/);
	});

	for (const [name, addition] of Object.entries(additions)) {
		for (const surface of surfaces) {
			const expected = addition.shown[surface];
			if (expected instanceof RegExp) {
				it(`${name}: ${surface}`, () => assert.match(shownOn[surface](addition), expected));
			}
		}
	}
});

import assert from "node:assert/strict";
import fc from "fast-check";
import Mocha from "mocha";
import { inAnyOrder } from "../harness/suites/order.ts";
import { runPool, type Task } from "../harness/suites/pool.ts";

const anyTask = fc.record({
	load: fc.constantFrom(0.25, 0.5, 1, 3),
	seconds: fc.nat({ max: 9 }),
	turns: fc.nat({ max: 5 }),
	/** The task that has to be over before it begins, if there is one of that number before it. */
	after: fc.option(fc.nat({ max: 9 })),
});

describe("the pool", () => {
	it("runs every task once, after what it needs, and never more than fit, except one alone", () =>
		fc.assert(
			fc.asyncProperty(fc.array(anyTask, { maxLength: 10 }), fc.constantFrom(1, 2, 2.4), async (wanted, capacity) => {
				const begun: Array<number> = [];
				const ended = new Set<number>();
				let running = 0;
				let load = 0;
				const tasks = wanted.map((want, index): Task => {
					const needed = want.after !== null && want.after < index ? want.after : undefined;
					return {
						...want,
						isReady: () => needed === undefined || ended.has(needed),
						run: async () => {
							begun.push(index);
							running++;
							load += want.load;
							assert.ok(running === 1 || load <= capacity, `${load} at once`);
							assert.ok(needed === undefined || ended.has(needed));
							for (let turn = 0; turn < want.turns; turn++) await Promise.resolve();
							running--;
							load -= want.load;
							ended.add(index);
						},
					};
				});
				await runPool(tasks, capacity);
				assert.deepEqual(begun.sort(), [...tasks.keys()].sort());
			}),
		));

	it("starts the longest task first", async () => {
		const begun: Array<number> = [];
		const task = (seconds: number): Task => ({
			...{ load: 1, seconds, isReady: () => true },
			run: async () => void begun.push(seconds),
		});
		await runPool([3, 9, 1].map(task), 1);
		assert.deepEqual(begun, [9, 3, 1]);
	});

	it("ends if a task waits for something that no task provides", () =>
		assert.rejects(
			runPool([{ load: 1, seconds: 1, isReady: () => false, run: async () => undefined }], 2),
			/Nothing makes what/,
		));
});

describe("another order of the tests", () => {
	function titles(seed: number): ReadonlyArray<string> {
		const suite = new Mocha().suite;
		for (const name of "abcdefgh") suite.addTest(new Mocha.Test(name));
		inAnyOrder(suite, seed);
		return suite.tests.map(({ title }) => title);
	}

	it("has the same tests, and is the same for the same seed only", () => {
		assert.deepEqual([...titles(1)].sort(), [..."abcdefgh"]);
		assert.deepEqual(titles(1), titles(1));
		assert.notDeepEqual(titles(1), titles(2));
	});
});

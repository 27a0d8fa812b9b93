import { strict as assert } from "node:assert";
import { ViewState } from "../../src/host/views/viewState.ts";
import { MemoryMemento } from "./memoryMemento.ts";

describe("what a person chose to see", () => {
	let memory: MemoryMemento;
	let state: ViewState;
	let changes: number;

	beforeEach(() => {
		memory = new MemoryMemento();
		state = new ViewState(memory);
		changes = 0;
		state.onDidChange(() => changes++);
	});
	afterEach(() => state.dispose());

	it("is everything by phase in this week at first", () =>
		assert.deepEqual([state.grouping, state.filter, state.week], ["phase", "all", 0]));

	it("is remembered for the workspace, but for the week", async () => {
		await state.group("year");
		await state.filterBy("due");
		state.moveWeek(-1);
		assert.equal(changes, 3);
		const later = new ViewState(memory);
		assert.deepEqual([later.grouping, later.filter, later.week], ["year", "due", 0]);
		later.dispose();
	});

	it("is what it is at first where what is remembered means nothing", async () => {
		await memory.update("waymark.grouping", "colour");
		await memory.update("waymark.filter", 7);
		assert.deepEqual([state.grouping, state.filter], ["phase", "all"]);
	});

	it("moves by weeks, and back to this one", () => {
		state.moveWeek(-1);
		state.moveWeek(-1);
		state.moveWeek(1);
		assert.equal(state.week, -1);
		state.moveWeek(0);
		assert.equal(state.week, 0);
	});
});

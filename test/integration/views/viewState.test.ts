import { strict as assert } from "node:assert";
import { ViewState } from "../../../src/host/roadmap/viewState.ts";
import { MemoryMemento } from "../support/memoryMemento.ts";

describe("the chosen view options", () => {
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

	it("are everything by phase in this week at first", () =>
		assert.deepEqual([state.grouping, state.filter, state.week], ["phase", "all", 0]));

	it("are remembered for the workspace, except the week", async () => {
		await state.group("year");
		await state.filterBy("due");
		state.moveWeek(-1);
		assert.equal(changes, 3);
		const later = new ViewState(memory);
		assert.deepEqual([later.grouping, later.filter, later.week], ["year", "due", 0]);
		later.dispose();
	});

	it("are the defaults if the remembered state is invalid", async () => {
		await memory.update("waymark.grouping", "colour");
		await memory.update("waymark.filter", 7);
		assert.deepEqual([state.grouping, state.filter], ["phase", "all"]);
	});

	it("move by weeks, and back to this one", () => {
		state.moveWeek(-1);
		state.moveWeek(-1);
		state.moveWeek(1);
		assert.equal(state.week, -1);
		state.moveWeek(0);
		assert.equal(state.week, 0);
	});
});

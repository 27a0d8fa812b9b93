import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { type RowNode, RowTree } from "../../../src/host/views/rowTree.ts";
import { readLedger } from "../../../src/journal/ledger/readLedger.ts";
import { parsePlan } from "../../../src/plan/planParser.ts";
import { SnapshotMaker } from "../../../src/progress/snapshotMaker.ts";
import { roadmapRows } from "../../../src/viewmodel/rows/roadmapRows.ts";
import type { Row } from "../../../src/viewmodel/rows/row.ts";
import { Formatter } from "../../../src/viewmodel/text/formatter.ts";

/** Groups of items, and how often each was asked for what is under it. */
class Counted {
	readonly asked = new Map<string, number>();
	state = "open";

	constructor(
		readonly groups: number,
		readonly items: number,
	) {}

	rows(): ReadonlyArray<Row> {
		return Array.from({ length: this.groups }, (_, group) =>
			this.row(`g${group}`, () =>
				Array.from({ length: this.items }, (_, item) => this.row(`g${group}-${item}`, undefined)),
			),
		);
	}

	private row(id: string, under: (() => ReadonlyArray<Row>) | undefined): Row {
		const description = id === "g1-1" ? this.state : "same";
		const children = under && {
			open: false,
			children: () => {
				this.asked.set(id, (this.asked.get(id) ?? 0) + 1);
				return under();
			},
		};
		return { id, label: id, description, accessibleName: id, ...children };
	}
}

/** The tree of some rows, with the ids of what it said had changed. */
function treeOf(load: () => ReadonlyArray<Row>) {
	const tree = new RowTree(
		async () => load(),
		async () => new vscode.MarkdownString(),
	);
	const fired: Array<ReadonlyArray<string> | "all"> = [];
	tree.onDidChangeTreeData((nodes) => fired.push(nodes?.map(({ row }) => row.id) ?? "all"));
	return { tree, fired };
}

describe("the tree of rows", () => {
	it("creates the children of a row only when it is expanded, for 5,000 rows as for 50", async () => {
		const rows = new Counted(50, 100);
		const { tree } = treeOf(() => rows.rows());
		const roots = await tree.getChildren();
		assert.equal(roots.length, 50);
		for (const root of roots) {
			tree.getTreeItem(root);
		}
		assert.deepEqual([...rows.asked], []);
		assert.equal((await tree.getChildren(roots[7])).length, 100);
		assert.deepEqual([...rows.asked], [["g7", 1]]);
	});

	it("reports the rows that changed, and requests only the children of expanded ones", async () => {
		const rows = new Counted(3, 3);
		const { tree, fired } = treeOf(() => rows.rows());
		const roots = await tree.getChildren();
		const under = await tree.getChildren(roots[1]);
		rows.asked.clear();
		await tree.refresh();
		assert.deepEqual(fired, []);
		rows.state = "done";
		await tree.refresh();
		assert.deepEqual(fired, [["g1-1"]]);
		assert.deepEqual([...rows.asked.keys()], ["g1"]);
		assert.equal(under[1]?.row.description, "done");
		assert.equal(tree.getTreeItem(under[1] as RowNode).description, "done");
	});

	it("reports the parent if its children differ, and keeps the nodes of those that stay", async () => {
		let titles = ["a", "b"];
		const row = (id: string, under?: ReadonlyArray<Row>): Row => ({
			id,
			label: id,
			accessibleName: id,
			...(under ? { open: true, children: () => under } : {}),
		});
		const { tree, fired } = treeOf(() => [
			row(
				"top",
				titles.map((id) => row(id)),
			),
		]);
		const [top] = await tree.getChildren();
		const before = await tree.getChildren(top);
		titles = ["b", "c"];
		await tree.refresh();
		assert.deepEqual(fired, [["top"]]);
		const after = await tree.getChildren(top);
		assert.deepEqual(
			after.map((node) => node.row.id),
			["b", "c"],
		);
		assert.equal(after[0], before[1]);
		assert.equal(tree.getParent(after[1] as RowNode), top);
	});

	it("starts over if the top rows differ, and keeps the nodes of those that stay", async () => {
		let ids = ["a", "b"];
		const { tree, fired } = treeOf(() => ids.map((id) => ({ id, label: id, accessibleName: id })));
		const before = await tree.getChildren();
		ids = ["b"];
		await tree.refresh();
		assert.deepEqual(fired, ["all"]);
		assert.equal((await tree.getChildren())[0], before[1]);
		assert.equal((await tree.find("b")) === before[1], true);
		assert.equal(await tree.find("a"), undefined);
	});

	it("requests nothing until the view is opened", async () => {
		let loads = 0;
		const { tree, fired } = treeOf(() => {
			loads++;
			return [];
		});
		await tree.refresh();
		assert.deepEqual([loads, fired], [0, []]);
	});

	it("finds a row that hasn't been shown yet, with its ancestors", async () => {
		const { tree } = treeOf(() => new Counted(3, 3).rows());
		const found = await tree.find("g2-1");
		assert.equal(found?.row.id, "g2-1");
		assert.equal(found && tree.getParent(found)?.row.id, "g2");
		assert.equal((await tree.getChildren((await tree.getChildren())[2]))[1], found);
		assert.equal(await tree.find("g9"), undefined);
	});

	it("finds no row that was removed under a collapsed one", async () => {
		let ids = ["a", "b"];
		const under = () => ids.map((id): Row => ({ id, label: id, accessibleName: id }));
		const { tree } = treeOf(() => [{ id: "top", label: "top", accessibleName: "top", open: false, children: under }]);
		const [top] = await tree.getChildren();
		await tree.getChildren(top);
		ids = ["b", "c"];
		await tree.refresh();
		assert.equal(await tree.find("a"), undefined);
		assert.equal((await tree.find("c"))?.parent, top);
	});

	it("refreshes after one entry only the item and what counts it", async () => {
		const outcomes = Array.from({ length: 200 }, (_, index) => `{title: Item ${index}, goal: 10}`);
		const yaml = `start: 2026-01-05\nphases:\n${["One", "Two"]
			.map(
				(title, index) => `  - {title: ${title}, when: year ${index + 1}, outcomes: {a: [${outcomes.join(", ")}]}}\n`,
			)
			.join("")}`;
		const { plan } = parsePlan(yaml);
		assert.ok(plan);
		const line = JSON.stringify({ id: "1", at: "2026-02-01", type: "progress", on: "item-7", add: 3 });
		const maker = new SnapshotMaker();
		const rowsWith = (lines: ReadonlyArray<string>) => {
			const ledger = readLedger([lines.join("\n")]);
			const today = 20_500;
			const snapshot = maker.make(plan, ledger, today);
			const source = { snapshot, plan, ledger, aliases: snapshot.aliases, today, formatter: new Formatter("en") };
			return roadmapRows(source, { grouping: "phase", filter: "all", week: 0 });
		};
		let lines: ReadonlyArray<string> = [];
		const { tree, fired } = treeOf(() => rowsWith(lines));
		for (const phase of await tree.getChildren()) {
			for (const area of await tree.getChildren(phase)) {
				await tree.getChildren(area);
			}
		}
		lines = [line];
		await tree.refresh();
		assert.deepEqual(fired, [["item:item-7"]]);
	});
});

describe("the item of a row", () => {
	const { tree } = treeOf(() => []);
	const itemOf = (row: Partial<Row>): vscode.TreeItem => {
		const whole: Row = { id: "x", label: "L", accessibleName: "N", ...row };
		return tree.getTreeItem({ row: whole, parent: undefined, children: undefined, isStale: false });
	};

	it("has an accessible name, also on its checkbox", () => {
		const item = itemOf({ ticked: true });
		assert.equal(item.accessibilityInformation?.label, "N");
		assert.deepEqual(item.checkboxState, { state: 1, accessibilityInformation: { label: "N" } });
		assert.deepEqual((itemOf({ ticked: false }).checkboxState as { state: number }).state, 0);
		assert.equal(itemOf({}).checkboxState, undefined);
	});

	it("has a context value of words between spaces", () => {
		assert.equal(itemOf({ can: ["openPlan", "logTime"] }).contextValue, " openPlan logTime ");
		assert.equal(itemOf({}).contextValue, "  ");
	});

	it("opens its children, else the plan, else what the row names", () => {
		const range = { start: 1, end: 2 };
		assert.equal(itemOf({ range }).command?.command, "waymark.openPlan");
		assert.equal(itemOf({ range, open: true, children: () => [] }).command, undefined);
		assert.deepEqual([itemOf({ open: true, children: () => [] }).collapsibleState], [2]);
		assert.deepEqual([itemOf({ open: false, children: () => [] }).collapsibleState], [1]);
		assert.deepEqual(itemOf({ range, command: { id: "a.b", args: [1] } }).command?.arguments, [1]);
	});

	it("shows on hover what a narrow sidebar cuts off", async () => {
		const row: Row = { id: "x", label: "L", description: "D", accessibleName: "N" };
		const node: RowNode = { row, parent: undefined, children: undefined, isStale: false };
		assert.equal((await tree.resolveTreeItem(tree.getTreeItem(node), node)).tooltip, "L\nD");
	});
});

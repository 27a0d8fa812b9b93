import { strict as assert } from "node:assert";
import { type RowNode, RowTree } from "../../src/host/views/rowTree.ts";
import type { Row } from "../../src/present/row.ts";

const item = (id: number, description: string): Row => ({
	id: `item:${id}`,
	label: `Item ${id}`,
	description,
	accessibleName: `Item ${id}, ${description}`,
});

describe("the tree of a view", () => {
	let made: number;
	let rows: ReadonlyArray<Row>;
	let tree: RowTree;
	let fired: Array<ReadonlyArray<string> | "all">;

	/** 100 folders of 50 items, of which one says something of its own. */
	function rowsWith(changed = -1): ReadonlyArray<Row> {
		return Array.from({ length: 100 }, (_, folder) => ({
			id: `folder:${folder}`,
			label: `Folder ${folder}`,
			accessibleName: `Folder ${folder}`,
			open: false,
			children: () => {
				made++;
				return Array.from({ length: 50 }, (_row, index) => {
					const id = folder * 50 + index;
					return item(id, id === changed ? "done" : "open");
				});
			},
		}));
	}

	beforeEach(() => {
		made = 0;
		fired = [];
		rows = rowsWith();
		tree = new RowTree(async () => rows);
		tree.onDidChangeTreeData((nodes) => fired.push(nodes ? nodes.map(({ row }) => row.id) : "all"));
	});
	afterEach(() => tree.dispose());

	it("makes of 5,000 rows only those that are opened", async () => {
		const roots = await tree.getChildren();
		assert.equal(made, 0);
		await tree.getChildren(roots[3]);
		assert.equal(made, 1);
	});

	it("shows anew the one row that changed, and no other", async () => {
		const roots = await tree.getChildren();
		const before = await tree.getChildren(roots[0]);
		rows = rowsWith(7);
		await tree.refresh();
		assert.deepEqual(
			fired.flat().filter((id) => id.startsWith("item:")),
			["item:7"],
		);
		const after = await tree.getChildren(roots[0]);
		assert.ok(
			after.every((node: RowNode, index) => node === before[index]),
			"every node is the same object",
		);
		assert.equal(after[7]?.row.description, "done");
	});

	it("stays quiet where nothing looks different", async () => {
		const roots = await tree.getChildren();
		await tree.getChildren(roots[0]);
		rows = rowsWith();
		await tree.refresh();
		assert.deepEqual(fired, []);
	});

	it("asks for all of it where other rows are at the top", async () => {
		await tree.getChildren();
		rows = rowsWith().slice(1);
		await tree.refresh();
		assert.deepEqual(fired, ["all"]);
	});

	it("finds a row that nobody has opened yet, with all above it", async () => {
		const node = await tree.find("item:151");
		assert.equal(node?.row.label, "Item 151");
		assert.equal(node && tree.getParent(node)?.row.id, "folder:3");
		assert.equal(await tree.find("item:9999"), undefined);
	});
});

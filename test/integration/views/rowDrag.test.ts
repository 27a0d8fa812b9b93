import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { rowDrag } from "../../../src/host/views/rowDrag.ts";
import type { RowNode } from "../../../src/host/views/rowTree.ts";
import type { Row } from "../../../src/viewmodel/rows/row.ts";
import { eventually } from "../support/eventually.ts";

const text = `start: 2026-01-05
targets:
  year 1:
    - Talks # three
    - Articles
  year 2:
    - { title: Award, when: 2027-06 }
`;

describe("rows that are dragged in the Roadmap view", () => {
	const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail("no folder is open");
	const file = (name: string) => vscode.Uri.joinPath(folder(), name);
	const read = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(file("roadmap.yaml")));
	const becomes = (expected: string) => eventually(async () => assert.equal(await read(), expected));

	beforeEach(async () => {
		await vscode.workspace.fs.writeFile(file("roadmap.yaml"), new TextEncoder().encode(text));
		await vscode.commands.executeCommand("waymark.refresh");
	});
	afterEach(async () => {
		await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
		await vscode.commands.executeCommand("notifications.clearAll");
		await vscode.workspace.fs.delete(file("roadmap.yaml"));
		await vscode.workspace.fs.delete(file("roadmap.log.jsonl")).then(undefined, () => undefined);
		await vscode.commands.executeCommand("waymark.refresh");
	});

	const node = (row: Partial<Row>): RowNode => ({
		row: { id: "", label: "", accessibleName: "", ...row },
		parent: undefined,
		children: undefined,
		isStale: false,
	});
	const item = (target: string) => node({ target, can: ["move"] });

	/** Drags a row onto another one; resolves when the drop was handled. */
	async function drag(from: RowNode, onto: RowNode | undefined): Promise<void> {
		const transfer = new vscode.DataTransfer();
		const { token } = new vscode.CancellationTokenSource();
		await rowDrag.handleDrag?.([from], transfer, token);
		await rowDrag.handleDrop?.(onto, transfer, token);
	}

	it("change their order, and one Undo reverts it", async () => {
		await drag(item("articles"), item("talks"));
		await becomes(text.replace("    - Talks # three\n    - Articles\n", "    - Articles\n    - Talks # three\n"));
		await vscode.commands.executeCommand("waymark.undo");
		await becomes(text);
	});

	it("go to another year after the preview of the dates that move", async () => {
		const dropped = drag(item("talks"), node({ place: { kind: "targets", period: "year 2" } }));
		const moved = text.replace("    - Talks # three\n", "").replace("2027-06 }\n", "2027-06 }\n    - Talks # three\n");
		await eventually(async () => {
			await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
			assert.equal(await read(), moved);
		});
		await dropped;
	});

	it("stay where they are if they can't be moved, or are dropped elsewhere", async () => {
		await drag(node({ target: "talks" }), item("articles"));
		await drag(item("talks"), undefined);
		await drag(item("talks"), node({ place: { kind: "phases" } }));
		await drag(item("talks"), item("talks"));
		assert.equal(await read(), text);
	});
});

import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Workbench } from "../support/workbench.ts";
import { clearUp, type WorkbenchDriver, workbenchDriver } from "../support/workbenchDriver.ts";

const commands = { log: "Other: Log by the API", ask: "Other: Log by the Tool" } as const;

const code = `
const vscode = require("vscode");
exports.activate = () => {
	vscode.commands.registerCommand("other.log", async () => {
		const waymark = await vscode.extensions.getExtension("waymark.waymark").activate();
		await waymark.log({ on: "writing", minutes: 25 });
	});
	vscode.commands.registerCommand("other.ask", async () => {
		const input = { on: "writing", minutes: 90, note: "With [a link](command:x)" };
		await vscode.lm.invokeTool("log_roadmap_time", { input, toolInvocationToken: undefined }).then(undefined, () => undefined);
	});
};
`;

describe("another extension", () => {
	const temporary = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	const folder = join(temporary, "workspace");
	const other = join(temporary, "other");
	let workbench: Workbench;
	let driver: WorkbenchDriver;

	before(async () => {
		mkdirSync(other);
		const manifest = {
			...{ name: "other", publisher: "waymark-test", version: "1.0.0", engines: { vscode: "^1.100.0" } },
			...{ main: "./extension.js", activationEvents: ["onStartupFinished"], extensionKind: ["workspace"] },
			contributes: {
				commands: Object.entries(commands).map(([id, title]) => ({ command: `other.${id}`, title })),
			},
		};
		writeFileSync(join(other, "package.json"), JSON.stringify(manifest));
		writeFileSync(join(other, "extension.js"), code);
		writeFileSync(join(other, ".vscodeignore"), "**\n!extension.js\n");
		const text = "title: Mine\ncommitments: [{ id: writing, title: Writing, hours: 3 }]\n";
		driver = await workbenchDriver(folder, { "roadmap.yaml": text }, { others: [other] });
		({ workbench } = driver);
		await workbench.openView();
		await workbench.row(/^Writing, commitment/).waitFor();
	});

	clearUp(temporary, () => driver);

	it("logs through the API, and the user is notified and can undo it", async () => {
		await workbench.command(commands.log);
		await driver.message("Logged: Writing: 25 min").getByRole("button", { name: "Undo" }).click();
		await driver.message("Undone: ").waitFor();
		assert.deepEqual(
			driver.lines().map(({ type }) => type),
			["time", "void"],
		);
	});

	it("logs for a model only what the user confirmed", async () => {
		const dialog = workbench.page.locator(".monaco-dialog-box");
		const before = driver.lines().length;
		await workbench.command(commands.ask);
		await dialog.getByText("Log this to the roadmap?").waitFor();
		await dialog.getByText("1 h 30 min · Writing · Today").waitFor();
		await workbench.screenshot("tool-asks");
		await dialog.getByRole("button", { name: "Cancel" }).click();
		await dialog.waitFor({ state: "detached" });
		await workbench.page.waitForTimeout(500);
		assert.equal(driver.lines().length, before);
		// The dialog does not give the focus back.
		await workbench.row(/^Writing, commitment/).click();

		await workbench.command(commands.ask);
		await dialog.waitFor();
		await driver.press("Enter");
		await driver.message("Logged: Writing: 1 h 30 min").waitFor();
		assert.equal(driver.lines().at(-1)?.["note"], "With [a link](command:x)");
	});
});

import { strict as assert } from "node:assert";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { makeVsix } from "../../../scripts/vsix.ts";
import { DisposableStore } from "../../harness/disposableStore.ts";
import { openWorkbench, packageToTest, type Workbench } from "../support/workbench.ts";
import { WorkbenchDriver } from "../support/workbenchDriver.ts";

const kilobyte = 1024;

/** What may be in it; all else got there by mistake. */
const wanted = [
	/^package(\.nls(\.[a-z-]+)?)?\.json$/,
	/^(readme|changelog|THIRD-PARTY-NOTICES)\.md$|^LICENSE\.txt$|^\.vsixmanifest$/,
	/^dist\/((web\/)?extension|lazy|localDisk|review|importer)\.(js|css)$/,
	/^examples\/[\w-]+\/roadmap(\.yaml|\.log\.jsonl)$/,
	/^l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
	/^media\/(icon\.png|(waymark|review-\w+)\.svg|walkthrough\/\w+\.svg)$/,
	/^schemas\/roadmap\.schema\.json$/,
	/^skills\/waymark-roadmap\/SKILL\.md$/,
];

const licences = new Set(["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "CC-BY-4.0"]);

describe("the package, installed by a new user", function () {
	this.timeout(180_000);
	const temporary = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	const folder = mkdtempSync(join(temporary, "empty-"));
	const vsix = join(temporary, "waymark.vsix");
	let workbench: Workbench;
	let driver: WorkbenchDriver;
	let installed: string;

	before(async () => {
		const made = packageToTest();
		if (made === undefined) {
			const disposables = new DisposableStore();
			await makeVsix(disposables, vsix).finally(() => disposables.dispose());
		} else {
			copyFileSync(made, vsix);
		}
		workbench = await openWorkbench({ folder, extension: vsix, height: 1400, isHostOwn: true, hasAllBuiltins: true });
		driver = new WorkbenchDriver(workbench);
		const extensions = join(workbench.server.dataFolder, "extensions");
		const name = readdirSync(extensions).find((each) => each.startsWith("waymark.waymark-"));
		installed = join(extensions, name ?? assert.fail("it was not installed"));
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(temporary, { recursive: true, force: true });
	});

	it("is small, and so is the file that every window loads", () => {
		const limits = [
			[vsix, 900],
			[join(installed, "dist", "extension.js"), 16],
		] as const;
		for (const [file, limit] of limits) {
			const size = statSync(file).size;
			assert.ok(size <= limit * kilobyte, `${file} has ${Math.round(size / kilobyte)} KB`);
		}
	});

	it("contains what it needs, and no source maps, tests or sources", () => {
		const files = readdirSync(installed, { recursive: true, encoding: "utf8" })
			.filter((file) => statSync(join(installed, file)).isFile())
			.map((file) => file.split(sep).join("/"));
		assert.deepEqual(
			files.filter((file) => !wanted.some((pattern) => pattern.test(file))),
			[],
		);
		const { main, browser, icon } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
		for (const file of [main, browser, icon]) assert.ok(existsSync(join(installed, file)), file);
		assert.doesNotMatch(readFileSync(join(installed, main), "utf8"), /sourceMappingURL/);
	});

	it("names each package whose code it contains, with a permissive license and its text", () => {
		const text = readFileSync(join(installed, "THIRD-PARTY-NOTICES.md"), "utf8");
		const parts = text.split(/^## /m).slice(1);
		for (const name of ["yaml", "zod", "date-fns"]) assert.ok(parts.some((part) => part.startsWith(`${name} `)));
		for (const part of parts) {
			const [title, , licence] = part.split("\n");
			assert.ok(licences.has(licence ?? ""), `${title} is under ${licence}`);
			assert.match(part, /copyright|apache license/i, title);
		}
	});

	it("leads from an empty folder to the first hour logged and the first tick", async () => {
		await workbench.openView();
		assert.deepEqual(await workbench.notifications(), []);
		await workbench.page.locator(".sidebar").getByRole("button", { name: "Create Roadmap" }).click();
		await driver.accept("A filled-in example");
		await driver.prompt("The first day of the plan").waitFor();
		await driver.press("Enter");
		await workbench.page.locator(".tabs-container").getByRole("tab", { name: "roadmap.yaml" }).waitFor();
		await workbench
			.row(/, current phase,/)
			.first()
			.waitFor();

		await driver.run("Roadmap: Log Time...");
		await driver.answer("Log Time", "1h thought drafted an article");
		await driver.accept(/1 h · .*drafted an article/);
		await driver.message("Logged: ").waitFor();
		await workbench.row(/^All commitments, 1 h of /).waitFor();

		const outcome = workbench.row(/, outcome, not started/).first();
		const name = (await outcome.getAttribute("aria-label"))?.split(",")[0] ?? "";
		await outcome.getByRole("checkbox").click();
		await workbench.row(new RegExp(`^${name.replace(/[^\w ]/g, ".")}, outcome, done`)).waitFor();
		assert.deepEqual(
			driver.lines().map(({ type }) => type),
			["time", "progress"],
		);
		await workbench.screenshot("package-first-hour");
	});

	it("holds a review", async () => {
		await driver.reset();
		await driver.run("Roadmap: Open Review...");
		await driver.accept("6-month review");
		const review = workbench.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
		await review.getByRole("radio", { name: "yes" }).first().check();
		await review.getByRole("button", { name: "Save Review" }).click();
		// It is months before it is due.
		await workbench.page.getByRole("dialog").getByRole("button", { name: "Hold It Now" }).click();
		await review.getByRole("button", { name: "Amend" }).waitFor();
		assert.equal(driver.lines().at(-1)?.["type"], "review");
	});
});

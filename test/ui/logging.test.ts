import { strict as assert } from "node:assert";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatDay } from "../../src/plan/day.ts";
import { clearUp, Hands, handsOn, said } from "./hands.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

const plan = `title: Mine
start: 2020-01-06
week: { hours: 6 }
commitments:
  - { id: writing, title: Thought leadership, hours: 3 }
  - { id: networking, title: Executive networking, hours: 2 }
  - { id: strategic, title: Strategic learning, hours: 1 }
targets:
  year 1+:
    - { id: talks, title: Talks given, goal: 4 }
    - { id: impact, title: Business impact, goal: $1M+ }
    - { id: aws-saa, title: AWS Solutions Architect }
    - { id: aws-security, title: AWS Security }
indicators:
  leading: [{ id: calls, title: Calls from recruiters }]
`;
/** A task that logs before it starts its process. */
const tasks = `{
	"version": "2.0.0",
	"tasks": [{ "label": "Log a block", "type": "process", "command": "node", "args": ["--version", "\${input:log}"], "problemMatcher": [] }],
	"inputs": [{ "id": "log", "type": "command", "command": "waymark.logTime", "args": { "on": "writing", "minutes": 50, "note": "From a task" } }]
}`;
const today = Math.floor(Date.now() / 86_400_000);

describe("logging, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let hands: Hands;
	let settings: Readonly<Record<string, string>> = {};

	before(async () => {
		const files = { "roadmap.yaml": plan, ".vscode/settings.json": "{}", ".vscode/tasks.json": tasks };
		hands = await handsOn(folder, files, { settings: { "waymark.timeZone": "UTC" } });
		({ workbench } = hands);
		await workbench.openView();
		await workbench.row(/^Talks given, target/).waitFor();
	});

	clearUp(folder, () => hands);

	function writeSetting(name: string, value: string): Promise<void> {
		settings = { ...settings, [name]: value };
		return hands.rewrite("Preferences: Open Workspace Settings (JSON)", /settings\.json/, JSON.stringify(settings));
	}

	/** The entries that were added since there were so many. */
	const added = (before: number) => hands.lines().slice(before).map(said);

	it("takes one line: what, how long, when and a note, and shows it before Enter", async () => {
		await hands.run("Roadmap: Log Time...");
		await hands.answer("Log Time", "45m writing yesterday drafted the article");
		await hands.choice(/45 min · Thought leadership · Yesterday.* · drafted the article/).waitFor();
		await workbench.screenshot("log-preview");
		await hands.press("Enter");
		await hands.message(/Logged: Thought leadership: 45 min/).waitFor();
		const [line] = hands.lines();
		assert.equal(line?.["at"], formatDay(today - 1));
		assert.deepEqual(added(0), [{ type: "time", on: "writing", minutes: 45, note: "drafted the article" }]);
	});

	it("asks what is ambiguous: Enter alone does nothing, a choice does", async () => {
		const before = hands.lines().length;
		await hands.run("Roadmap: Log Time...");
		await hands.answer("Log Time", "2 writing");
		await hands.choice("How much is meant?").waitFor();
		await hands.press("Enter");
		await workbench.page.waitForTimeout(300);
		assert.equal(hands.lines().length, before);
		await hands.press("ArrowDown");
		await hands.press("Enter");
		await hands.message("Logged: Thought leadership: 2 h").waitFor();
		assert.deepEqual(added(before), [{ type: "time", on: "writing", minutes: 120 }]);
	});

	it("goes step by step, with a way back", async () => {
		const before = hands.lines().length;
		await hands.run("Roadmap: Log Time...");
		await hands.choice("Something else, step by step").waitFor();
		await hands.answer("Log Time", "45m");
		await hands.choice("What was it about?").waitFor();
		await hands.press("Enter");
		await hands.choice(/Executive networking\s*commitment/).waitFor();
		await hands.answer("Log Time", "Executive");
		await hands.press("Enter");
		await hands.asked("How long it took").waitFor();
		await hands.press("Enter");
		await hands.asked("When it happened").waitFor();
		await hands.back();
		await hands.answer("How long it took", "1h30");
		await hands.press("Enter");
		await hands.answer("When it happened", "yesterday");
		await hands.press("Enter");
		await hands.answer("What it was about", "Dinner");
		await workbench.screenshot("log-steps");
		await hands.press("Enter");
		await hands.message("Logged: Executive networking: 1 h 30 min").waitFor();
		assert.deepEqual(added(before), [{ type: "time", on: "networking", minutes: 90, note: "Dinner" }]);
	});

	it("goes through what was understood step by step, by the pencil beside it", async () => {
		const before = hands.lines().length;
		await hands.run("Roadmap: Log Time...");
		await hands.answer("Log Time", "30m executive coffee");
		await hands.choice(/30 min · Executive networking .*coffee/).waitFor();
		// From the input to the list, from there to the button of the row.
		await hands.press("Tab");
		await hands.press("Tab");
		await workbench.page.locator(".quick-input-list a[aria-label='Step by Step']:focus").waitFor();
		await hands.press("Enter");
		await hands.answer("How long it took", "35m");
		for (const asked of ["How long it took", "When it happened", "What it was about"]) {
			await hands.asked(asked).waitFor();
			await hands.press("Enter");
		}
		await hands.message("Logged: Executive networking: 35 min").waitFor();
		assert.deepEqual(added(before), [{ type: "time", on: "networking", minutes: 35, note: "coffee" }]);
	});

	it("logs three entries after one preview, and one Undo takes all three", async () => {
		const before = hands.lines().length;
		await hands.run("Roadmap: Log Time...");
		await hands.answer("Log Time", "writing 2h, executive 30m, strategic 1h");
		await hands.choice(/2 h.*30 min.*1 h/).waitFor();
		await hands.press("Enter");
		await hands.message(/Logged: .* and 2 more/).waitFor();
		assert.deepEqual(
			added(before).map(({ on, minutes }) => `${on} ${minutes}`),
			["writing 120", "networking 30", "strategic 60"],
		);
		await hands.run("Roadmap: Undo Last Entry");
		await hands.message("Undone: ").waitFor();
		assert.deepEqual(
			added(before + 3).map(({ entry }) => entry),
			hands
				.lines()
				.slice(before, before + 3)
				.map(({ id }) => id),
		);
	});

	it("logs time and progress at once", async () => {
		const before = hands.lines().length;
		await hands.run("Roadmap: Log Time...");
		await hands.answer("Log Time", "2h aws-saa done");
		await hands.choice(/2 h · AWS Solutions Architect · done/).waitFor();
		await hands.press("Enter");
		await hands.message("Logged: ").waitFor();
		assert.deepEqual(added(before), [
			{ type: "time", on: "aws-saa", minutes: 120 },
			{ type: "progress", on: "aws-saa", set: true },
		]);
	});

	it("logs progress with a link, and names the new value", async () => {
		const before = hands.lines().length;
		await hands.run("Roadmap: Log Progress...");
		await hands.answer("Log Progress", "talks +1 https://example.com/talk");
		await hands
			.choice(/Talks given/)
			.first()
			.waitFor();
		await hands.press("Enter");
		await hands.message("Logged: Talks given: 1 of 4").waitFor();
		assert.deepEqual(added(before), [{ type: "progress", on: "talks", add: 1, link: "https://example.com/talk" }]);
	});

	it("logs progress from a row of the sidebar, which needs no name", async () => {
		const before = hands.lines().length;
		const menu = workbench.page.locator(".monaco-menu .action-item");
		const item = menu.filter({ hasText: "Log Progress..." });
		// The view takes the focus a moment after the command is over: keys that come before that go elsewhere.
		for (let attempt = 0; attempt < 5 && !(await item.isVisible()); attempt++) {
			await hands.press("Escape");
			await hands.run("Roadmap: Focus on Roadmap View");
			await hands.press("Home");
			await hands.press("ArrowDown");
			await hands.press("Shift+F10");
			await item.waitFor({ timeout: 3000 }).catch(() => undefined);
		}
		while (!(await menu.and(workbench.page.locator(".focused")).filter({ hasText: "Log Progress..." }).count())) {
			await hands.press("ArrowDown");
		}
		await hands.press("Enter");
		await hands.answer("Talks given", "3 at the meetup");
		await hands.choice(/Talks given · 3 .*at the meetup/).waitFor();
		await hands.press("Enter");
		await hands.message("Logged: Talks given: 3 of 4").waitFor();
		assert.deepEqual(added(before), [{ type: "progress", on: "talks", set: 3, note: "at the meetup" }]);
	});

	it("marks done and not done", async () => {
		const before = hands.lines().length;
		for (const [title, said] of [
			["Mark Done", "AWS Security: done"],
			["Mark Not Done", "AWS Security: not done"],
		] as const) {
			await hands.run(`Roadmap: ${title}...`);
			await hands.answer(title, "AWS Security");
			await hands.press("Enter");
			await hands.message(`Logged: ${said}`).waitFor();
		}
		assert.deepEqual(
			added(before).map(({ on, set }) => `${on} ${set}`),
			["aws-security true", "aws-security false"],
		);
	});

	it("notes a win with its amount, a link and targets", async () => {
		const before = hands.lines().length;
		await hands.run("Roadmap: Note a Win...");
		await hands.answer("In a sentence", "Cut the bill of the platform");
		await hands.press("Enter");
		await hands.answer("How much", "$140K");
		await hands.press("Enter");
		await hands.answer("A link that shows it", "https://example.com/bill");
		await hands.press("Enter");
		await hands.choice("Business impact").waitFor();
		await hands.answer("Note a Win", "Business");
		await hands.press("ArrowDown");
		await hands.press("Space");
		await hands.press("Enter");
		await hands.message("Logged: ").waitFor();
		assert.deepEqual(added(before), [
			{
				type: "note",
				text: "Cut the bill of the platform",
				amount: "$140K",
				link: "https://example.com/bill",
				on: ["impact"],
			},
		]);
	});

	it("starts a timer, shows it, keeps it over a reload and in another window, and switches and stops it", async () => {
		const before = hands.lines().length;
		await hands.run("Roadmap: Start Timer...");
		await hands.answer("Start Timer", "Thought");
		await hands.press("Enter");
		await hands.status.filter({ hasText: /\d min/ }).waitFor();
		await workbench.reload();
		await hands.status.filter({ hasText: /^ ?\d+ min/ }).waitFor();
		const other = new Hands(await workbench.openWindow());
		await other.status.filter({ hasText: /^ ?\d+ min/ }).waitFor();
		await other.run("Roadmap: Start Timer...");
		await other.answer("Start Timer", "Executive");
		await other.press("Enter");
		await other.message("Logged: ").waitFor();
		const timers = hands.lines().filter(({ type }) => type === "timer");
		assert.deepEqual(
			timers.map(({ on }) => on),
			["writing", "networking"],
		);
		const spoken = hands.status.locator("[aria-label*='Executive networking']");
		await spoken.waitFor();
		await hands.run("Roadmap: Stop Timer");
		await spoken.waitFor({ state: "detached" });
		await other.status.locator("[aria-label*='Executive networking']").waitFor({ state: "detached" });
		const ends = hands.lines().slice(before + 1);
		for (const { id } of timers) {
			assert.equal(ends.filter(({ timer, entry }) => timer === id || entry === id).length, 1, "each is stopped once");
		}
		await other.workbench.page.context().close();
	});

	it("asks how long it took where a timer began later than it is now", async () => {
		const timer = (id: string) => ({
			id,
			at: new Date(Date.now() + 7_200_000).toISOString(),
			type: "timer",
			on: "writing",
		});
		for (const [typed, said] of [
			["40m", "Logged: Thought leadership: 40 min"],
			["", "Stopped: nothing was logged."],
		] as const) {
			appendFileSync(join(folder, "roadmap.log.jsonl"), `${JSON.stringify(timer(`set-back ${typed}`))}\n`);
			await hands.status.locator("[aria-label*='Thought leadership']").waitFor();
			await hands.run("Roadmap: Stop Timer");
			await hands.answer("the clock was set back", typed);
			await hands.press("Enter");
			await hands.message(said).waitFor();
			await hands.status.locator("[aria-label*='Thought leadership']").waitFor({ state: "detached" });
		}
		const [time, discarded] = hands
			.lines()
			.filter(({ type }) => type !== "timer")
			.slice(-2)
			.map(said);
		assert.deepEqual(time, { type: "time", on: "writing", minutes: 40, timer: "set-back 40m" });
		assert.deepEqual(discarded, { type: "void", entry: "set-back " });
	});

	it("tells the week in the tooltip, with links that work", async () => {
		await hands.status.hover();
		const tooltip = workbench.page.locator(".monaco-hover", { hasText: "This week:" });
		await tooltip.waitFor();
		assert.match(
			(await tooltip.innerText()).replace(/\s/g, " "),
			/Thought leadership: .* of 3 h.*.*Executive networking: .*Strategic learning: /,
		);
		await workbench.page.screenshot({ path: "dist/screenshots/status-tooltip.png" });
		await tooltip.locator("a", { hasText: "What Next?" }).click();
		await hands.asked("What Next?").waitFor();
	});

	it("lists what helps most, each an Enter away from its timer", async () => {
		await hands.run("Roadmap: What Next?");
		await hands.choice("Strategic learning").waitFor();
		await workbench.screenshot("what-next");
		await workbench.type("Strategic");
		await hands.press("Enter");
		await hands.status.locator("[aria-label*='Strategic learning']").waitFor();
		assert.deepEqual(said(hands.lines().at(-1) ?? {}), { type: "timer", on: "strategic" });
		await hands.run("Roadmap: Start or Stop Timer");
		await hands.status.locator("[aria-label*='Strategic learning']").waitFor({ state: "detached" });
	});

	it("shows as much in the status bar as the setting says, and does on a click what it says", async () => {
		for (const [setting, text] of [
			["full", / of 6 h · \S/],
			["icon", /^\s*$/],
			["compact", / of 6 h\s*$/],
		] as const) {
			await writeSetting("waymark.statusBar", setting);
			await hands.status.filter({ hasText: text }).waitFor();
		}
		await writeSetting("waymark.statusBar", "off");
		await hands.status.waitFor({ state: "hidden" });
		await writeSetting("waymark.statusBar", "compact");
		await hands.status.waitFor();
		for (const [setting, title] of [
			["whatNext", "What Next?"],
			["logTime", "Log Time"],
			["toggleTimer", "Start Timer"],
		] as const) {
			await writeSetting("waymark.statusBarClick", setting);
			// The command of a click is not to be seen.
			await workbench.page.waitForTimeout(1000);
			await hands.status.click();
			await hands.asked(title).waitFor();
			await hands.press("Escape");
		}
	});

	it("snoozes nudges until a day of one's choice", async () => {
		await hands.run("Roadmap: Snooze Nudges...");
		await hands.choice("Until the next phase").waitFor();
		await hands.answer("Snooze Nudges", "This week");
		await hands.press("Enter");
		await hands.message("Nothing is pointed out through").waitFor();
	});

	it("is called from keybindings with arguments, and says which of them are wrong", async () => {
		const command = "waymark.logTime";
		const keys = [
			{ key: "ctrl+alt+1", command, args: { on: "writing", minutes: 25, at: "2020-02-03", note: "Pomodoro" } },
			{ key: "ctrl+alt+2", command, args: { on: "wrting", minutes: 25 } },
			{ key: "ctrl+alt+3", command, args: { on: "writing", minutes: "25" } },
			{ key: "ctrl+alt+4", command, args: { on: "writing", minutes: 25, at: "yesterday" } },
		];
		await hands.rewrite("Preferences: Open Keyboard Shortcuts (JSON)", /keybindings/, JSON.stringify(keys));
		await workbench.page.waitForTimeout(1000);
		const before = hands.lines().length;
		for (const [key, message] of [
			["2", 'Nothing in the plan has the id "wrting".'],
			["3", "`minutes` has to be a number above 0, at most 1440."],
			["4", "`at` has to be a day or a time"],
			["1", "Logged: Thought leadership: 25 min"],
		] as const) {
			await hands.press(`Control+Alt+${key}`);
			await hands.message(message).waitFor();
			await hands.rest();
		}
		assert.equal(hands.lines().at(-1)?.["at"], "2020-02-03");
		assert.deepEqual(added(before), [{ type: "time", on: "writing", minutes: 25, note: "Pomodoro" }]);
	});

	it("is called from a task, as an input with arguments", async () => {
		const before = hands.lines().length;
		await hands.run("Tasks: Run Task");
		await hands.choice("Log a block").first().waitFor();
		await hands.press("Enter");
		await hands.message("Logged: Thought leadership: 50 min").waitFor();
		assert.deepEqual(added(before), [{ type: "time", on: "writing", minutes: 50, note: "From a task" }]);
	});
});

describe("after quiet weeks, by keyboard", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	const file = join(folder, "roadmap.yaml");
	let workbench: Workbench;
	let hands: Hands;

	before(async () => {
		const entry = { id: "1", at: formatDay(today - 28), type: "time", on: "writing", minutes: 5 };
		const files = { "roadmap.yaml": plan, "roadmap.log.jsonl": `${JSON.stringify(entry)}\n` };
		const settings = { "waymark.timeZone": "UTC", "waymark.nudge.notify": true };
		hands = await handsOn(folder, files, { settings });
		({ workbench } = hands);
		await workbench.openView();
	});

	clearUp(folder, () => hands);

	const text = () => readFileSync(file, "utf8");

	it("offers a way back, once", async () => {
		await hands.message(/^.*It was quiet for \d weeks\. Time off, a smaller week, or something to fill in\?/).waitFor();
		await workbench.screenshot("quiet-weeks");
		await hands.rest();
		await workbench.reload();
		await hands.status.waitFor();
		await workbench.page.waitForTimeout(2000);
		assert.deepEqual(await workbench.notifications(), []);
	});

	it("makes them time off, and one Undo takes that back", async () => {
		await hands.run("Roadmap: After a Quiet Time...");
		await hands.choice("It was time off").waitFor();
		await hands.press("Enter");
		await hands.message("Time off: ").waitFor();
		assert.match(text(), /time_off:\n {2}- \d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d\n/);
		await hands.run("Roadmap: Undo Last Entry");
		await hands.message("Undone: ").waitFor();
		assert.equal(text(), plan);
	});

	it("plans a smaller week, and one Undo takes that back", async () => {
		await hands.run("Roadmap: After a Quiet Time...");
		await hands.answer("Welcome Back", "smaller");
		await hands.press("Enter");
		await hands.answer("Hours a week from now on", "2-3");
		await hands.press("Enter");
		await hands.message("The week asks for 2-3 h now").waitFor();
		assert.equal(text(), plan.replace("hours: 6", "hours: 2-3"));
		await hands.run("Roadmap: Undo Last Entry");
		await hands.message("Undone: ").waitFor();
		assert.equal(text(), plan);
	});

	it("leads to Log Time to fill in what was done", async () => {
		await hands.run("Roadmap: After a Quiet Time...");
		await hands.answer("Welcome Back", "Fill in");
		await hands.press("Enter");
		await hands.choice("Something else, step by step").waitFor();
		await hands.answer("Log Time", "1h writing 2 days ago");
		await hands.choice(/1 h · Thought leadership/).waitFor();
		await hands.press("Enter");
		await hands.message("Logged: Thought leadership: 1 h").waitFor();
		assert.equal(hands.lines().at(-1)?.["at"], formatDay(today - 2));
	});
});

describe("logging without a plan", () => {
	const folder = mkdtempSync(join(tmpdir(), "waymark-ui-"));
	let workbench: Workbench;
	let hands: Hands;

	before(async () => {
		workbench = await openWorkbench({ folder });
		hands = new Hands(workbench);
		await workbench.openView();
	});

	after(async () => {
		await workbench?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	it("is not in the palette, and there is no status item", async () => {
		await hands.press("F1");
		await workbench.type("Roadmap: ");
		await hands.choice("Roadmap: Create Roadmap").waitFor();
		assert.equal(await hands.choice("Roadmap: Log Time").count(), 0);
		assert.equal(await hands.choice("Roadmap: Start Timer").count(), 0);
		assert.equal(await hands.status.isVisible(), false);
	});
});

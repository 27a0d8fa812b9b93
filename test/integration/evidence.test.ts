import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as vscode from "vscode";
import { EvidenceCommits } from "../../src/host/evidence/evidenceCommits.ts";
import { EvidenceInbox } from "../../src/host/evidence/evidenceInbox.ts";
import { type GitApi, type GitCommit, type GitRepository, gitApi } from "../../src/host/evidence/gitApi.ts";
import { type CommitSearch, readCommits } from "../../src/host/evidence/readCommits.ts";
import { aliasesOf } from "../../src/journal/ledger/aliases.ts";
import { Ledger } from "../../src/journal/ledger/ledger.ts";
import { type Commit, commitSubject } from "../../src/logging/evidence/commit.ts";
import { parsePlan } from "../../src/plan/planParser.ts";
import { eventually } from "./support/eventually.ts";

/** A repository that the Git extension has open, with what only these tests ask of it. */
type OpenRepository = GitRepository & { status(): Promise<void> };

/** A repository on disk, driven by the real Git. */
class Repository implements vscode.Disposable {
	readonly path: string;

	constructor(path = realpathSync(mkdtempSync(join(tmpdir(), "waymark-git-")))) {
		this.path = path;
	}

	git(args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}): string {
		const config = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
		return execFileSync("git", args, { cwd: this.path, env: { ...process.env, ...config, ...env }, encoding: "utf8" });
	}

	init(email = "me@example.com"): this {
		this.git(["init", "-q", "-b", "main"]);
		this.git(["config", "user.email", email]);
		this.git(["config", "user.name", "Me"]);
		return this;
	}

	/** Commits a change of a file, some minutes after a fixed time. */
	commit(message: string, minutes = 0, { file = "a.txt", email = "me@example.com" } = {}): void {
		const path = join(this.path, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, message);
		this.git(["add", "."]);
		const date = timeAt(minutes);
		const author = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_NAME: "A" };
		this.git(["commit", "-q", "-m", message], author);
	}

	dispose(): void {
		rmSync(this.path, { recursive: true, force: true });
	}
}

const since = Date.UTC(2026, 5, 1);
const timeAt = (minutes: number) => new Date(since + 36_000_000 + minutes * 60_000).toISOString();

/** The time of the newest commit of a stand-in, in ms since 1970. */
const newest = since + 10 * 86_400_000;

/** The commits of a stand-in are a minute apart, the newest first. */
function commitOf(index: number): GitCommit {
	const date = new Date(newest - index * 60_000);
	const when = { authorDate: date, commitDate: date, authorEmail: "me@example.com" };
	return { hash: `h${index}`, message: `Change ${index}`, parents: ["p"], ...when };
}

/** A stand-in for a repository of the Git extension, where a real one would take too long. */
function standIn(path: string, log: GitRepository["log"]): GitRepository {
	return {
		rootUri: vscode.Uri.file(path),
		state: { HEAD: { commit: "a" }, onDidChange: () => new vscode.Disposable(() => undefined) },
		getConfig: async () => "me@example.com",
		getGlobalConfig: async () => "",
		log,
		diffBetween: async () => [],
	};
}

describe("commits as evidence, with the real Git", () => {
	let api: GitApi & { openRepository(root: vscode.Uri): Promise<OpenRepository | null> };
	const made: Array<Repository> = [];

	before(async () => {
		// Outside the workspace, the oldest VS Code opens a repository only if it may.
		await vscode.workspace.getConfiguration("git").update("openRepositoryInParentFolders", "always", true);
		api = ((await gitApi()) ?? assert.fail("no Git extension")) as typeof api;
	});

	after(async () => {
		await vscode.workspace.getConfiguration("git").update("openRepositoryInParentFolders", undefined, true);
		vscode.Disposable.from(...made).dispose();
	});

	const repository = (path?: string): Repository => {
		const created = new Repository(path);
		made.push(created);
		return created;
	};
	const opened = async ({ path }: Repository) => {
		const open = (await api.openRepository(vscode.Uri.file(path))) ?? assert.fail(`${path} isn't open`);
		return open;
	};
	/** Waits until the Git extension knows the head. Events of a repository opened just now can be missed, so it is asked. */
	const headRead = (from: Repository, open: OpenRepository) =>
		eventually(async () => {
			await open.status();
			assert.equal(open.state.HEAD?.commit, from.git(["rev-parse", "-q", "--verify", "HEAD"]).trim());
		});

	/** The subjects of the commits that are read, in the order of their time. */
	const subjects = async (from: Repository, search: Partial<CommitSearch> = {}) => {
		const open = await opened(from);
		await headRead(from, open);
		const commits = await readCommits(open, { emails: [], since, withPaths: false, ...search });
		return commits.toSorted((a, b) => a.authored - b.authored).map(commitSubject);
	};

	it("are one's own, by the address of the repository and by those that were added", async () => {
		const mine = repository().init();
		mine.commit("Mine");
		mine.commit("Theirs", 1, { email: "you@example.com" });
		mine.commit("From work", 2, { email: "Me@Work.example" });
		mine.commit("Together\n\nCo-authored-by: Me <me@example.com>", 3, { email: "you@example.com" });
		assert.deepEqual(await subjects(mine), ["Mine", "Together"]);
		assert.deepEqual(await subjects(mine, { emails: ["me@work.example"] }), ["Mine", "From work", "Together"]);
	});

	it("are none of a repository without a commit, or with those of others only", async () => {
		const empty = repository().init();
		assert.deepEqual(await readCommits(await opened(empty), { emails: [], since, withPaths: false }), []);
		const others = repository().init();
		others.commit("Theirs", 0, { email: "you@example.com" });
		assert.deepEqual(await subjects(others), []);
	});

	it("are not older than asked for, and found behind newer ones of the history", async () => {
		const old = repository().init();
		old.commit("Old", -100_000);
		for (let number = 0; number < 3; number++) old.commit(`New ${number}`, number);
		assert.deepEqual(await subjects(old), ["New 0", "New 1", "New 2"]);
	});

	it("keep their time when they are amended, rebased, or cherry-picked, and have no merges", async () => {
		const history = repository().init();
		history.commit("First");
		history.git(["checkout", "-q", "-b", "side"]);
		history.commit("Side", 10, { file: "side.txt" });
		history.git(["checkout", "-q", "main"]);
		history.commit("Main", 20, { file: "main.txt" });
		assert.deepEqual(await subjects(history), ["First", "Main"]);
		const before = await readCommits(await opened(history), { emails: [], since, withPaths: false });
		history.git(["commit", "-q", "--amend", "-m", "Main, amended"]);
		history.git(["cherry-pick", "side"]);
		history.git(["checkout", "-q", "side"]);
		history.git(["rebase", "-q", "main"]);
		history.git(["checkout", "-q", "main"]);
		history.git(["merge", "-q", "--no-ff", "-m", "Merge", "side"]);
		assert.deepEqual(await subjects(history), ["First", "Side", "Main, amended"]);
		const after = await readCommits(await opened(history), { emails: [], since, withPaths: false });
		const main = after.find(({ message }) => message.startsWith("Main"));
		assert.equal(main?.authored, before.find(({ message }) => message.startsWith("Main"))?.authored);
	});

	it("have the time that their author's clock had, in any zone, also if it was wrong", async () => {
		const clocks = repository().init();
		const commit = (message: string, authored: string, committed: string) =>
			clocks.git(["commit", "-q", "--allow-empty", "-m", message], {
				GIT_AUTHOR_DATE: authored,
				GIT_COMMITTER_DATE: committed,
			});
		commit("Ahead", "2026-06-03T10:00:00+09:00", "2026-06-02T09:00:00Z");
		commit("Behind", "2026-06-02T03:30:00-05:30", "2026-06-02T09:05:00Z");
		commit("Right", "2026-06-02T09:10:00Z", "2026-06-02T09:10:00Z");
		assert.deepEqual(await subjects(clocks), ["Behind", "Right", "Ahead"]);
		const read = await readCommits(await opened(clocks), { emails: [], since, withPaths: false });
		const times = read.map(({ authored }) => new Date(authored).toISOString()).sort();
		assert.deepEqual(times, ["2026-06-02T09:00:00.000Z", "2026-06-02T09:10:00.000Z", "2026-06-03T01:00:00.000Z"]);
	});

	it("are read in worktrees and submodules, which are repositories of their own", async () => {
		const part = repository().init();
		part.commit("Part");
		const whole = repository().init();
		whole.commit("Whole");
		whole.git(["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", part.path, "part"]);
		whole.git(["worktree", "add", "-q", "-b", "tree", `${whole.path}-tree`]);
		const tree = repository(`${whole.path}-tree`);
		tree.commit("In the worktree", 5);
		const module = repository(join(whole.path, "part"));
		module.git(["config", "user.email", "me@example.com"]);
		assert.deepEqual(await subjects(tree), ["Whole", "In the worktree"]);
		assert.deepEqual(await subjects(module), ["Part"]);
	});

	it("have the paths of their files, if a rule asks for them", async () => {
		const paths = repository().init();
		paths.commit("First");
		paths.commit("Second", 1, { file: "infra/main.tf" });
		const open = await opened(paths);
		await headRead(paths, open);
		const found = await readCommits(open, { emails: [], since, withPaths: true });
		assert.deepEqual(found.find(({ message }) => message === "Second")?.paths, ["infra/main.tf"]);
	});

	it("are proposed by a rule about paths from the first reading on, and once the rule is new", async () => {
		const ruled = repository().init();
		ruled.commit("First");
		ruled.commit("Second", 1, { file: "infra/main.tf" });
		await opened(ruled);
		const planWith = (rule: string) =>
			parsePlan(`commitments: [{ id: ops, title: Ops, hours: 1${rule} }]`).plan ?? assert.fail("no plan");
		const named = planWith(", evidence: { path: infra/** }");
		const settings = vscode.workspace.getConfiguration("waymark");
		await settings.update("evidence.repositories", [ruled.path], true);
		let plan = named;
		const log = vscode.window.createOutputChannel("Waymark test", { log: true });
		const parts = {
			log,
			now: () => since + 86_400_000,
			plan: async () => plan,
			isTimerRunning: () => false,
			onChange: () => undefined,
		};
		const inbox = new EvidenceInbox(parts);
		try {
			const on = async () => {
				await inbox.refresh();
				const aliases = aliasesOf(plan.byId.values());
				return inbox.proposals({ plan, ledger: new Ledger(), aliases, today: 20_610 }).map((proposal) => proposal.on);
			};
			await eventually(async () => assert.deepEqual(await on(), ["ops"]));
			plan = planWith("");
			assert.deepEqual(await on(), [undefined]);
			plan = named;
			assert.deepEqual(await on(), ["ops"]);
		} finally {
			vscode.Disposable.from(inbox, log).dispose();
			await settings.update("evidence.repositories", undefined, true);
		}
	});

	it("of a shallow clone are those that it has", async () => {
		const full = repository().init();
		for (let number = 0; number < 5; number++) full.commit(`Number ${number}`, number);
		const clone = repository();
		clone.git(["clone", "-q", "--depth", "2", `file://${full.path}`, "."]);
		clone.git(["config", "user.email", "me@example.com"]);
		assert.deepEqual(await subjects(clone), ["Number 3", "Number 4"]);
	});

	it("of 500,000 are looked at in pages, the newest only", async () => {
		const pages: Array<number> = [];
		const log = async ({ maxEntries, skip = 0 }: { readonly maxEntries: number; readonly skip?: number }) => {
			pages.push(skip);
			return Array.from({ length: Math.min(maxEntries, 500_000 - skip) }, (_, index) => commitOf(skip + index));
		};
		// A commit a minute, from now on back: two weeks of them are more than are looked at.
		const all = await readCommits(standIn("/repositories/huge", log), { emails: [], since: 0, withPaths: false });
		assert.deepEqual([all.length, pages], [2000, [0, 100, 200, 400, 800, 1600]]);
		pages.length = 0;
		const recent = { emails: [], since: newest - 150 * 60_000, withPaths: false };
		assert.equal((await readCommits(standIn("/repositories/huge", log), recent)).length, 151);
		assert.deepEqual(pages, [0, 100, 200]);
	});

	it("are those of the other repositories if one is broken, which is told once, with its name", async () => {
		const [broken, sound] = [repository().init(), repository().init()];
		for (const each of [broken, sound]) each.commit("First");
		const both = [await opened(broken), await opened(sound)];
		for (const [index, each] of [broken, sound].entries()) await headRead(each, both[index] ?? assert.fail());
		rmSync(join(broken.path, ".git", "objects"), { recursive: true });
		mkdirSync(join(broken.path, ".git", "objects"));
		const found = new EvidenceCommits(60_000);
		await found.read(both, { now: since + 86_400_000, withPaths: false }, () => undefined);
		await found.settled();
		assert.deepEqual(found.all().map(commitSubject), ["First"]);
		assert.equal(found.unread(), 1);
		const name = broken.path.split("/").at(-1);
		const told = found.newErrors();
		assert.equal(told.length, 1);
		assert.match(told.join(), new RegExp(`^The repository ${name} can't be read: .`));
		assert.deepEqual(found.newErrors(), []);
	});

	it("of 300 repositories are read four at a time, and what fails in one doesn't stop the others", async () => {
		let [running, most] = [0, 0];
		const many = Array.from({ length: 300 }, (_, index) =>
			standIn(`/repositories/number ${index}`, async () => {
				most = Math.max(most, ++running);
				await Promise.resolve();
				running--;
				// As if the Git extension was disabled meanwhile.
				if (index === 7) throw new Error("Model is disposed");
				return [{ ...commitOf(0), hash: `h${index}` }];
			}),
		);
		const found = new EvidenceCommits(60_000);
		let read = 0;
		const search = { now: newest, withPaths: false };
		assert.equal(await found.read(many, search, () => read++), true);
		assert.deepEqual([found.all().length, read, most], [299, 300, 4]);
		const error = "The repository number 7 can't be read: Model is disposed";
		assert.deepEqual([found.newErrors(), found.newErrors()], [[error], []]);
		// Nothing has changed.
		assert.equal(await found.read(many, search, () => read++), false);
		assert.equal(read, 300);
	});

	it("change nothing more once the extension is disabled while they are read", async () => {
		const mine = repository().init();
		mine.commit("Mine");
		await opened(mine);
		const settings = vscode.workspace.getConfiguration("waymark");
		await settings.update("evidence.repositories", [mine.path], true);
		const log = vscode.window.createOutputChannel("Waymark test", { log: true });
		let changes = 0;
		const plan = async () => undefined;
		const now = () => since + 86_400_000;
		const parts = { log, now, plan, isTimerRunning: () => false, onChange: () => changes++ };
		const inbox = new EvidenceInbox(parts);
		try {
			const reading = inbox.refresh();
			inbox.dispose();
			await reading;
			assert.equal(changes, 0);
			assert.deepEqual(inbox.newErrors(), []);
		} finally {
			log.dispose();
			await settings.update("evidence.repositories", undefined, true);
		}
	});

	it("of a repository that doesn't answer are given up", async () => {
		const hanging = standIn("/mnt/far", () => new Promise(() => undefined));
		await assert.rejects(readCommits(hanging, { emails: [], since, withPaths: false }), /far doesn't answer/);
	});

	it("are there before a repository that doesn't answer is given up, and that is told once", async () => {
		let asked = 0;
		const hanging = standIn("/mnt/far", () => {
			asked++;
			return new Promise(() => undefined);
		});
		let isMoved = false;
		const near = standIn("/repositories/near", async () => (isMoved ? [commitOf(0), commitOf(1)] : [commitOf(0)]));
		const found = new EvidenceCommits();
		const search = { now: newest, withPaths: false };
		const seen: Array<number> = [];
		await found.read([hanging, near], search, () => seen.push(found.all().length));
		assert.deepEqual([seen, found.unread(), found.newErrors()], [[1], 1, []]);
		await found.settled();
		assert.deepEqual([seen, found.unread()], [[1, 1], 1]);
		assert.match(found.newErrors().join(), /^The repository far doesn't answer.$/);
		isMoved = true;
		const moved = { ...near, state: { ...near.state, HEAD: { commit: "b" } } };
		await found.read([hanging, moved], search, () => undefined);
		assert.deepEqual([found.all().length, asked, found.newErrors()], [2, 1, []]);
		// One that is no longer chosen has no commits.
		await found.read([hanging], search, () => undefined);
		assert.deepEqual([found.all().length, asked], [0, 1]);
	});

	it("don't wait for 299 repositories that don't answer", async () => {
		const hanging = Array.from({ length: 299 }, (_, index) =>
			standIn(`/mnt/far ${index}`, () => new Promise(() => undefined)),
		);
		const near = standIn("/repositories/near", async () => [commitOf(0)]);
		const found = new EvidenceCommits(1);
		await found.read([...hanging, near], { now: newest, withPaths: false }, () => undefined);
		assert.equal(found.all().length, 1);
		await found.settled();
		assert.deepEqual([found.newErrors().length, found.newErrors().length, found.unread()], [299, 0, 299]);
	});

	it("are read again after a slow reading if the HEAD moved meanwhile", async () => {
		let answer: () => void = () => undefined;
		let isMoved = false;
		const slow = standIn("/repositories/slow", async () => {
			if (isMoved) return [commitOf(0), commitOf(1)];
			await new Promise<void>((resolve) => {
				answer = resolve;
			});
			return [commitOf(1)];
		});
		const found = new EvidenceCommits(1);
		const search = { now: newest, withPaths: false };
		await found.read([slow], search, () => undefined);
		isMoved = true;
		await found.read([{ ...slow, state: { ...slow.state, HEAD: { commit: "b" } } }], search, () => undefined);
		answer();
		await found.settled();
		assert.equal(found.all().length, 2);
	});

	it("come with the first page if the next takes long, and are kept if it never comes", async () => {
		const page = Array.from({ length: 100 }, (_, index) => commitOf(index));
		const slow = standIn("/repositories/slow", async ({ skip = 0 }) =>
			skip === 0 ? page : new Promise(() => undefined),
		);
		const soon: Array<number> = [];
		const search = { emails: [], since: 0, withPaths: false };
		const all = await readCommits(slow, search, (commits) => soon.push(commits.length));
		assert.deepEqual([soon, all.length], [[100], 100]);
	});

	it("come without the paths that take long, then with them", async () => {
		const many = standIn("/repositories/many", async () => [commitOf(0), commitOf(1)]);
		let answer: () => void = () => undefined;
		const isSoon = new Promise<void>((resolve) => {
			answer = resolve;
		});
		const diffBetween = async (_from: string, to: string) => {
			if (to === "h1") await isSoon;
			return [{ uri: vscode.Uri.file(`/repositories/many/${to}.ts`) }];
		};
		const paths = (commits: ReadonlyArray<Commit>) => commits.map((commit) => commit.paths?.join());
		const soon: Array<ReadonlyArray<string | undefined>> = [];
		const search = { emails: [], since: 0, withPaths: true };
		const all = await readCommits({ ...many, diffBetween }, search, (commits) => {
			soon.push(paths(commits));
			answer();
		});
		assert.deepEqual([soon, paths(all)], [[["h0.ts", undefined]], ["h0.ts", "h1.ts"]]);
	});

	it("are read once after a commit, however often they were read before", async () => {
		const mine = repository().init();
		mine.commit("Mine");
		const open = await opened(mine);
		await headRead(mine, open);
		const settings = vscode.workspace.getConfiguration("waymark");
		await settings.update("evidence.repositories", [mine.path], true);
		const log = vscode.window.createOutputChannel("Waymark test", { log: true });
		let readings = 0;
		const plan = async () => void readings++;
		const parts = { log, now: () => since, plan, isTimerRunning: () => false, onChange: () => undefined };
		const inbox = new EvidenceInbox(parts);
		try {
			for (let number = 0; number < 4; number++) await inbox.refresh();
			const before = readings;
			mine.commit("Next", 1);
			await headRead(mine, open);
			await eventually(() => assert.ok(readings > before));
			await inbox.refresh();
			assert.equal(readings, before + 2);
		} finally {
			vscode.Disposable.from(inbox, log).dispose();
			await settings.update("evidence.repositories", undefined, true);
		}
	});

	it("can be logged with a command beside Commit, in chosen repositories only", async () => {
		const mine = repository().init();
		mine.commit("Mine");
		const open = await opened(mine);
		const others = await opened(repository().init());
		type Provider = Parameters<NonNullable<GitApi["registerPostCommitCommandsProvider"]>>[0];
		const providers: Array<Provider> = [];
		const type = Object.getPrototypeOf(api) as {
			registerPostCommitCommandsProvider: (provider: Provider) => vscode.Disposable;
		};
		const { registerPostCommitCommandsProvider } = type;
		type.registerPostCommitCommandsProvider = function (provider) {
			providers.push(provider);
			return registerPostCommitCommandsProvider.call(this, provider);
		};
		const settings = vscode.workspace.getConfiguration("waymark");
		await settings.update("evidence.repositories", [mine.path], true);
		const log = vscode.window.createOutputChannel("Waymark test", { log: true });
		const plan = async () => undefined;
		const parts = { log, now: () => since, plan, isTimerRunning: () => false, onChange: () => undefined };
		const inbox = new EvidenceInbox(parts);
		try {
			await inbox.refresh();
			const commands = (of: GitRepository) =>
				providers.flatMap((each) => each.getCommands(of)).map(({ command }) => command);
			assert.deepEqual([commands(open), commands(others)], [["waymark.reviewEvidence"], []]);
		} finally {
			type.registerPostCommitCommandsProvider = registerPostCommitCommandsProvider;
			vscode.Disposable.from(inbox, log).dispose();
			await settings.update("evidence.repositories", undefined, true);
		}
	});
});

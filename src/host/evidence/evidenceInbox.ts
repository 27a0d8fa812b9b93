import * as vscode from "vscode";
import type { Commit } from "../../logging/evidence/commit.ts";
import {
	type EvidenceProposal,
	type EvidenceSource,
	evidenceProposals,
	evidenceRules,
} from "../../logging/evidence/evidenceProposals.ts";
import type { Plan } from "../../plan/plan.ts";
import { affectsSetting, getSetting } from "../core/config.ts";
import { detach } from "../core/detach.ts";
import type { FileMemento } from "../core/fileMemento.ts";
import { EditWatcher } from "./editWatcher.ts";
import { chosenRepositories, EvidenceCommits, repositoryPath } from "./evidenceCommits.ts";
import { type GitApi, gitApi } from "./gitApi.ts";
import { ignoreCommits, ignoredCommits } from "./ignoredCommits.ts";

/** How long the inbox waits for what is new if some proposals are known, in ms. */
const longestWait = 200;
/** How often surfaces are told of what was read while more is read, in ms. */
const betweenChanges = 500;

/** What was done in the repositories that the user chose. */
export interface WorkDone {
	/** In the order in which they were written. */
	readonly commits: ReadonlyArray<Commit>;
	/** The latest first. */
	readonly files: ReadonlyArray<string>;
}

interface InboxParts {
	readonly log: vscode.LogOutputChannel;
	/** ms since 1970. */
	readonly now: () => number;
	/** The plan, whose rules say whether paths are needed; undefined if there is none. */
	readonly plan: () => Promise<Plan | undefined>;
	/** Whether a timer runs. */
	readonly isTimerRunning: () => boolean;
	/** Called when there may be other proposals. */
	readonly onChange: () => void;
	/** Remembers what was ignored. */
	readonly store?: FileMemento | undefined;
}

/**
 * Follows the commits of the repositories that the user chose. Git is asked when a HEAD moves, and at most once in ten minutes
 * while the window has the focus; without a chosen repository, never.
 */
export class EvidenceInbox implements vscode.Disposable {
	private readonly found = new EvidenceCommits();
	private ignored: ReadonlySet<string> = new Set();
	private reading: Promise<void> = Promise.resolve();
	private git: GitApi | undefined;
	/** By their paths: the Git extension gives other objects each time. */
	private readonly repositories = new Map<string, vscode.Disposable>();
	private readonly subscriptions: Array<vscode.Disposable> = [];
	private readonly edits: EditWatcher;
	private isDisposed = false;

	constructor(private readonly parts: InboxParts) {
		this.edits = new EditWatcher(parts);
		this.subscriptions.push(
			this.edits,
			vscode.window.onDidChangeWindowState(({ focused }) => focused && this.refreshLater()),
			vscode.workspace.onDidChangeConfiguration(
				(event) =>
					(affectsSetting(event, "evidence.repositories") || affectsSetting(event, "evidence.emails")) &&
					this.refreshLater(),
			),
		);
		if (vscode.window.state.focused) this.refreshLater();
	}

	/** The sittings that could be logged, by what was read last; the newest first. */
	proposals(source: EvidenceSource): ReadonlyArray<EvidenceProposal> {
		const { ignored } = this;
		const commits = this.found.all();
		const edits = this.edits.free.sittings();
		return commits.length + edits.length === 0
			? []
			: evidenceProposals(commits, source, { ignored, before: getSetting("evidence.minutesBefore"), edits });
	}

	/** The commits that were made between two times, in ms since 1970, and aren't logged, and the files that were edited last then. */
	workBetween(begin: number, end: number, source: EvidenceSource): WorkDone {
		const open = this.proposals(source).flatMap(({ commits }) => commits);
		const commits = open.filter(({ authored }) => authored >= begin && authored <= end);
		return {
			commits: commits.sort((a, b) => a.authored - b.authored),
			files: this.edits.all.filesBetween(begin, end),
		};
	}

	/** Doesn't propose the edits of a sitting again; commits are known by the entries. */
	forget(proposal: EvidenceProposal): void {
		this.edits.free.forget(proposal);
		this.parts.onChange();
	}

	/** Reads what is new, also of slow repositories. */
	async refresh(): Promise<void> {
		const turn = this.reading.then(() => this.read());
		this.reading = turn.catch(() => undefined);
		await turn;
		await this.found.settled();
	}

	/** Resolves when nothing is read any more: each repository has answered, or was given up. */
	async settled(): Promise<void> {
		await this.reading;
		await this.found.settled();
	}

	/** How many repositories couldn't be read, or haven't answered yet. */
	unread(): number {
		return this.found.unread();
	}

	/** Reads what is new, but hardly waits for it if there are proposals. */
	async refreshSoon(source: EvidenceSource): Promise<void> {
		let isDone = false;
		const reading = this.refresh().finally(() => {
			isDone = true;
		});
		for (;;) {
			await Promise.race([reading, wait(longestWait)]);
			if (isDone || this.proposals(source).length > 0) break;
		}
		// It is read on; what goes wrong then is in the log.
		if (!isDone) detach(reading, this.parts.log);
	}

	/** What went wrong, in sentences; each is told once. */
	newErrors(): ReadonlyArray<string> {
		return this.found.newErrors();
	}

	/** Never proposes commits again. */
	async ignore(keys: ReadonlyArray<string>): Promise<void> {
		this.ignored = new Set([...this.ignored, ...keys]);
		if (this.parts.store) await ignoreCommits(this.parts.store, keys);
		this.parts.onChange();
	}

	dispose(): void {
		this.isDisposed = true;
		vscode.Disposable.from(...this.subscriptions, ...this.repositories.values()).dispose();
	}

	private refreshLater(): void {
		if (getSetting("evidence.repositories").length > 0 || this.found.all().length > 0) {
			detach(this.refresh(), this.parts.log);
		}
	}

	private async read(): Promise<void> {
		const git = this.isDisposed ? undefined : await gitApi();
		const plan = git && (await this.parts.plan());
		if (!git || this.isDisposed) return;
		this.follow(git);
		const chosen = chosenRepositories(git);
		const withPaths = plan !== undefined && evidenceRules(plan).some(({ rule }) => rule.path !== undefined);
		if (this.parts.store) this.ignored = await ignoredCommits(this.parts.store);
		let told = performance.now();
		let isUntold = false;
		const tell = () => {
			told = performance.now();
			isUntold = false;
			if (!this.isDisposed) this.parts.onChange();
		};
		const isRead = await this.found.read(chosen, { now: this.parts.now(), withPaths }, () => {
			isUntold = true;
			if (performance.now() - told >= betweenChanges) tell();
		});
		if (isRead) tell();
		const rest = this.found.settled().then(() => isUntold && tell());
		detach(rest, this.parts.log);
	}

	/** Follows the HEAD of each chosen repository, and offers to log beside Commit. */
	private follow(git: GitApi): void {
		if (!this.git) {
			this.git = git;
			this.subscriptions.push(
				git.onDidOpenRepository((repository) => {
					const path = repositoryPath(repository);
					this.repositories.get(path)?.dispose();
					this.repositories.delete(path);
					this.refreshLater();
				}),
			);
			const provider = git.registerPostCommitCommandsProvider?.({
				getCommands: (repository) =>
					getSetting("evidence.repositories").includes(repositoryPath(repository)) ? [logItCommand()] : [],
			});
			if (provider) this.subscriptions.push(provider);
		}
		for (const repository of chosenRepositories(git)) {
			const path = repositoryPath(repository);
			if (!this.repositories.has(path)) {
				let head = repository.state.HEAD?.commit;
				const follow = () => {
					const moved = repository.state.HEAD?.commit !== head;
					head = repository.state.HEAD?.commit;
					if (moved) this.refreshLater();
				};
				this.repositories.set(path, repository.state.onDidChange(follow));
			}
		}
	}
}

function wait(ms: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, ms);
	});
}

function logItCommand(): vscode.Command {
	return {
		command: "waymark.reviewEvidence",
		title: `$(milestone) ${vscode.l10n.t("Commit & Log It")}`,
		tooltip: vscode.l10n.t("Commit, and log the time on the roadmap"),
	};
}

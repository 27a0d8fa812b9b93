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
import { chosenRepositories, EvidenceCommits } from "./evidenceCommits.ts";
import { type GitApi, type GitRepository, gitApi } from "./gitApi.ts";
import { ignoreCommits, ignoredCommits } from "./ignoredCommits.ts";

/** How long the inbox waits for all repositories if some proposals are known, in ms. */
const longestWait = 800;
/** How often surfaces are told of what was read while more is read, in ms. */
const betweenChanges = 500;

/** What was done in the repositories that the user chose. */
export interface WorkSince {
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
	private readonly repositories = new Map<GitRepository, vscode.Disposable>();
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
		this.refreshLater();
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

	/** The commits that were made since a time, in ms since 1970, and aren't logged, and the files that were edited since. */
	workSince(time: number, source: EvidenceSource): WorkSince {
		const open = this.proposals(source).flatMap(({ commits }) => commits);
		const commits = open.filter(({ authored }) => authored >= time).sort((a, b) => a.authored - b.authored);
		return { commits, files: this.edits.all.filesSince(time) };
	}

	/** Doesn't propose the edits of a sitting again; commits are known by the entries. */
	forget(proposal: EvidenceProposal): void {
		this.edits.free.forget(proposal);
		this.parts.onChange();
	}

	/** Reads what is new. */
	async refresh(): Promise<void> {
		const turn = this.reading.then(() => this.read());
		this.reading = turn.catch(() => undefined);
		await turn;
	}

	/** Reads what is new, but waits less than a second for repositories that are slow, if there are proposals of others. */
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
		const isRead = await this.found.read(chosen, { now: this.parts.now(), withPaths }, () => {
			if (this.isDisposed || performance.now() - told < betweenChanges) return;
			told = performance.now();
			this.parts.onChange();
		});
		if (isRead && !this.isDisposed) this.parts.onChange();
	}

	/** Follows the HEAD of each chosen repository, and offers to log beside Commit. */
	private follow(git: GitApi): void {
		if (!this.git) {
			this.git = git;
			this.subscriptions.push(git.onDidOpenRepository(() => this.refreshLater()));
			const provider = git.registerPostCommitCommandsProvider?.({
				getCommands: (repository) => (chosenRepositories(git).includes(repository) ? [logItCommand()] : []),
			});
			if (provider) this.subscriptions.push(provider);
		}
		for (const repository of chosenRepositories(git)) {
			if (!this.repositories.has(repository)) {
				let head = repository.state.HEAD?.commit;
				const follow = () => {
					const moved = repository.state.HEAD?.commit !== head;
					head = repository.state.HEAD?.commit;
					if (moved) this.refreshLater();
				};
				this.repositories.set(repository, repository.state.onDidChange(follow));
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

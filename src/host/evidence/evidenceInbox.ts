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
import { chosenRepositories, evidenceCommits, type FoundCommits } from "./evidenceCommits.ts";
import { type GitApi, type GitRepository, gitApi } from "./gitApi.ts";
import { ignoreCommits, ignoredCommits } from "./ignoredCommits.ts";

/** How long what was read stays good while HEAD doesn't move, in ms. */
const goodFor = 600_000;

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
	private found: FoundCommits = { commits: [], errors: [] };
	private ignored: ReadonlySet<string> = new Set();
	/** What the commits were read for: the heads, and what was asked. */
	private readFor = "";
	private readAt = Number.NEGATIVE_INFINITY;
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
		const { ignored, found } = this;
		const edits = this.edits.free.sittings();
		return found.commits.length + edits.length === 0
			? []
			: evidenceProposals(found.commits, source, { ignored, before: getSetting("evidence.minutesBefore"), edits });
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

	/** Reads what is new. @returns what went wrong, in sentences */
	async refresh(): Promise<ReadonlyArray<string>> {
		const turn = this.reading.then(() => this.read());
		this.reading = turn.catch(() => undefined);
		await turn;
		return this.found.errors;
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
		if (getSetting("evidence.repositories").length > 0 || this.found.commits.length > 0) {
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
		const heads = chosen.map(({ rootUri, state }) => [rootUri.toString(), state.HEAD?.commit]);
		const readFor = JSON.stringify([heads, withPaths, getSetting("evidence.emails")]);
		const now = this.parts.now();
		if (readFor === this.readFor && now - this.readAt < goodFor) return;
		const found = await evidenceCommits(chosen, now, withPaths);
		if (this.parts.store) this.ignored = await ignoredCommits(this.parts.store);
		Object.assign(this, { found, readFor, readAt: now });
		if (!this.isDisposed) this.parts.onChange();
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

function logItCommand(): vscode.Command {
	return {
		command: "waymark.reviewEvidence",
		title: `$(milestone) ${vscode.l10n.t("Commit & Log It")}`,
		tooltip: vscode.l10n.t("Commit, and log the time on the roadmap"),
	};
}

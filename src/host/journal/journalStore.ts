import * as vscode from "vscode";
import type { Entry } from "../../journal/entry.ts";
import { writeLine } from "../../journal/entryLine.ts";
import { isJournalName } from "../../journal/journalName.ts";
import { Ledger } from "../../journal/ledger.ts";
import type { JournalProblem } from "../../journal/problem.ts";
import { literalGlob } from "../literalGlob.ts";
import { planStem } from "../planFinder.ts";
import { JournalFile } from "./journalFile.ts";
import { JournalWriter } from "./journalWriter.ts";

/** VS Code begins to watch some time after it was asked to: what changed before that is found by a second look, ms later. */
const secondLookDelay = 2000;

interface FilePlace {
	readonly name: string;
	readonly uri: vscode.Uri;
}

/** A file that could not be read at all. */
export interface UnreadFile {
	readonly name: string;
	readonly error: unknown;
}

/**
 * The journal beside one plan: every file whose name {@link isJournalName} knows, conflict copies of sync tools included, read as
 * they grow and folded into one ledger. Follows what other windows and programs write.
 */
export class JournalStore implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	private readonly folder: vscode.Uri;
	private readonly stem: string;
	private readonly writer: JournalWriter;
	private readonly following: vscode.Disposable;
	private files = new Map<string, JournalFile>();
	private folded: Ledger;
	private working: Promise<unknown>;
	private wanted: "tail" | "whole" | undefined;
	private listFailure: UnreadFile | undefined;
	private isDisposed = false;
	private readonly secondLook: ReturnType<typeof setTimeout>;

	/** Fires when something was added, changed or taken away. */
	readonly onDidChange = this.changed.event;

	/** @param dayEnds the plan's end of the day, minutes after midnight */
	constructor(
		plan: vscode.Uri,
		private readonly log: vscode.LogOutputChannel,
		private dayEnds: number,
	) {
		this.folder = vscode.Uri.joinPath(plan, "..");
		this.stem = planStem(plan);
		this.folded = new Ledger(dayEnds);
		this.writer = new JournalWriter(this.folder, this.stem, log);
		const pattern = new vscode.RelativePattern(this.folder, `${literalGlob(this.stem)}.log*.jsonl`);
		const watcher = vscode.workspace.createFileSystemWatcher(pattern);
		const follow = () => void this.refresh();
		this.following = vscode.Disposable.from(
			watcher,
			watcher.onDidChange(follow),
			watcher.onDidCreate(follow),
			watcher.onDidDelete(follow),
			// Where the platform reports no changes, as on network disks, this is when a person looks again.
			vscode.window.onDidChangeWindowState(({ focused }) => focused && follow()),
			vscode.workspace.onDidSaveTextDocument(({ uri }) => this.files.has(uri.toString()) && void this.refresh(true)),
		);
		this.working = this.readAll(true);
		this.secondLook = setTimeout(follow, secondLookDelay);
	}

	/** What the journal says. Another object after a change that was more than an addition. */
	get ledger(): Ledger {
		return this.folded;
	}

	/** What is wrong with the lines of each file; nothing of an entry that was corrected or removed since. */
	problems(): ReadonlyArray<{ readonly uri: vscode.Uri; readonly problems: ReadonlyArray<JournalProblem> }> {
		const between = this.folded.problems();
		return [...this.files.values()].map(({ uri, text }) => ({
			uri,
			problems: [
				...text.problems.filter((each) => !this.isMended(each)),
				...between.filter(({ file }) => file === text.file),
			],
		}));
	}

	/** Files that could not be read the last time, or the folder where they could not even be looked for. */
	unread(): ReadonlyArray<UnreadFile> {
		const files = [...this.files.values()].flatMap(({ text, failure }) =>
			failure === undefined ? [] : [{ name: text.file, error: failure }],
		);
		return this.listFailure ? [this.listFailure, ...files] : files;
	}

	/** The file that a problem names. */
	uriOf(file: string): vscode.Uri {
		return vscode.Uri.joinPath(this.folder, file);
	}

	/** Resolves when all that was begun is done. */
	async settled(): Promise<void> {
		await this.working;
	}

	/** Reads what came since the last time. @param whole notices also what was changed in the middle of a file that grew */
	refresh(whole = false): Promise<void> {
		if (this.wanted === undefined) {
			this.wanted = whole ? "whole" : "tail";
			return this.enqueue(async () => {
				const wanted = this.wanted;
				this.wanted = undefined;
				await this.readAll(wanted === "whole");
			});
		}
		// One that has not begun yet reads for both.
		this.wanted = whole ? "whole" : this.wanted;
		return this.settled();
	}

	/** Counts the days of all entries anew, where the plan's end of the day (minutes after midnight) has changed. */
	setDayEnds(dayEnds: number): void {
		if (dayEnds !== this.dayEnds) {
			this.dayEnds = dayEnds;
			void this.enqueue(async () => {
				await this.rebuild();
				this.changed.fire();
			});
		}
	}

	/**
	 * Appends entries. Resolves once they are saved, and counted here; rejects with the error of the file system, and then
	 * nothing is counted.
	 */
	async append(entries: ReadonlyArray<Entry>): Promise<void> {
		const lines = entries.map(writeLine).join("");
		await this.enqueue(async () => this.readAppended(await this.writer.append(lines)));
		// What others wrote into files of their own since: nobody waits for that.
		void this.refresh();
	}

	/** What was handed to `append` before is still saved. */
	dispose(): void {
		this.isDisposed = true;
		clearTimeout(this.secondLook);
		vscode.Disposable.from(this.following, this.changed, this.writer).dispose();
	}

	/** One thing after the other: a read must not see half of another one's work. */
	private enqueue<T>(work: () => Promise<T>): Promise<T> {
		const done = this.working.then(work);
		this.working = done.catch(() => undefined);
		return done;
	}

	private isMended({ entry }: JournalProblem): boolean {
		const known = entry === undefined ? undefined : this.folded.get(entry);
		return known !== undefined && known.type !== "void" && this.folded.live(known.id) === undefined;
	}

	private async readAll(whole: boolean): Promise<void> {
		if (this.isDisposed) {
			return;
		}
		const failedBefore = this.listFailure;
		const places = await this.list();
		if (!places) {
			if (String(failedBefore?.error) !== String(this.listFailure?.error)) {
				this.changed.fire();
			}
			return;
		}
		const known = new Set(places.map(({ uri }) => uri.toString()));
		const gone = [...this.files].filter(([key]) => !known.has(key));
		for (const [key] of gone) {
			this.files.delete(key);
		}
		const results = await this.readFiles(this.files, this.folded, places, whole);
		if (results.includes("rewritten") || gone.some(([, { text }]) => text.offset > 0)) {
			await this.rebuild();
		}
		if (failedBefore || gone.length > 0 || results.some((result) => result !== "unchanged")) {
			this.changed.fire();
		}
	}

	/** Reads on in a file that was just appended to. The others are not even listed: VS Code has that asked for in the window. */
	private async readAppended(uri: vscode.Uri): Promise<void> {
		const file = this.files.get(uri.toString());
		if (!file || this.isDisposed) {
			return this.readAll(false);
		}
		const result = await file.readOn();
		if (result === "rewritten") {
			await this.rebuild();
		}
		if (result !== "unchanged") {
			this.changed.fire();
		}
	}

	/** Reads everything anew: an entry that is not there any more cannot be taken out of the fold. */
	private async rebuild(): Promise<void> {
		// Listed anew as well: what was just found rewritten may be gone or have another name by now.
		const known = [...this.files.values()].map(({ uri, text }) => ({ uri, name: text.file }));
		const places = (await this.list()) ?? known;
		const files = new Map<string, JournalFile>();
		const ledger = new Ledger(this.dayEnds);
		await this.readFiles(files, ledger, places, true);
		this.files = files;
		this.folded = ledger;
	}

	private readFiles(files: Map<string, JournalFile>, ledger: Ledger, places: ReadonlyArray<FilePlace>, whole: boolean) {
		return Promise.all(
			places.map(({ name, uri }) => {
				const file =
					files.get(uri.toString()) ?? new JournalFile(uri, name, (entry, line) => ledger.add(entry, name, line));
				files.set(uri.toString(), file);
				return file.read(whole);
			}),
		);
	}

	/** The journal's files; undefined where the folder cannot be looked into: what was read before counts on then. */
	private async list(): Promise<ReadonlyArray<FilePlace> | undefined> {
		this.listFailure = undefined;
		try {
			const beside = await vscode.workspace.fs.readDirectory(this.folder);
			const names = beside.map(([name]) => name).filter((name) => isJournalName(this.stem, name));
			return names.sort().map((name) => ({ name, uri: this.uriOf(name) }));
		} catch (error) {
			// The log closes with its owner, and throws then.
			if (!this.isDisposed) {
				this.log.warn(`The journal in ${this.folder.path} cannot be listed: ${error}`);
			}
			// Where the whole folder is gone, the plan is as well, and its reader says so.
			if (!isNotFound(error)) {
				this.listFailure = { name: `${this.stem}.log.jsonl`, error };
			}
			return undefined;
		}
	}
}

function isNotFound(error: unknown): boolean {
	return error instanceof vscode.FileSystemError && error.code === "FileNotFound";
}

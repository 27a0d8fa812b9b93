import * as vscode from "vscode";
import type { Entry } from "../../journal/entry.ts";
import { isJournalName } from "../../journal/journalFileName.ts";
import type { JournalProblem } from "../../journal/journalProblem.ts";
import { JournalWeight, maxJournalFile, maxJournalFiles } from "../../journal/journalWeight.ts";
import { Ledger, namedBy } from "../../journal/ledger/ledger.ts";
import { openProblems } from "../../journal/ledger/openProblems.ts";
import { lightEntry } from "../../journal/lightEntry.ts";
import { stepping } from "../../journal/steps.ts";
import { writeLine } from "../../journal/text/entryLine.ts";
import type { ReadResult } from "../../journal/text/journalText.ts";
import { EncodingError } from "../../plan/textEncoding.ts";
import { escapeGlob } from "../../util/escapeGlob.ts";
import { detach } from "../core/detach.ts";
import { FileWriter } from "../core/fileWriter.ts";
import { planStem } from "../core/planFileName.ts";
import { TimeSlices } from "../core/timeSlices.ts";
import { JournalFile, JournalTooLargeError, type ReadDepth, readDepths } from "./journalFile.ts";
import { JournalWriter } from "./journalWriter.ts";

/** VS Code starts watching with a delay: a second check after this many ms finds earlier changes. */
const secondLookDelay = 2000;

interface FilePlace {
	readonly name: string;
	readonly uri: vscode.Uri;
}

/** A file that could not be read. */
export interface UnreadFile {
	readonly name: string;
	readonly error: unknown;
}

interface JournalStoreOptions {
	/** Writes the entries. */
	readonly fileWriter?: FileWriter;
	/** Divides long work, so that the editor stays responsive. */
	readonly slices?: TimeSlices;
}

/**
 * The journal of one plan: all files with a name accepted by {@link isJournalName}, including conflict copies of sync
 * tools, read as they grow and folded into one ledger. Follows changes by other windows and programs.
 */
export class JournalStore implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	private readonly folder: vscode.Uri;
	private readonly stem: string;
	private readonly writer: JournalWriter;
	private readonly fileWriter: FileWriter;
	private readonly slices: TimeSlices;
	private readonly subscriptions: vscode.Disposable;
	private files = new Map<string, JournalFile>();
	private weight = new JournalWeight();
	private isFirst = true;
	private folded: Ledger;
	private working: Promise<unknown>;
	private wanted: ReadDepth | undefined;
	private listFailure: UnreadFile | undefined;
	private isDisposed = false;
	private readonly secondLook: ReturnType<typeof setTimeout>;

	/** Fires after any change. */
	readonly onDidChange = this.changed.event;

	/** @param dayEnds the end of the day in the plan, in minutes after midnight */
	constructor(
		plan: vscode.Uri,
		private readonly log: vscode.LogOutputChannel,
		private dayEnds: number,
		{ fileWriter = new FileWriter(), slices = new TimeSlices() }: JournalStoreOptions = {},
	) {
		this.fileWriter = fileWriter;
		this.slices = slices;
		this.folder = vscode.Uri.joinPath(plan, "..");
		this.stem = planStem(plan);
		this.folded = new Ledger(dayEnds);
		this.writer = new JournalWriter(this.folder, this.stem, log, fileWriter);
		const pattern = new vscode.RelativePattern(this.folder, `${escapeGlob(this.stem)}.log*.jsonl`);
		const watcher = vscode.workspace.createFileSystemWatcher(pattern);
		const follow = () => detach(this.refresh(), this.log);
		this.subscriptions = vscode.Disposable.from(
			watcher,
			watcher.onDidChange(follow),
			watcher.onDidCreate(follow),
			watcher.onDidDelete(follow),
			// On network disks, which report no changes, check when the user returns.
			vscode.window.onDidChangeWindowState(({ focused }) => focused && detach(this.look(), this.log)),
			vscode.workspace.onDidSaveTextDocument(
				({ uri }) => this.files.has(uri.toString()) && detach(this.refresh(true), this.log),
			),
		);
		this.working = this.readAll("whole");
		this.secondLook = setTimeout(follow, secondLookDelay);
	}

	/** The ledger. A new object after any change except additions. */
	get ledger(): Ledger {
		return this.folded;
	}

	/** The problems of each file, without those of entries that were corrected or removed. */
	problems(): ReadonlyArray<{ readonly uri: vscode.Uri; readonly problems: ReadonlyArray<JournalProblem> }> {
		const files = [...this.files.values()];
		const problems = openProblems(
			files.map(({ text }) => text),
			this.folded,
		);
		return files.map(({ uri }, at) => ({ uri, problems: problems[at] ?? [] }));
	}

	/** Whether the first read is in progress, so that nothing is known yet. */
	get isReadingFirst(): boolean {
		return this.isFirst;
	}

	/** Files, or the folder, that could not be read the last time. */
	unread(): ReadonlyArray<UnreadFile> {
		const files = [...this.files.values()].flatMap(({ text, failure }) => {
			const error = failure ?? (text.isFull ? new JournalTooLargeError("journal-too-large") : undefined);
			return error === undefined ? [] : [{ name: text.file, error }];
		});
		return this.listFailure ? [this.listFailure, ...files] : files;
	}

	/** The file of a problem. */
	uriOf(file: string): vscode.Uri {
		return vscode.Uri.joinPath(this.folder, file);
	}

	/** Resolves when all pending operations are done. */
	async settled(): Promise<void> {
		await this.working;
	}

	/** Reads changes. @param whole also detects changes in the middle of a file that grew */
	refresh(whole = false): Promise<void> {
		return this.readTo(whole ? "whole" : "tail");
	}

	/** Reads changes when the user returns, including those that only the content reveals. */
	look(): Promise<void> {
		return this.readTo("content");
	}

	/** Recomputes the days of all entries after the end of the day (minutes after midnight) was changed. */
	setDayEnds(dayEnds: number): void {
		if (dayEnds !== this.dayEnds) {
			this.dayEnds = dayEnds;
			detach(
				this.enqueue(async () => {
					await this.rebuild();
					this.changed.fire();
				}),
				this.log,
			);
		}
	}

	/**
	 * Appends entries. Resolves when they are saved and counted; rejects with the error of the file system, and then
	 * nothing is counted.
	 */
	async append(entries: ReadonlyArray<Entry>): Promise<void> {
		await this.enqueue(async () => {
			// In slices: an import can have a hundred thousand.
			const written: Array<string> = [];
			await this.slices.runNow(stepping(entries, (entry) => written.push(writeLine(entry))));
			const lines = written.join("");
			this.checkRoom(lines.length);
			this.checkEncoding();
			await this.readAppended(await this.writer.append(lines));
		});
		// Changes of other files are read in the background.
		detach(this.refresh(), this.log);
	}

	/** Pending calls of `append` are still saved. */
	dispose(): void {
		this.isDisposed = true;
		clearTimeout(this.secondLook);
		vscode.Disposable.from(this.subscriptions, this.changed, this.writer).dispose();
	}

	/** Appending UTF-8 to a file in another encoding would be lost when it is converted. @throws EncodingError */
	private checkEncoding(): void {
		const file = this.writer.sharedFile();
		const failure = file && this.files.get(file.toString())?.failure;
		if (failure instanceof EncodingError) {
			throw failure;
		}
	}

	/** Operations run one after the other: a read must not see half of another operation. */
	private enqueue<T>(work: () => Promise<T>): Promise<T> {
		const done = this.working.then(work);
		this.working = done.catch(() => undefined);
		return done;
	}

	private readTo(depth: ReadDepth): Promise<void> {
		if (this.wanted === undefined) {
			this.wanted = depth;
			return this.enqueue(async () => {
				const wanted = this.wanted ?? depth;
				this.wanted = undefined;
				await this.readAll(wanted);
			});
		}
		// A pending one covers both.
		this.wanted = readDepths.indexOf(depth) > readDepths.indexOf(this.wanted) ? depth : this.wanted;
		return this.settled();
	}

	/** Entries that could not be read again must not be written. */
	private checkRoom(length: number): void {
		const target = this.files.get(this.writer.target.toString());
		if (target?.failure instanceof JournalTooLargeError) {
			throw target.failure;
		}
		if (target && target.text.offset + length > maxJournalFile) {
			throw new JournalTooLargeError("file-too-large");
		}
		if ([...this.files.values()].some(({ text }) => text.isFull)) {
			throw new JournalTooLargeError("journal-too-large");
		}
	}

	private async readAll(depth: ReadDepth): Promise<void> {
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
		const results = await this.readFiles(this.files, this.folded, places, depth);
		this.isFirst = false;
		if (results.includes("rewritten") || gone.some(([, { text }]) => text.offset > 0)) {
			await this.rebuild();
		}
		await this.slices.run(this.folded.settling());
		if (failedBefore || gone.length > 0 || results.some((result) => result !== "unchanged")) {
			this.changed.fire();
		}
	}

	/** Reads the appended part of a file. The other files are not listed, which would be slow. */
	private async readAppended(uri: vscode.Uri): Promise<void> {
		const file = this.files.get(uri.toString());
		if (!file || this.isDisposed) {
			return this.readAll("tail");
		}
		const result = await file.readOn();
		if (result === "rewritten") {
			await this.rebuild();
		}
		if (result !== "unchanged") {
			this.changed.fire();
		}
	}

	/** Reads everything again: removed entries cannot be removed from the ledger. */
	private async rebuild(): Promise<void> {
		// Listed again: a rewritten file may have been deleted or renamed in the meantime.
		const known = [...this.files.values()].map(({ uri, text }) => ({ uri, name: text.file }));
		const places = (await this.list()) ?? known;
		const files = new Map<string, JournalFile>();
		const ledger = new Ledger(this.dayEnds);
		this.weight = new JournalWeight();
		await this.readFiles(files, ledger, places, "whole");
		await this.slices.run(ledger.settling());
		this.files = files;
		this.folded = ledger;
	}

	/** One after the other: many small files at once would leave nothing to others either. */
	private async readFiles(
		files: Map<string, JournalFile>,
		ledger: Ledger,
		places: ReadonlyArray<FilePlace>,
		depth: ReadDepth,
	): Promise<ReadonlyArray<ReadResult>> {
		const { slices, weight } = this;
		const take = (entry: Entry, file: string, line: number) => {
			const before = ledger.targetCount;
			ledger.add(lightEntry(entry), file, line);
			weight.takeEntry(ledger.targetCount > before, namedBy(entry).length > 0);
		};
		const results: Array<ReadResult> = [];
		for (const { name, uri } of places) {
			const file = files.get(uri.toString()) ?? new JournalFile(uri, name, { take, weight, slices });
			files.set(uri.toString(), file);
			results.push(await file.read(depth));
		}
		return results;
	}

	/** The files of the journal; undefined if the folder cannot be read, and then the earlier content still counts. */
	private async list(): Promise<ReadonlyArray<FilePlace> | undefined> {
		this.listFailure = undefined;
		try {
			const beside = await this.fileWriter.run(this.folder, () => vscode.workspace.fs.readDirectory(this.folder));
			const names = beside.map(([name]) => name).filter((name) => isJournalName(this.stem, name));
			const read = names.sort().slice(0, maxJournalFiles);
			if (read.length < names.length) {
				this.listFailure = { name: names[maxJournalFiles] ?? "", error: new JournalTooLargeError("too-many-files") };
			}
			return read.map((name) => ({ name, uri: this.uriOf(name) }));
		} catch (error) {
			// The log is closed with its owner, and throws then.
			if (!this.isDisposed) {
				this.log.warn(`The journal in ${this.folder.path} cannot be listed: ${error}`);
			}
			// If the whole folder is gone, so is the plan, and its reader reports it.
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

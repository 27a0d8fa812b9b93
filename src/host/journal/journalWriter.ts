import * as vscode from "vscode";
import { getSetting } from "../core/config.ts";
import { localDisk } from "../core/files/localDisk.ts";
import type { FileWriter } from "../core/fileWriter.ts";
import { WindowJournalName } from "./windowJournalName.ts";

/** The delay of the flush after an entry, in ms. */
const syncDelay = 500;

/** Writes the journal of one plan: by appending if possible, otherwise to a separate file of this session. */
export class JournalWriter implements vscode.Disposable {
	private readonly unsynced = new Map<string, vscode.Uri>();
	/** The end of the last write, by file. */
	private readonly ends = new Map<string, number | undefined>();
	private sessionFile: WindowJournalName | undefined;
	private syncing: ReturnType<typeof setTimeout> | undefined;
	private isDisposed = false;

	/**
	 * @param folder of the plan
	 * @param stem its name without extension
	 */
	constructor(
		private readonly folder: vscode.Uri,
		private readonly stem: string,
		private readonly log: vscode.LogOutputChannel,
		private readonly files: FileWriter,
	) {}

	/** The file that this machine appends to; undefined if the file system does not support append. */
	sharedFile(): vscode.Uri | undefined {
		const device = deviceName();
		const file = this.file(device === "" ? "" : `.${device}`);
		return localDisk(file) && file;
	}

	/** Appends whole lines. Resolves with the file once they survive the death of this process; rejects with the error of the file system. */
	async append(lines: string): Promise<vscode.Uri> {
		const file = this.sharedFile();
		const appended = file && this.files.append(file, lines, this.ends.get(file.toString()));
		if (!file || !appended) {
			this.sessionFile ??= new WindowJournalName(
				this.folder,
				() => `${this.stem}.log.${sessionName()}.jsonl`,
				this.files,
			);
			return this.sessionFile.append(lines);
		}
		this.ends.set(file.toString(), (await appended).end);
		this.unsynced.set(file.toString(), file);
		if (this.isDisposed) {
			this.sync();
		} else {
			this.syncing ??= setTimeout(() => this.sync(), syncDelay);
		}
		return file;
	}

	/** The file to append to, if the file system supports it. */
	get target(): vscode.Uri {
		const device = deviceName();
		return this.file(device === "" ? "" : `.${device}`);
	}

	/** Pending appends are still saved. */
	dispose(): void {
		this.isDisposed = true;
		this.sync();
	}

	private file(suffix: string): vscode.Uri {
		return vscode.Uri.joinPath(this.folder, `${this.stem}.log${suffix}.jsonl`);
	}

	private sync(): void {
		clearTimeout(this.syncing);
		this.syncing = undefined;
		for (const file of this.unsynced.values()) {
			this.files.sync(file).catch((error: unknown) => this.warn(`${file.path} could not be synced: ${error}`));
		}
		this.unsynced.clear();
	}

	private warn(message: string): void {
		// The log is closed with its owner, and throws then.
		if (!this.isDisposed) {
			this.log.warn(message);
		}
	}
}

/**
 * The machine name in the name of the journal file; empty if all machines share one. Invalid characters are removed.
 */
function deviceName(): string {
	return getSetting("device")
		.trim()
		.replace(/[^\p{L}\p{N}_-]+/gu, "-");
}

/** A unique session name: the time it began, and a few random letters. */
function sessionName(): string {
	const moment = new Date().toISOString().slice(0, 19).replace(/\D/g, "");
	return `${moment}-${crypto.randomUUID().slice(0, 8)}`;
}

import * as vscode from "vscode";
import { localDisk } from "../disk/localDisk.ts";
import { SessionFile } from "./sessionFile.ts";

/** How long after an entry the platform is asked to write what it holds in memory. */
const syncDelay = 500;

/** Writes to the journal of one plan: by appending where that can be done, else into a file of this session's own. */
export class JournalWriter implements vscode.Disposable {
	private readonly unsynced = new Map<string, vscode.Uri>();
	/** Where what was written last ends, by the file. */
	private readonly ends = new Map<string, number | undefined>();
	private sessionFile: SessionFile | undefined;
	private syncing: ReturnType<typeof setTimeout> | undefined;
	private isDisposed = false;

	/**
	 * @param folder where the plan lies
	 * @param stem its name without extension
	 */
	constructor(
		private readonly folder: vscode.Uri,
		private readonly stem: string,
		private readonly log: vscode.LogOutputChannel,
	) {}

	/** Appends whole lines. Resolves with the file once they survive the death of this process; rejects with the error of the file system. */
	async append(lines: string): Promise<vscode.Uri> {
		const device = deviceName();
		const file = this.file(device === "" ? "" : `.${device}`);
		const disk = localDisk(file);
		if (!disk) {
			this.sessionFile ??= new SessionFile(() => this.file(`.${sessionName()}`));
			return this.sessionFile.append(lines);
		}
		this.ends.set(file.toString(), await disk.append(file, lines, this.ends.get(file.toString())));
		this.unsynced.set(file.toString(), file);
		if (this.isDisposed) {
			this.sync();
		} else {
			this.syncing ??= setTimeout(() => this.sync(), syncDelay);
		}
		return file;
	}

	/** What is appended later, because it was on its way, is still saved. */
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
			localDisk(file)
				?.sync(file)
				.catch((error: unknown) => this.warn(`${file.path} could not be synced: ${error}`));
		}
		this.unsynced.clear();
	}

	private warn(message: string): void {
		// The log closes with its owner, and throws then.
		if (!this.isDisposed) {
			this.log.warn(message);
		}
	}
}

/** The name that this machine's journal file carries; empty where all write to one. What a file name cannot hold is left out. */
function deviceName(): string {
	const name = vscode.workspace.getConfiguration("waymark").get("device");
	return typeof name === "string" ? name.trim().replace(/[^\p{L}\p{N}_-]+/gu, "-") : "";
}

/** A name that no other session has: the moment it began, and a few random letters. */
function sessionName(): string {
	const moment = new Date().toISOString().slice(0, 19).replace(/\D/g, "");
	return `${moment}-${crypto.randomUUID().slice(0, 8)}`;
}

import * as vscode from "vscode";

/** Files in memory under a scheme of their own: a real file system to VS Code, in which tests make any state they need. */
export class MemoryFiles implements vscode.FileSystemProvider, vscode.Disposable {
	private readonly files = new Map<string, Uint8Array | "folder">();
	private readonly locked = new Set<string>();
	private readonly links = new Map<string, vscode.FileType>();
	private readonly changed = new vscode.EventEmitter<Array<vscode.FileChangeEvent>>();
	private readonly registration: vscode.Disposable;
	private time = 0;
	private toLose = 0;
	private failure: (path: string) => Error | undefined = () => undefined;
	private waiting: (path: string) => Promise<void> | undefined = () => undefined;

	/** How often it was asked about each path or for its content. */
	readonly asked = new Map<string, number>();
	readonly onDidChangeFile = this.changed.event;

	constructor(private readonly scheme: string) {
		this.registration = vscode.workspace.registerFileSystemProvider(scheme, this, { isCaseSensitive: true });
		this.files.set("/", "folder");
	}

	uri(path: string): vscode.Uri {
		return vscode.Uri.from({ scheme: this.scheme, path });
	}

	/** Puts a file there, and tells so as a file system does. */
	put(path: string, content: string | Uint8Array): vscode.Uri {
		const type = this.files.has(path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
		this.files.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
		this.time++;
		this.changed.fire([{ type, uri: this.uri(path) }]);
		return this.uri(path);
	}

	/** Puts a file there without telling, as network disks do. */
	slip(path: string, content: string | Uint8Array): void {
		this.files.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
		this.time++;
	}

	/** From now on nobody may read this file, or look into this folder or write into it. */
	lock(path: string): void {
		this.locked.add(path);
	}

	unlock(path: string): void {
		this.locked.delete(path);
	}

	/** Makes what is at a path be told as a link to something of that type; `Unknown` where it leads nowhere. */
	link(path: string, type: vscode.FileType): void {
		this.links.set(path, type | vscode.FileType.SymbolicLink);
	}

	/** Loses so many of the next writes, without an error. */
	loseWrites(count: number): void {
		this.toLose = count;
	}

	/** From now on writes fail for which this gives an error. */
	failWrites(failure: (path: string) => Error | undefined): void {
		this.failure = failure;
	}

	/** From now on writes wait for what this gives. */
	holdWrites(waiting: (path: string) => Promise<void> | undefined): void {
		this.waiting = waiting;
	}

	/** The names in a folder. */
	names(folder: string): ReadonlyArray<string> {
		return this.readDirectory(this.uri(folder)).map(([name]) => name);
	}

	/** The text of a file. */
	text(path: string): string {
		return new TextDecoder().decode(this.readFile(this.uri(path)));
	}

	/** Changes a file that nothing tells of: no event, and neither another time nor another size. */
	replaceUnseen(path: string, text: string): void {
		this.files.set(path, new TextEncoder().encode(text));
	}

	stat(uri: vscode.Uri): vscode.FileStat {
		this.note(uri);
		const type = this.links.get(uri.path);
		if (type !== undefined) {
			return { type, ctime: 0, mtime: this.time, size: 0 };
		}
		const content = this.content(uri);
		return content === "folder"
			? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
			: { type: vscode.FileType.File, ctime: 0, mtime: this.time, size: content.byteLength };
	}

	readDirectory(uri: vscode.Uri): Array<[string, vscode.FileType]> {
		this.checkLock(uri);
		const prefix = uri.path.endsWith("/") ? uri.path : `${uri.path}/`;
		return [...this.files.keys()]
			.filter((path) => path.startsWith(prefix) && path !== prefix && !path.slice(prefix.length).includes("/"))
			.map((path) => [path.slice(prefix.length), this.stat(this.uri(path)).type]);
	}

	readFile(uri: vscode.Uri): Uint8Array {
		this.note(uri);
		const content = this.content(uri);
		this.checkLock(uri);
		if (content === "folder") {
			throw vscode.FileSystemError.FileIsADirectory(uri);
		}
		return content;
	}

	private note({ path }: vscode.Uri): void {
		this.asked.set(path, (this.asked.get(path) ?? 0) + 1);
	}

	/** Promises, where all else answers at once: what is thrown at once here, VS Code waits for forever. */
	async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
		this.checkLock(vscode.Uri.joinPath(uri, ".."));
		await this.waiting(uri.path);
		const failure = this.failure(uri.path);
		if (failure) {
			throw failure;
		}
		if (this.toLose > 0) {
			this.toLose--;
			return;
		}
		this.put(uri.path, content);
	}

	createDirectory(uri: vscode.Uri): void {
		this.files.set(uri.path, "folder");
	}

	delete(uri: vscode.Uri): void {
		this.files.delete(uri.path);
		this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
	}

	async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
		await this.writeFile(to, this.readFile(from));
		this.delete(from);
	}

	watch(): vscode.Disposable {
		return new vscode.Disposable(() => undefined);
	}

	dispose(): void {
		vscode.Disposable.from(this.registration, this.changed).dispose();
	}

	private checkLock(uri: vscode.Uri): void {
		if (this.locked.has(uri.path)) {
			throw vscode.FileSystemError.NoPermissions(uri);
		}
	}

	private content(uri: vscode.Uri): Uint8Array | "folder" {
		return this.files.get(uri.path) ?? raise(vscode.FileSystemError.FileNotFound(uri));
	}
}

function raise(error: Error): never {
	throw error;
}

import * as vscode from "vscode";
import { EncodingError } from "../../plan/textEncoding.ts";
import { escapeGlob } from "../../util/escapeGlob.ts";
import { detach } from "../core/detach.ts";
import { readErrorText } from "../core/fileErrorText.ts";
import type { FileWriter } from "../core/fileWriter.ts";
import { fileExists, fileName, planNames } from "../core/planFileName.ts";
import { checkEncoding, readText } from "../core/readText.ts";

/** The content of the plan: its text, or a message if it cannot be read. */
export type PlanFileContent =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "unreadable"; readonly why: string };

/** The file of the plan: unsaved text in an editor takes precedence over the disk. Detects changes of both. */
export class PlanFile implements vscode.Disposable {
	private readonly subscriptions: ReadonlyArray<vscode.Disposable>;
	private typing: ReturnType<typeof setTimeout> | undefined;
	/** The last content, as JSON. */
	private last = "";
	/** The results of the file system since its last change event: it is queried once, not on each keystroke. */
	private answers: { readonly secondName?: Promise<vscode.Uri | undefined>; readonly typedOver?: Promise<void> } = {};

	/**
	 * @param files knows whether the disk responds
	 * @param onChange called when the plan may have changed, with a delay while the user types
	 */
	constructor(
		readonly uri: vscode.Uri,
		private readonly files: FileWriter,
		onChange: () => void,
	) {
		const watch = (name: string) =>
			vscode.workspace.createFileSystemWatcher(
				new vscode.RelativePattern(vscode.Uri.joinPath(uri, ".."), escapeGlob(name)),
			);
		const watcher = watch(fileName(uri));
		const secondWatcher = watch(planNames[1]);
		const onFileChange = () => {
			this.forget();
			onChange();
		};
		const ofPlan = (document: vscode.TextDocument) => document.uri.toString() === uri.toString();
		this.subscriptions = [
			watcher,
			watcher.onDidChange(onFileChange),
			watcher.onDidCreate(onFileChange),
			watcher.onDidDelete(() => this.forget()),
			secondWatcher,
			secondWatcher.onDidCreate(onFileChange),
			secondWatcher.onDidDelete(onFileChange),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (ofPlan(document)) {
					clearTimeout(this.typing);
					this.typing = setTimeout(onChange, 120);
				}
			}),
			// Check when the user returns, for disks without change events.
			vscode.window.onDidChangeWindowState(({ focused }) => focused && detach(this.look(onChange))),
			vscode.workspace.onDidCloseTextDocument((document) => {
				if (ofPlan(document)) {
					onFileChange();
				}
			}),
		];
	}

	/** The name of the file to show. */
	get name(): string {
		return this.uri.path.slice(this.uri.path.lastIndexOf("/") + 1);
	}

	/** The file beside the plan that could be one as well, and is not read because of it. */
	secondName(): Promise<vscode.Uri | undefined> {
		const secondName = this.answers.secondName ?? this.findSecond();
		this.answers = { ...this.answers, secondName };
		return secondName;
	}

	/** Has the file system asked again for what it may have changed without telling. */
	forget(): void {
		this.answers = {};
	}

	/** Compares the file with what was read of it last. */
	async look(onChange: () => void): Promise<void> {
		this.forget();
		const before = this.last;
		if (JSON.stringify(await this.readNow()) !== before && before === this.last) {
			onChange();
		}
	}

	/** Reads the plan. Errors are returned as texts, never thrown. */
	async read(): Promise<PlanFileContent> {
		const read = await this.readNow();
		this.last = JSON.stringify(read);
		return read;
	}

	private async findSecond(): Promise<vscode.Uri | undefined> {
		const [, second] = planNames;
		const uri = vscode.Uri.joinPath(this.uri, "..", second);
		return this.name !== second && (await fileExists(uri)) ? uri : undefined;
	}

	/** Reads the plan. Read errors are returned as texts, never thrown. */
	private async readNow(): Promise<PlanFileContent> {
		const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === this.uri.toString());
		try {
			if (open?.isDirty) {
				await this.checkTyped(open);
				return { kind: "text", text: open.getText() };
			}
			return { kind: "text", text: await this.readDisk() };
		} catch (error) {
			return { kind: "unreadable", why: readErrorText(error) };
		}
	}

	private readDisk(): Promise<string> {
		return this.files.run(this.uri, () => readText(this.uri));
	}

	/**
	 * Where the file itself isn't UTF-8, what is typed over it has replacement characters in the place of letters.
	 *
	 * @throws EncodingError
	 */
	private async checkTyped(document: vscode.TextDocument): Promise<void> {
		checkEncoding(document);
		const typedOver = this.answers.typedOver ?? this.checkDisk();
		this.answers = { ...this.answers, typedOver };
		await typedOver;
	}

	private async checkDisk(): Promise<void> {
		try {
			await this.readDisk();
		} catch (error) {
			// Other errors of the file are reported when there are no unsaved changes.
			if (error instanceof EncodingError) {
				throw error;
			}
		}
	}

	dispose(): void {
		clearTimeout(this.typing);
		vscode.Disposable.from(...this.subscriptions).dispose();
	}
}

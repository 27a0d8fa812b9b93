import * as vscode from "vscode";
import { maxPlanLength } from "../plan/parseYaml.ts";
import { whyUnreadable } from "./fileProblem.ts";
import { literalGlob } from "./literalGlob.ts";
import { exists, nameOf, planNames } from "./planFinder.ts";

/** What was read of the plan: its text, or words for why there is none. */
export type PlanText =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "unreadable"; readonly why: string };

/** The plan as it is now: what is typed in an editor counts before what is on disk. Notices when either changes. */
export class PlanFile implements vscode.Disposable {
	private readonly following: ReadonlyArray<vscode.Disposable>;
	private typing: ReturnType<typeof setTimeout> | undefined;

	/** @param onChange called when the plan may have changed, a moment after the last key while somebody types */
	constructor(
		readonly uri: vscode.Uri,
		onChange: () => void,
	) {
		const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, ".."), literalGlob(nameOf(uri)));
		const watcher = vscode.workspace.createFileSystemWatcher(pattern);
		const ofPlan = (document: vscode.TextDocument) => document.uri.toString() === uri.toString();
		this.following = [
			watcher,
			watcher.onDidChange(onChange),
			watcher.onDidCreate(onChange),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (ofPlan(document)) {
					clearTimeout(this.typing);
					this.typing = setTimeout(onChange, 120);
				}
			}),
			vscode.workspace.onDidCloseTextDocument((document) => {
				if (ofPlan(document)) {
					onChange();
				}
			}),
		];
	}

	/** The name of the file, as people call it. */
	get name(): string {
		return this.uri.path.slice(this.uri.path.lastIndexOf("/") + 1);
	}

	/** The file beside the plan that could be one as well, and is not read because of it. */
	async secondName(): Promise<vscode.Uri | undefined> {
		const [, second] = planNames;
		const uri = vscode.Uri.joinPath(this.uri, "..", second);
		return this.name !== second && (await exists(uri)) ? uri : undefined;
	}

	/** Reads the plan. What cannot be read is told in words, never thrown. */
	async read(): Promise<PlanText> {
		const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === this.uri.toString());
		if (open?.isDirty) {
			return { kind: "text", text: open.getText() };
		}
		try {
			const { type, size } = await vscode.workspace.fs.stat(this.uri);
			if (type & vscode.FileType.Directory) {
				return unreadable(whyUnreadable(vscode.FileSystemError.FileIsADirectory(this.uri)));
			}
			// A text has at most one UTF-16 unit for each byte of UTF-8, and at least one for three.
			if (size > 3 * maxPlanLength) {
				const megabytes = (size / 1024 / 1024).toFixed(1);
				return unreadable(
					vscode.l10n.t(
						"It has {0} MB; at most {1} KB are read. Is it the right file?",
						megabytes,
						maxPlanLength / 1024,
					),
				);
			}
			return { kind: "text", text: new TextDecoder().decode(await vscode.workspace.fs.readFile(this.uri)) };
		} catch (error) {
			return unreadable(whyUnreadable(error));
		}
	}

	dispose(): void {
		clearTimeout(this.typing);
		vscode.Disposable.from(...this.following).dispose();
	}
}

function unreadable(why: string): PlanText {
	return { kind: "unreadable", why };
}

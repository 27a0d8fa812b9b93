import * as vscode from "vscode";

// The parts of the API of VS Code's own Git extension that are used here; its types aren't published.

/** A commit as Git has it. */
export interface GitCommit {
	readonly hash: string;
	readonly message: string;
	readonly parents: ReadonlyArray<string>;
	readonly authorDate?: Date;
	readonly authorEmail?: string;
	readonly commitDate?: Date;
}

/** A repository that is open in VS Code. */
export interface GitRepository {
	readonly rootUri: vscode.Uri;
	readonly state: {
		readonly HEAD: { readonly commit?: string } | undefined;
		readonly onDidChange: vscode.Event<void>;
	};
	getConfig(key: string): Promise<string>;
	getGlobalConfig(key: string): Promise<string>;
	log(options: { readonly maxEntries: number; readonly skip?: number }): Promise<ReadonlyArray<GitCommit>>;
	diffBetween(from: string, to: string): Promise<ReadonlyArray<{ readonly uri: vscode.Uri }>>;
}

/** The API, version 1. */
export interface GitApi {
	readonly repositories: ReadonlyArray<GitRepository>;
	readonly onDidOpenRepository: vscode.Event<GitRepository>;
	readonly registerPostCommitCommandsProvider?: (provider: {
		getCommands(repository: GitRepository): ReadonlyArray<vscode.Command>;
	}) => vscode.Disposable;
}

/** The API of the Git extension; undefined where there is none: in the web, in Restricted Mode, or if Git is disabled. */
export async function gitApi(): Promise<GitApi | undefined> {
	const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>("vscode.git");
	try {
		return (await extension?.activate())?.getAPI(1);
	} catch {
		// It is disabled, or there is no Git.
		return undefined;
	}
}

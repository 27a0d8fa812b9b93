import * as vscode from "vscode";

/** Why a file cannot be read, in words, with what to do about it. */
export function whyUnreadable(error: unknown): string {
	switch (codeOf(error)) {
		case "NoPermissions":
		case "EACCES":
		case "EPERM":
			return vscode.l10n.t("You may not read it. Give yourself the right to, then run Roadmap: Refresh.");
		case "FileNotFound":
		case "ENOENT":
			return vscode.l10n.t("It is gone.");
		case "FileIsADirectory":
		case "EISDIR":
			return vscode.l10n.t("It is a folder. Rename it, so that a file can have its name.");
		default:
			return error instanceof Error ? error.message : String(error);
	}
}

/** Why nothing could be written to a file, in words, with what to do about it. */
export function whyUnwritable(error: unknown): string {
	switch (codeOf(error)) {
		case "ENOSPC":
		case "EDQUOT":
			return vscode.l10n.t("The disk is full. Make room, then try again.");
		case "NoPermissions":
		case "EACCES":
		case "EPERM":
		case "EROFS":
			return vscode.l10n.t("You may not write there. Give yourself the right to, then try again.");
		case "FileNotFound":
		case "ENOENT":
			return vscode.l10n.t("The folder is gone. Bring it back, then try again.");
		case "FileIsADirectory":
		case "EISDIR":
			return vscode.l10n.t("A folder has the name of the journal. Rename it, then try again.");
		case "Unavailable":
			return vscode.l10n.t("The file system does not keep what is written. Try again.");
		default:
			return error instanceof Error ? error.message : String(error);
	}
}

/** The code of an error of VS Code's file systems, or of the platform's. */
function codeOf(error: unknown): string {
	const code = (error as { readonly code?: unknown } | undefined)?.code;
	return typeof code === "string" ? code : "";
}

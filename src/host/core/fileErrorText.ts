import * as vscode from "vscode";
import { maxJournalFile, maxJournalFiles } from "../../journal/journalWeight.ts";
import { UnreadableEntryError } from "../../journal/text/entryLine.ts";
import { EncodingError } from "../../plan/textEncoding.ts";
import { journalProblemText } from "../../viewmodel/text/journalProblemText.ts";
import { RefusedFileError } from "./files/refusedFile.ts";

/** The message for a file that cannot be read, with what to do about it. */
export function readErrorText(error: unknown): string {
	if (error instanceof EncodingError) {
		return encodingText(error);
	}
	switch (codeOf(error)) {
		case "NoPermissions":
		case "EACCES":
		case "EPERM":
			return vscode.l10n.t(
				"You don't have permission to read this file. Change its permissions, then run Roadmap: Refresh.",
			);
		case "FileNotFound":
		case "ENOENT":
			return vscode.l10n.t("The file no longer exists.");
		case "FileIsADirectory":
		case "EISDIR":
			return vscode.l10n.t("A folder with this name is in the way. Rename it, then try again.");
		case "special":
			return vscode.l10n.t("It isn't a regular file. Rename or delete it, then run Roadmap: Refresh.");
		case "no-answer":
			return vscode.l10n.t("The disk isn't responding.");
		case "file-too-large":
			return vscode.l10n.t("It's larger than {0} MB. Is it the right file?", maxJournalFile / 2 ** 20);
		case "journal-too-large":
			return vscode.l10n.t(
				"It isn't read completely because it would take too much memory together with the other files.",
			);
		case "too-many-files":
			return vscode.l10n.t("Only the first {0} files of a journal are read. Merge some of them.", maxJournalFiles);
		default:
			return otherProblem(error);
	}
}

/** The message for a file that cannot be written, with what to do about it. */
export function writeErrorText(error: unknown): string {
	if (error instanceof EncodingError) {
		return encodingText(error);
	}
	if (error instanceof RefusedFileError) {
		return whyRefused(error);
	}
	if (error instanceof UnreadableEntryError) {
		return journalProblemText(error.problem);
	}
	switch (codeOf(error)) {
		case "ENOSPC":
		case "EDQUOT":
			return vscode.l10n.t("The disk is full. Free up some space, then try again.");
		case "NoPermissions":
		case "EACCES":
		case "EPERM":
			return vscode.l10n.t("You don't have permission to write here. Change the permissions, then try again.");
		case "EROFS":
			return vscode.l10n.t("The disk is read-only.");
		case "EFBIG":
			return vscode.l10n.t("The file has reached the maximum size for this disk.");
		case "ENAMETOOLONG":
			return vscode.l10n.t("The name or the path of the file is too long.");
		case "FileNotFound":
		case "ENOENT":
			return vscode.l10n.t("The folder no longer exists. Restore it, then try again.");
		case "FileIsADirectory":
		case "EISDIR":
			return vscode.l10n.t("A folder with the journal's name is in the way. Rename it, then try again.");
		case "FileExists":
		case "EEXIST":
			return vscode.l10n.t("A file with that name already exists. It wasn't changed.");
		case "file-too-large":
		case "journal-too-large":
		case "too-many-files":
			return vscode.l10n.t("The journal is too large, so the entry couldn't be read back.");
		case "Unavailable":
			return vscode.l10n.t("The write could not be verified. Try again.");
		default:
			return otherProblem(error);
	}
}

/** Whether the problem may be temporary or the user can solve it, so that a retry may succeed. */
export function isWorthRetrying(error: unknown): boolean {
	const code = codeOf(error);
	return code !== "" && !(error instanceof UnreadableEntryError) && !lasting.has(code);
}

/** Errors that persist whatever the user does: limits, and unsupported operations. */
const lasting: ReadonlySet<string> = new Set([
	...["EFBIG", "ENAMETOOLONG", "EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EBADF", "EFAULT", "EOVERFLOW", "ERANGE"],
]);

/**
 * Whether the file may have been written despite an error. Writing an entry again is safe, because it counts once.
 */
export function mayBeWritten(error: unknown): boolean {
	return error instanceof RefusedFileError && (error.code === "unverified" || error.code === "no-answer");
}

/** Returns the result of a write, or throws an error with a message for the user. */
export async function inWords<T>(write: Promise<T>): Promise<T> {
	try {
		return await write;
	} catch (error) {
		throw new Error(writeErrorText(error), { cause: error });
	}
}

/** The message for a file that was not changed, with what to do about it. */
function whyRefused({ code, path }: RefusedFileError): string {
	const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
	switch (code) {
		case "link":
			return vscode.l10n.t(
				"{0} is a link, and Waymark doesn't write through links. Replace it with the file that it links to, then try again.",
				name,
			);
		case "hard-link":
			return vscode.l10n.t(
				"{0} has another hard link, which would be changed too. Replace it with a copy, then try again.",
				name,
			);
		case "special":
			return vscode.l10n.t("{0} isn't a regular file. Rename or delete it, then try again.", name);
		case "replaced":
			return vscode.l10n.t("{0} was replaced by another file in the meantime. Try again.", name);
		case "roadmap":
			return vscode.l10n.t("The plan and the journal can't be overwritten. Choose another name.");
		case "unverified":
			return vscode.l10n.t("The disk reported an error, and {0} can't be read.", name);
		case "no-answer":
			return vscode.l10n.t("The disk isn't responding.");
	}
}

/** Messages for errors of any file operation. */
function otherProblem(error: unknown): string {
	const code = codeOf(error);
	switch (code) {
		case "EIO":
		case "ENXIO":
		case "ENODEV":
		case "ENOMEDIUM":
			return vscode.l10n.t("The disk reported an error. Check whether it is connected and healthy.");
		case "EBUSY":
		case "ETXTBSY":
		case "EAGAIN":
		case "EDEADLK":
		case "ENOLCK":
			return vscode.l10n.t("Another program is using the file.");
		case "EMFILE":
		case "ENFILE":
			return vscode.l10n.t("Too many files are open.");
		case "ENOMEM":
		case "ENOBUFS":
			return vscode.l10n.t("The computer is out of memory.");
		case "ELOOP":
			return vscode.l10n.t("The path contains a loop of links.");
		case "ENOTDIR":
		case "FileNotADirectory":
			return vscode.l10n.t("Part of the path isn't a folder.");
		case "ESTALE":
		case "ETIMEDOUT":
		case "EHOSTDOWN":
		case "EHOSTUNREACH":
		case "ENETDOWN":
		case "ENETUNREACH":
		case "ECONNRESET":
		case "ECONNREFUSED":
		case "ENOTCONN":
			return vscode.l10n.t("The network drive can't be reached.");
		case "ENOSYS":
		case "ENOTSUP":
		case "EOPNOTSUPP":
			return vscode.l10n.t("The file system doesn't support this.");
		case "":
			return error instanceof Error ? error.message : String(error);
		default:
			return vscode.l10n.t("The file system reported the error {0}.", code);
	}
}

function encodingText({ encoding, line }: EncodingError): string {
	return encoding === undefined
		? vscode.l10n.t("It isn't valid UTF-8: line {0} has invalid bytes. Correct that line, then save the file.", line)
		: vscode.l10n.t(
				"It's encoded in {0}, not in UTF-8. Reopen it with {0}, then save it with UTF-8: click the encoding in the status bar.",
				encoding,
			);
}

/** The error code of a VS Code file system, or of the platform. */
function codeOf(error: unknown): string {
	const code = (error as { readonly code?: unknown } | undefined)?.code;
	return typeof code === "string" ? code : "";
}

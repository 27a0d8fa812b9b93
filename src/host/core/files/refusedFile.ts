/** Why a file is not read or written. */
export type Refusal =
	/** It, or a parent folder, is a link. */
	| "link"
	/** It is a hard link: writing would change another name too. */
	| "hard-link"
	/** Neither a file nor a folder: a pipe, a socket or a device. */
	| "special"
	/** It was replaced during the operation. */
	| "replaced"
	/** It is the plan or the journal, which must not be overwritten. */
	| "roadmap"
	/** The result of the write is unknown, and the file cannot be read. */
	| "unverified"
	/** The disk did not respond in time: the write may still happen. */
	| "no-answer";

/** A refused file, with the reason as its `code`. The message is for the log. */
export class RefusedFileError extends Error {
	override readonly name = "RefusedFileError";

	/** By name: the bundle that accesses the disk has a class of its own. */
	static override [Symbol.hasInstance](error: unknown): error is RefusedFileError {
		return error instanceof Error && error.name === "RefusedFileError";
	}

	/** @param path of the file or folder that is the reason */
	constructor(
		readonly code: Refusal,
		readonly path: string,
		options?: ErrorOptions,
	) {
		super(`${path}: ${code}`, options);
	}
}

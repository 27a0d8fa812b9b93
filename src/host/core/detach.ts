/** A destination for errors, such as the log of the extension. */
export interface ErrorLog {
	error(error: string | Error): void;
}

/**
 * Runs a promise in the background and logs its errors. Every promise that is neither awaited nor returned is passed
 * to this function.
 *
 * @param log where errors are written; by default the log of the extension host
 */
export function detach(work: PromiseLike<unknown>, log: ErrorLog = console): void {
	work.then(undefined, (error: unknown) => {
		try {
			log.error(error instanceof Error ? error : String(error));
		} catch {
			// The log is closed together with the window.
		}
	});
}

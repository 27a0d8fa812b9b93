import { RefusedFileError } from "./refusedFile.ts";

/**
 * Gives up on a disk that does not respond. A pending operation still uses a thread of the platform, of which all
 * extensions share a few: until it ends, new operations fail at once.
 */
export class TimeLimit {
	private stuck: Promise<void> | undefined;

	/**
	 * @param ms the time limit
	 * @param onEnd called when an operation that timed out has ended after all
	 */
	constructor(
		private readonly ms: number,
		private readonly onEnd: () => void = () => undefined,
	) {}

	/**
	 * Runs an operation that may never end.
	 *
	 * @param path of the file, for the log
	 * @throws RefusedFileError with `no-answer`, or the error of the operation
	 */
	async run<T>(path: string, work: () => Promise<T>): Promise<T> {
		this.check(path);
		const running = work();
		let timer: ReturnType<typeof setTimeout> | undefined;
		const limit = new Promise<never>((_, reject) => {
			timer = setTimeout(() => {
				this.holdOff(running);
				reject(new RefusedFileError("no-answer", path));
			}, this.ms);
		});
		try {
			return await Promise.race([running, limit]);
		} finally {
			clearTimeout(timer);
		}
	}

	/** @throws RefusedFileError with `no-answer` while an operation that timed out has not ended */
	check(path: string): void {
		if (this.stuck) {
			throw new RefusedFileError("no-answer", path);
		}
	}

	private holdOff(running: Promise<unknown>): void {
		const over = () => {
			this.stuck = undefined;
			this.onEnd();
		};
		this.stuck = running.then(over, over);
	}
}

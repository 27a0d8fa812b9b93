import { constants } from "node:os";

/** Something that must not outlive the program: a group of processes, a temporary folder, a browser. */
export interface Owned {
	/** Ends it in good order. */
	close(): Promise<void>;
	/** Ends it at once, for when the program is going down and can wait for nothing any more. */
	kill(): void;
}

/**
 * Owns what must not outlive the program. Everything is closed, the newest first, by {@link close} and on SIGINT,
 * SIGTERM and SIGHUP (the program then exits with 128 + the signal's number); what is left at any other exit is killed.
 */
export class Lifetime {
	readonly #owned: Array<Owned> = [];
	#closing: Promise<void> | undefined;

	readonly #onExit = () => {
		for (const owned of this.#owned.splice(0).reverse()) owned.kill();
	};
	readonly #onSignal = (signal: NodeJS.Signals) => {
		const exit = () => process.exit(128 + constants.signals[signal]);
		this.close().then(exit, exit);
	};

	constructor() {
		process.on("exit", this.#onExit);
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, this.#onSignal);
	}

	/** Takes over the care for something; gives it back, for a `const` at the same place. */
	own<T extends Owned>(owned: T): T {
		this.#owned.push(owned);
		return owned;
	}

	/** Whether the end has begun: what ends now was told to. */
	get isClosing(): boolean {
		return this.#closing !== undefined;
	}

	close(): Promise<void> {
		this.#closing ??= this.#closeAll();
		return this.#closing;
	}

	async #closeAll(): Promise<void> {
		// One that fails to close must not keep the others open.
		for (let owned = this.#owned.at(-1); owned; owned = this.#owned.at(-1)) {
			await owned.close().catch((error: unknown) => console.error("While stopping:", error));
			owned.kill();
			this.#owned.splice(this.#owned.indexOf(owned), 1);
		}
		process.off("exit", this.#onExit);
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, this.#onSignal);
	}
}

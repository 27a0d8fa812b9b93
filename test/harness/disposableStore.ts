import { constants } from "node:os";

/** Something that must not outlive the program: a group of processes, a temporary folder, a browser. */
export interface Resource {
	/** Closes it in an orderly way. */
	close(): Promise<void>;
	/** Ends it at once, when the program exits and can't wait any more. */
	kill(): void;
}

/**
 * Holds what must not outlive the program. {@link dispose} closes everything, the newest first, and so do SIGINT, SIGTERM,
 * and SIGHUP (the program then exits with 128 + the signal's number). What is left at any other exit is killed.
 */
export class DisposableStore {
	readonly #resources: Array<Resource> = [];
	#disposing: Promise<void> | undefined;

	readonly #onExit = () => {
		for (const resource of this.#resources.splice(0).reverse()) resource.kill();
	};
	readonly #onSignal = (signal: NodeJS.Signals) => {
		const exit = () => process.exit(128 + constants.signals[signal]);
		this.dispose().then(exit, exit);
	};

	constructor() {
		process.on("exit", this.#onExit);
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, this.#onSignal);
	}

	/** Adds a resource and returns it. */
	add<T extends Resource>(resource: T): T {
		this.#resources.push(resource);
		return resource;
	}

	/** Whether disposal has begun: a process that ends now was told to. */
	get isDisposing(): boolean {
		return this.#disposing !== undefined;
	}

	/** Closes all resources, once; a resource that fails to close is reported and killed. */
	dispose(): Promise<void> {
		this.#disposing ??= this.#disposeAll();
		return this.#disposing;
	}

	async #disposeAll(): Promise<void> {
		// One that fails to close must not keep the others open.
		for (let resource = this.#resources.at(-1); resource; resource = this.#resources.at(-1)) {
			await resource.close().catch((error: unknown) => console.error("While stopping:", error));
			resource.kill();
			this.#resources.splice(this.#resources.indexOf(resource), 1);
		}
		process.off("exit", this.#onExit);
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, this.#onSignal);
	}
}

import type { HostAnswer, PageMessage, PageRequest } from "../present/review/messages.ts";

const waitMs = 30_000;
/** For what the host asks the person about first. */
const askingWaitMs = 10 * 60_000;
const asking: ReadonlySet<PageRequest["do"]> = new Set(["discard", "export"]);

/** What the page asks of the host. Each request is answered: by the host, or after some time by an error. */
export class Requests {
	readonly #waiting = new Map<number, (answer: HostAnswer) => void>();
	#lastId = 0;

	constructor(private readonly post: (message: PageMessage) => void) {}

	/** Never rejects. `noAnswer` is the error when the host keeps silent. */
	send(request: PageRequest, noAnswer: string): Promise<HostAnswer> {
		const id = ++this.#lastId;
		return new Promise((resolve) => {
			const settle = (answer: HostAnswer) => {
				clearTimeout(timer);
				this.#waiting.delete(id);
				resolve(answer);
			};
			const fail = (error: string) => settle({ kind: "answer", id, ok: false, error });
			const timer = setTimeout(() => fail(noAnswer), asking.has(request.do) ? askingWaitMs : waitMs);
			this.#waiting.set(id, settle);
			try {
				this.post({ kind: "request", id, request });
			} catch (error) {
				fail(String(error));
			}
		});
	}

	/** Takes an answer of the host. One to a request that nobody waits for any more is dropped. */
	settle(answer: HostAnswer): void {
		this.#waiting.get(answer.id)?.(answer);
	}
}

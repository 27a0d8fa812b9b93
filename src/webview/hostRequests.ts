/** A request of a page; `do` says what for. */
interface AnyRequest {
	readonly do: string;
}

/** An answer of the host, with the ID of its request. */
type AnyAnswer =
	| { readonly kind: "answer"; readonly id: number; readonly ok: true }
	| { readonly kind: "answer"; readonly id: number; readonly ok: false; readonly error: string };

const waitMs = 30_000;
/** Requests for which the host asks the user first. */
const askingWaitMs = 10 * 60_000;
const asking: ReadonlySet<string> = new Set(["discard", "export"]);

/** Sends requests of type `R` to the host. Each is answered by the host, or by an error after a time. */
export class HostRequests<R extends AnyRequest, A extends AnyAnswer> {
	readonly #waiting = new Map<number, (answer: A | AnyAnswer) => void>();
	#lastId = 0;

	constructor(private readonly post: (message: { kind: "request"; id: number; request: R }) => void) {}

	/** Never rejects. `noAnswer` is the error if the host does not answer. */
	send(request: R, noAnswer: string): Promise<A | AnyAnswer> {
		const id = ++this.#lastId;
		return new Promise((resolve) => {
			const settle = (answer: A | AnyAnswer) => {
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

	/** Handles an answer of the host. Late answers are dropped. */
	settle(answer: A): void {
		this.#waiting.get(answer.id)?.(answer);
	}
}

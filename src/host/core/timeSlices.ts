import type { Steps } from "../../journal/steps.ts";

/** The time limit of a slice, in ms: other extensions wait that long, which users do not notice. */
const sliceMs = 40;
/** Work shorter than this, in ms, does not need a pause. */
const shortMs = 5;

/** Runs long work in slices, one task after the other, and lets other code run in between. */
export class TimeSlices {
	private last: Promise<unknown> = Promise.resolve();

	/** Like `run`, but short work is done at once: it doesn't wait for other work. */
	async runNow<T>(steps: Steps<T>): Promise<T> {
		const { result } = sliceOf(steps);
		return result ? result.value : this.run(steps);
	}

	/** Resolves with the result; rejects with the error of a step. */
	async run<T>(steps: Steps<T>): Promise<T> {
		for (;;) {
			const slice = this.last.then(() => sliceOf(steps));
			this.last = slice.then(
				({ took }) => (took > shortMs ? pause() : undefined),
				() => undefined,
			);
			const { result } = await slice;
			if (result) {
				return result.value;
			}
		}
	}
}

/** Runs a first slice of some work at once. @returns the elapsed ms, and the result if the work is done */
export function sliceOf<T>(steps: Steps<T>): { readonly took: number; readonly result?: { readonly value: T } } {
	const begin = performance.now();
	for (;;) {
		const step = steps.next();
		const took = performance.now() - begin;
		if (step.done) {
			return { took, result: step };
		}
		if (took > sliceMs) {
			return { took };
		}
	}
}

/** Lets pending messages and timers run. */
function pause(): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, 0);
	});
}

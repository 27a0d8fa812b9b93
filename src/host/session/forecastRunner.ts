import type * as vscode from "vscode";
import type { Steps } from "../../journal/steps.ts";
import type { Snapshot } from "../../progress/snapshot.ts";
import { detach } from "../core/detach.ts";
import type { TimeSlices } from "../core/timeSlices.ts";

/** How long forecasts wait for the first draw of the views, in ms. */
const drawDelay = 50;
/** How often the forecasts that are known are shown while others are computed, in ms. */
const showInterval = 500;

/** Computes forecasts after what they are shown in was drawn without them. */
export class ForecastRunner implements vscode.Disposable {
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** What was drawn last. */
	private shown: Snapshot | undefined;

	/** @param onNew called when there are forecasts that were not drawn yet */
	constructor(
		private readonly slices: TimeSlices,
		private readonly onNew: () => void,
		private readonly log: vscode.LogOutputChannel,
	) {}

	/** Computes the forecasts of a snapshot that is being drawn, once for each snapshot. */
	computeLater(snapshot: Snapshot): void {
		if (snapshot === this.shown) return;
		clearTimeout(this.timer);
		this.shown = snapshot;
		this.timer = setTimeout(() => detach(this.computeShown(snapshot), this.log), drawDelay);
	}

	/** Computes all forecasts of a snapshot, for what shows them all at once. */
	async complete({ forecasts }: Snapshot): Promise<void> {
		await this.slices.run(forecasts.steps());
	}

	dispose(): void {
		clearTimeout(this.timer);
		this.shown = undefined;
	}

	private async computeShown(snapshot: Snapshot): Promise<void> {
		const isShown = () => this.shown === snapshot;
		const isNew = await this.slices.run(this.showing(isShown, snapshot.forecasts.steps()));
		if (isNew && isShown()) this.onNew();
	}

	/** Stops stepped work when its result is no longer needed, and shows what is known from time to time. */
	private *showing(isNeeded: () => boolean, steps: Steps<boolean>): Steps<boolean> {
		let last = performance.now();
		for (;;) {
			const { done, value } = steps.next();
			if (done) return value;
			if (!isNeeded()) return false;
			if (performance.now() - last > showInterval) {
				last = performance.now();
				this.onNew();
			}
			yield;
		}
	}
}

import type { Quantity } from "../../amount/parseQuantity.ts";

/** Whether a value meets a goal: at least its lower end, at most its limit, or within its band. */
export function isMet({ low, high = low, atMost, band }: Quantity, value: number): boolean {
	if (band) {
		return low <= value && value <= high;
	}
	return atMost ? value <= low : value >= low;
}

/**
 * The progress towards a goal, 0 to 1; 0 if nothing was logged. Formulas as in docs/format.md.
 *
 * At least: (value - from) / (low - from). At most: 1 while it holds; else, from above the goal, (from - value) /
 * (from - goal), and from anywhere else goal / value. A band: as at least below it, and as at most above it.
 */
export function goalShare(goal: Quantity, from: number, value: number | undefined): number {
	if (value === undefined) {
		return 0;
	}
	if (isMet(goal, value)) {
		return 1;
	}
	const { low, high = low, atMost, band } = goal;
	if (band) {
		const side = value < low ? { low, atMost: false } : { low: high, atMost: true };
		return goalShare({ open: false, short: false, text: goal.text, ...side }, from, value);
	}
	if (atMost) {
		if (from > low) {
			return clamp((from - value) / (from - low));
		}
		// Nothing above a goal of zero or less is a part of it.
		return low > 0 ? clamp(low / value) : 0;
	}
	return from < low ? clamp((value - from) / (low - from)) : 0;
}

function clamp(share: number): number {
	return Math.min(1, Math.max(0, share));
}

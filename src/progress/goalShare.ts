import type { Quantity } from "../plan/quantity.ts";

/** Whether a value meets a goal: at its low end, or at most what is allowed. */
export function isMet({ low, atMost }: Quantity, value: number): boolean {
	return atMost ? value <= low : value >= low;
}

/**
 * How much of the way to a goal is behind, 0 to 1; 0 where nothing was logged. The source is docs/format.md.
 *
 * At least: (value - from) / (low - from). At most: 1 while it holds; else, from above the goal, (from - value) /
 * (from - goal), and from anywhere else goal / value.
 */
export function goalShare(goal: Quantity, from: number, value: number | undefined): number {
	if (value === undefined) {
		return 0;
	}
	if (isMet(goal, value)) {
		return 1;
	}
	const { low, atMost } = goal;
	if (atMost) {
		// Nothing above a goal of zero or less is a part of it.
		return clamp(from > low ? (from - value) / (from - low) : low > 0 ? low / value : 0);
	}
	return from < low ? clamp((value - from) / (low - from)) : 0;
}

function clamp(share: number): number {
	return Math.min(1, Math.max(0, share));
}

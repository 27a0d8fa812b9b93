import { V7Generator } from "uuidv7";
import { compareTexts } from "../util/compareTexts.ts";

const uuidLength = 36;
const versionAt = 14;
const maxTime = 2 ** 48 - 1;

/**
 * Compares entry IDs: UUIDs of version 7 by their text, which is chronological. All other IDs, including hand-written
 * ones, come first, so that a later correction always has the greater ID.
 */
export function compareIds(a: string, b: string): number {
	const isMade = isMadeId(a);
	if (isMade !== isMadeId(b)) {
		return isMade ? 1 : -1;
	}
	return compareTexts(a, b);
}

/**
 * Whether an id is a UUID of version 7, as Waymark makes them: by its length and its version digit, as far as it takes to
 * tell ids apart, since this runs for each step of a sort.
 */
export function isMadeId(id: string): boolean {
	return id.length === uuidLength && id[versionAt] === "7";
}

/** The year 2100 in ms since 1970, as the start of a version 7 UUID. No clock is that far ahead. */
const farAhead = "03bb2cc3-d800";

/**
 * Whether a hand-written ID is greater than those of all future entries: corrections of its entry would never count,
 * because the greatest ID counts.
 */
export function isUnsurpassable(id: string): boolean {
	return id >= farAhead && isMadeId(id);
}

/** Generates IDs of new entries: UUIDs of version 7 (RFC 9562), strictly ascending for each generator. */
export class IdGenerator {
	private readonly generator: V7Generator;

	/** @param random returns 32 random bits; by default the cryptographic source of the platform */
	constructor(random?: { nextUint32(): number }) {
		this.generator = new V7Generator(random);
		// IDs ascend even if the clock is set back.
		this.generator.setRollbackAllowance(maxTime);
	}

	/**
	 * @param now ms since 1970
	 * @param after an ID that the new one must be greater than, even if it is from a clock that is ahead
	 */
	next(now: number, after = ""): string {
		const time = idTime(after);
		return this.generator
			.generateOrResetWithTs(Math.min(Math.max(Math.trunc(now), time === undefined ? 0 : time + 1), maxTime))
			.toString();
	}
}

/** The time of a version 7 UUID in ms since 1970; undefined for other IDs. */
export function idTime(id: string): number | undefined {
	const match = /^([\da-f]{8})-([\da-f]{4})-7/i.exec(id);
	return match ? Number.parseInt(`${match[1]}${match[2]}`, 16) : undefined;
}

import { V7Generator } from "uuidv7";

const uuidLength = 36;
const versionAt = 14;
const maxTime = 2 ** 48 - 1;

/**
 * The order of entry ids: UUIDs of version 7 by their text, which is the order in which they were made. Ids that a person
 * wrote by hand, UUIDs of other versions too, come before all of them, so that an edit made later is always the greater one.
 */
export function compareIds(a: string, b: string): number {
	const isMade = isVersion7(a);
	if (isMade !== isVersion7(b)) {
		return isMade ? 1 : -1;
	}
	return a < b ? -1 : a > b ? 1 : 0;
}

/** By its length and its version digit, as far as it takes to tell ids apart: this runs for each step of a sort. */
function isVersion7(id: string): boolean {
	return id.length === uuidLength && id[versionAt] === "7";
}

/** Makes the ids of new entries: UUIDs of version 7 (RFC 9562). Those of one maker ascend strictly. */
export class IdMaker {
	private readonly generator: V7Generator;

	/** @param random 32 random bits at a time; the platform's cryptographic source when left out */
	constructor(random?: { nextUint32(): number }) {
		this.generator = new V7Generator(random);
		// However far the clock is set back, ids go on from the last one.
		this.generator.setRollbackAllowance(maxTime);
	}

	/**
	 * @param now ms since 1970
	 * @param after an id that the new one has to be greater than, though it may come from a clock that is ahead
	 */
	next(now: number, after = ""): string {
		const time = timeOf(after);
		return this.generator
			.generateOrResetWithTs(Math.min(Math.max(Math.trunc(now), time === undefined ? 0 : time + 1), maxTime))
			.toString();
	}
}

/** The ms since 1970 that a UUID of version 7 was made at; undefined for other ids. */
export function timeOf(id: string): number | undefined {
	const match = /^([\da-f]{8})-([\da-f]{4})-7/i.exec(id);
	return match ? Number.parseInt(`${match[1]}${match[2]}`, 16) : undefined;
}

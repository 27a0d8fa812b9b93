/** The maximum size of a file, in bytes: more than a million entries. */
export const maxJournalFile = 256 * 2 ** 20;
/** The maximum number of files of one journal. */
export const maxJournalFiles = 1000;
/** The approximate memory limit of all files, in bytes: about 1.1 million entries. */
export const maxJournalWeight = 600_000_000;

/** The memory of an entry besides its texts, and of each part of one; lines with many parts use a lot. */
const ofLine = 150;
const ofPart = 16;
const ofMorePart = 128;
const plainParts = 32;
const ofId = 800;
const ofGroup = 600;

/** Tracks the remaining memory of a journal. All its files share one. */
export class JournalWeight {
	constructor(private left = maxJournalWeight) {}

	/** Subtracts the fixed memory of an entry: for the first one with an ID, and for references. */
	takeEntry(isFirstOfId: boolean, namesAnother: boolean): void {
		this.left -= (isFirstOfId ? ofId : 0) + (namesAnother ? ofGroup : 0);
	}

	/** Subtracts whole lines. Returns false if they exceed the limit: then neither they nor later lines may be read. */
	take(lines: Uint8Array): boolean {
		this.left -= weightOf(lines);
		return this.left >= 0;
	}
}

/**
 * Estimated from the length and the number of brackets and commas: an empty object in a list has two characters and
 * uses fifty bytes.
 */
function weightOf(lines: Uint8Array): number {
	let weight = lines.length;
	let parts = 0;
	for (const byte of lines) {
		if (byte === 0x0a) {
			weight += ofLine + parts * ofPart + Math.max(0, parts - plainParts) * ofMorePart;
			parts = 0;
		} else if (byte === 0x2c || byte === 0x7b || byte === 0x5b) {
			parts++;
		}
	}
	return weight + parts * ofMorePart;
}

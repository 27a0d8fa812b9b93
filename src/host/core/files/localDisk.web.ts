import type { Disk } from "./disk.ts";

/** The browser has no local disk. */
export function localDisk(): Disk | undefined {
	return undefined;
}

import type { Disk } from "./disk.ts";

/** In the browser there is no disk. */
export function localDisk(): Disk | undefined {
	return undefined;
}

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Whether this process may mount file systems: as root on Linux, outside of most containers. */
export function mayMount(folder: string): boolean {
	if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
	try {
		mountSmall(join(folder, "probe"))();
		return true;
	} catch {
		return false;
	}
}

/** Mounts a disk of 64 KB in memory on a new folder; gives what takes it away again. */
export function mountSmall(folder: string): () => void {
	mkdirSync(folder);
	run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder);
	return () => run("umount", folder);
}

/** A disk that can be frozen: what is written to it then waits until it thaws. */
export interface FreezableDisk {
	readonly freeze: () => Promise<void>;
	readonly thaw: () => Promise<void>;
	readonly unmount: () => Promise<void>;
}

/** What holds the disk. Its input closes with this process, however that ends: then the disk thaws and is taken away. */
const holder = `
	mount -o loop "$0.img" "$0" && echo ready
	while read order; do fsfreeze "$order" "$0" 2>&1; echo done; done
	fsfreeze -u "$0" 2>/dev/null
	umount "$0" 2>/dev/null || umount -l "$0"
`;

/** Makes a disk in a file and mounts it on a new folder. */
export async function mountFreezable(folder: string): Promise<FreezableDisk> {
	writeFileSync(`${folder}.img`, Buffer.alloc(8 * 2 ** 20));
	run("mkfs.ext4", "-q", `${folder}.img`);
	mkdirSync(folder);
	// In a group of its own, so that it outlives what is ended with this process.
	const child = spawn("sh", ["-c", holder, folder], { stdio: ["pipe", "pipe", "inherit"], detached: true });
	const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
	const answer = () => new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
	await Promise.race([answer(), ended]);
	const order = async (flag: "-f" | "-u") => {
		const answered = answer();
		child.stdin.write(`${flag}\n`);
		await Promise.race([answered, ended]);
	};
	return {
		freeze: () => order("-f"),
		thaw: () => order("-u"),
		unmount: () => {
			child.stdin.end();
			return ended;
		},
	};
}

function run(command: string, ...args: ReadonlyArray<string>): void {
	execFileSync(command, args, { stdio: ["ignore", "ignore", "pipe"] });
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder as a stranger may hand it over, with a place outside of it that nothing in it may change. */
export class StrangersFolder {
	private readonly root = mkdtempSync(join(tmpdir(), "waymark-attack-"));
	/** The absolute path of the folder with the plan. */
	readonly path = join(this.root, "clone");
	/** The absolute path of a folder beside it. */
	readonly outside = join(this.root, "home");

	constructor() {
		mkdirSync(this.path);
		mkdirSync(this.outside);
	}

	/** The absolute path of a file in the folder. */
	file(name: string): string {
		return join(this.path, name);
	}

	/** The absolute path of a file outside. */
	outer(name: string): string {
		return join(this.outside, name);
	}

	/** Writes a file, by its absolute path, with the folders around it. Gives the path. */
	write(path: string, content: string | Uint8Array): string {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, content);
		return path;
	}

	/** The text of a file, by its absolute path; undefined where there is none. */
	read(path: string): string | undefined {
		try {
			return readFileSync(path, "utf8");
		} catch {
			return undefined;
		}
	}

	dispose(): void {
		rmSync(this.root, { recursive: true, force: true });
	}
}

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { makeVsix } from "../../scripts/vsix.ts";
import type { DisposableStore } from "../harness/disposableStore.ts";
import { projectRoot } from "../harness/root.ts";
import { temporaryFolder } from "../harness/temporaryFolder.ts";
import { type Measured, told } from "./table.ts";

/** How large the bundles and the package are. What every window loads is the entry bundle alone. */
export async function measureSizes(disposables: DisposableStore): Promise<ReadonlyArray<Measured>> {
	const vsix = join(temporaryFolder(disposables, "sizes"), "waymark.vsix");
	await makeVsix(disposables, vsix);
	const dist = join(projectRoot(), "dist");
	const bundle = (name: string) => {
		const content = readFileSync(join(dist, name));
		return `${kilobytes(content.length)}, ${kilobytes(gzipSync(content).length)} packed`;
	};
	return [
		limited("entry bundle, loaded in every window", statSync(join(dist, "extension.js")).size, 16),
		told("bundle that is loaded with the first plan", bundle("lazy.js")),
		limited("package (VSIX)", statSync(vsix).size, 900),
	];
}

function limited(what: string, bytes: number, limit: number): Measured {
	return { what, value: kilobytes(bytes), limit: `${limit} KB`, met: bytes <= limit * 1024 };
}

function kilobytes(bytes: number): string {
	return `${(bytes / 1024).toFixed(1)} KB`;
}

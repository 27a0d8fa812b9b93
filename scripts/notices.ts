import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package of which something is in the bundles. */
export interface BundledPackage {
	readonly name: string;
	readonly version: string;
	/** As its manifest has it, such as `MIT`. */
	readonly licence: string;
	/** The text of its licence, or who holds the copyright where it brings none. */
	readonly text: string;
}

/** The packages that the files of a bundle come from, by name. */
export function bundledPackages(inputs: ReadonlyArray<string>): ReadonlyArray<BundledPackage> {
	const folders = new Set(
		inputs.flatMap((input) => /^(?:vscode-api:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
	);
	return [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The notices, as Markdown. */
export function notices(packages: ReadonlyArray<BundledPackage>): string {
	const parts = packages.map(
		({ name, version, licence, text }) => `## ${name} ${version}\n\n${licence}\n\n\`\`\`\n${text.trim()}\n\`\`\`\n`,
	);
	return `# Third-party notices\n\nWaymark contains code of these packages.\n\n${parts.join("\n")}`;
}

function readPackage(folder: string): BundledPackage {
	const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(each));
	const text =
		file === undefined ? `Copyright (c) ${author?.name ?? author}` : readFileSync(join(folder, file), "utf8");
	return { name, version, licence: license, text };
}

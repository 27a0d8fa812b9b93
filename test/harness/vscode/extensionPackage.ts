import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** The files that `.vscodeignore`, an allow list, lets into the package; relative to the checkout, with slashes. */
export function packagedFiles(root: string): ReadonlyArray<string> {
	const allowed = readFileSync(join(root, ".vscodeignore"), "utf8")
		.split(/\r?\n/)
		.filter((line) => line.startsWith("!"))
		.map((line) => globToRegExp(line.slice(1).trim()));
	const files = filesBelow(root).map((file) => relative(root, file).split(sep).join("/"));
	return files.filter((file) => file === "package.json" || allowed.some((pattern) => pattern.test(file)));
}

/**
 * Puts extensions, as they would be packaged, into a folder of installed extensions, as an installation from a package
 * leaves them there. Copies and not links: uninstalling one in VS Code deletes its folder.
 *
 * @param roots their folders, each with a `package.json` and a `.vscodeignore`
 */
export function installExtensions(extensionsFolder: string, roots: ReadonlyArray<string>): void {
	const entries = roots.map((root) => {
		const { publisher, name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
		const id = `${publisher}.${name}`;
		const relativeLocation = `${id}-${version}`;
		const folder = join(extensionsFolder, relativeLocation);
		for (const file of packagedFiles(root)) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			copyFileSync(join(root, file), join(folder, file));
		}
		const location = { $mid: 1, path: decodeURIComponent(pathToFileURL(folder).pathname), scheme: "file" };
		return { identifier: { id }, version, location, relativeLocation, metadata: { source: "vsix" } };
	});
	writeFileSync(join(extensionsFolder, "extensions.json"), JSON.stringify(entries));
}

function globToRegExp(glob: string): RegExp {
	const pattern = glob.replace(/\*\*\/|\*\*|\*|[.+?^${}()|[\]\\]/g, (part) => {
		if (part === "**/") return "(?:.*/)?";
		if (part === "**") return ".*";
		return part === "*" ? "[^/]*" : `\\${part}`;
	});
	return new RegExp(`^${pattern}$`);
}

function filesBelow(folder: string): ReadonlyArray<string> {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (!entry.isDirectory()) return [path];
		return entry.name === "node_modules" || entry.name === ".git" ? [] : filesBelow(path);
	});
}

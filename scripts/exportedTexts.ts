import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getL10nJson } from "@vscode/l10n-dev";
import { planJsonSchema } from "../src/plan/schema/planJsonSchema.ts";

/** All texts to translate, except those of the manifest: those of the sources, and what the schema says about each key. */
export async function exportedTexts(root: string): Promise<Readonly<Record<string, string>>> {
	const folder = join(root, "src");
	const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
	const exported = await getL10nJson(
		sources.map((file) => ({ extension: ".ts", contents: readFileSync(join(folder, file), "utf8") })),
	);
	const texts = Object.entries(exported).map(([key, text]) => [key, String(text)] as const);
	const keys = descriptionsIn(planJsonSchema()).map((text) => [text, text] as const);
	return Object.fromEntries([...texts, ...keys]);
}

/** All descriptions in a JSON Schema. */
export function descriptionsIn(node: unknown): ReadonlyArray<string> {
	if (typeof node !== "object" || node === null) {
		return [];
	}
	const { description } = node as { readonly description?: unknown };
	return [
		...(typeof description === "string" ? [description] : []),
		...Object.values(node).flatMap((each) => descriptionsIn(each)),
	];
}

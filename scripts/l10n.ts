// `npm run l10n`: writes the bundle that translators work from.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../test/harness/root.ts";
import { exportedTexts } from "./exportedTexts.ts";

async function writeBundle(root: string): Promise<void> {
	const file = join(root, "l10n", "bundle.l10n.json");
	const texts = await exportedTexts(root);
	// New texts come last, so that the others stay where they are.
	const kept = Object.keys(JSON.parse(readFileSync(file, "utf8"))).filter((key) => Object.hasOwn(texts, key));
	const ordered = Object.fromEntries([...kept, ...Object.keys(texts)].map((key) => [key, texts[key]]));
	writeFileSync(file, `${JSON.stringify(ordered, undefined, "\t")}\n`);
	console.log(`Wrote ${file}`);
}

void writeBundle(projectRoot());

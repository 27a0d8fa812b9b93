import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as l10n from "@vscode/l10n";
import { type ViewId, viewIds } from "../../src/viewmodel/rows/viewOptions.ts";
import { projectRoot } from "../../test/harness/root.ts";
import { readOptions, usage } from "./options.ts";
import { showLine, showPlan } from "./shown.ts";
import { lineText, planText } from "./text.ts";

type Texts = Readonly<Record<string, string>>;

/** The texts of a file in a language, where there are any, over those in English. */
function textsIn(language: string, folder: string, stem: string): Texts {
	const read = (name: string): Texts => {
		const path = join(projectRoot(), folder, name);
		return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Texts) : {};
	};
	const [base] = language.split("-");
	return { ...read(`${stem}.json`), ...read(`${stem}.${base}.json`), ...read(`${stem}.${language}.json`) };
}

function viewTitles(language: string): Readonly<Record<ViewId, string>> {
	const texts = textsIn(language, ".", "package.nls");
	return Object.fromEntries(viewIds.map((id) => [id, texts[`view.${id}`] ?? id])) as Record<ViewId, string>;
}

/**
 * What the command prints, without the last line break.
 *
 * @param from the folder that a relative path begins at
 * @throws UsageError where an option cannot be used, or there is no plan that can be read
 */
export function output(args: ReadonlyArray<string>, from: string): string {
	if (args.includes("--help")) {
		return usage;
	}
	const options = readOptions(args);
	const { log, json, language } = options;
	l10n.config({ contents: { ...textsIn(language, "l10n", "bundle.l10n") } });
	const resolved = { ...options, plan: resolve(from, options.plan) };
	if (log !== undefined) {
		const line = showLine(log, resolved);
		return json ? JSON.stringify(line, undefined, "\t") : lineText(line);
	}
	const plan = showPlan(resolved, viewTitles(language));
	return json ? JSON.stringify(plan, undefined, "\t") : planText(plan);
}

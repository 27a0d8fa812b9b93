import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

type Texts = Readonly<Record<string, string>>;

const read = (path: string): Texts => JSON.parse(readFileSync(path, "utf8"));

/** What has to be the same in every language: placeholders, links, code, and how a command ends. */
function fixed(text: string): ReadonlyArray<string> {
	const parts = [/\{\d\}/g, /\]\((command:[^)]+)\)/g, /#[\w.]+#/g].flatMap((pattern) => text.match(pattern) ?? []);
	return [...new Set(parts), ...(text.endsWith("...") ? ["..."] : [])].sort();
}

/** In these languages the same words may stand in English too. */
const mayStay =
	/^[\W\d]*$|^\{0\} (h|min)$|^\{0\} h \{1\} min$|^\{0\}–\{1\} h$|^\{0\}(m|h|h\{1\})$|^(45m|articles) |^(Roadmap|Link|Text|Phase|phase|Journal|Plan|Signals)$/;

for (const language of ["de", "zh-cn"]) {
	describe(`the translation to ${language}`, () => {
		for (const [english, translated] of [
			["package.nls.json", `package.nls.${language}.json`],
			["l10n/bundle.l10n.json", `l10n/bundle.l10n.${language}.json`],
		] as const) {
			const [from, to] = [read(english), read(translated)];

			it(`has every text of ${english}, and no other`, () => {
				assert.deepEqual(Object.keys(to).sort(), Object.keys(from).sort());
			});

			it(`has the placeholders, links and commands of ${english}`, () => {
				for (const [key, text] of Object.entries(to)) assert.deepEqual(fixed(text), fixed(from[key] ?? ""), key);
			});

			it(`leaves nothing of ${english} in English`, () => {
				const same = Object.entries(to).filter(([key, text]) => text === from[key] && !mayStay.test(text));
				assert.deepEqual(same, []);
			});
		}
	});
}

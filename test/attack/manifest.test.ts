import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const security = readFileSync("SECURITY.md", "utf8");

/** What they decide is only how something looks that is shown anyway. */
const harmless = [
	"waymark.statusBar",
	"waymark.revealInView",
	"waymark.badge",
	"waymark.figuresFirst",
	"waymark.codeLens",
	"waymark.forecasts",
];
/** These no workspace can set, trusted or not. */
const ofPerson = ["machine", "application"];

describe("an untrusted workspace", () => {
	const { restrictedConfigurations, supported } = manifest.capabilities.untrustedWorkspaces;
	const settings: Readonly<Record<string, { readonly scope: string }>> = manifest.contributes.configuration.properties;

	it("sets only settings of appearance", () => {
		// Only where support is limited does VS Code look at the list.
		assert.equal(supported, "limited");
		const others = Object.entries(settings)
			.filter(([name, { scope }]) => !ofPerson.includes(scope) && !harmless.includes(name))
			.map(([name]) => name);
		assert.deepEqual([...restrictedConfigurations].sort(), others.sort());
	});

	it("cannot set what SECURITY.md says it cannot", () => {
		for (const name of restrictedConfigurations as ReadonlyArray<string>) {
			const short = name.replace("waymark.", "").replace(/^nudge\..*/, "nudge.*");
			assert.ok(security.includes(`\`${short}\``), name);
		}
	});
});

describe("the sources", () => {
	it("write files in one module only", () => {
		const writing =
			/\b(?:writeFile|appendFile|createWriteStream|createDirectory|mkdir|rename|copyFile|copy)\(|\bcreateFile\(/;
		const found = readdirSync("src/host", { recursive: true, encoding: "utf8" })
			.filter((file) => file.endsWith(".ts") && !file.startsWith("core/files/"))
			.filter((file) =>
				writing.test(
					readFileSync(join("src/host", file), "utf8").replaceAll("files.replace(", "").replaceAll("files.rename(", ""),
				),
			);
		assert.deepEqual(found, ["core/fileWriter.ts"]);
	});

	it("give each page a policy that covers forms and the base address", () => {
		for (const file of ["src/host/ui/pageHtml.ts", "src/webview/standalonePage.ts"]) {
			const text = readFileSync(file, "utf8");
			for (const rule of ["default-src 'none'", "form-action 'none'", "base-uri 'none'"])
				assert.ok(text.includes(rule), file);
		}
	});
});

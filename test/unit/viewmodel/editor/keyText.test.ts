import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as l10n from "@vscode/l10n";
import { descriptionsIn } from "../../../../scripts/exportedTexts.ts";
import { PlanParser } from "../../../../src/plan/planParser.ts";
import { planJsonSchema } from "../../../../src/plan/schema/planJsonSchema.ts";
import { completionsAt } from "../../../../src/viewmodel/editor/completions.ts";
import { hoverText } from "../../../../src/viewmodel/editor/hoverText.ts";
import { keyText } from "../../../../src/viewmodel/editor/keyText.ts";
import { Formatter } from "../../../../src/viewmodel/text/formatter.ts";
import { day } from "../../progress/progressFixture.ts";
import { openPlan } from "./editorFixture.ts";

const described = new Set(descriptionsIn(planJsonSchema()));
/** Places where keys are completed: with all that each of them takes. */
const places = [
	"|",
	"week: { | }",
	"targets: [{ title: A, | }]",
	"phases: [{ title: A, | }]",
	"tracks: [{ title: A, stages: [{ title: B, | }] }]",
	"commitments: [{ title: A, | }]",
	"checkpoints: [{ title: A, | }]",
	"slips: [{ | }]",
];

function keysAt(marked: string) {
	const source = { parser: new PlanParser(), formatter: new Formatter("en"), today: day("2026-08-01") };
	const offered = completionsAt(marked.replace("|", ""), marked.indexOf("|"), source);
	return offered.filter(({ kind }) => kind === "key");
}

/** The hover of the first key of a plan. */
function hoverOf(text: string) {
	const { root, plan, source } = openPlan(`|${text}`);
	return hoverText(root, plan, 0, source);
}

describe("what the editor says about the keys of the plan", () => {
	afterEach(() => l10n.config({ contents: {} }));

	it("is in English what the JSON Schema says, so that YAML tooling needs no help", () => {
		for (const place of places) {
			const keys = keysAt(place);
			assert.ok(keys.length > 2, place);
			assert.deepEqual(
				keys.filter(({ description }) => !described.has(description ?? "")),
				[],
			);
		}
		assert.equal(hoverOf("start: 2026-01-05")?.isInSchema, true);
	});

	for (const language of ["de", "zh-cn"]) {
		it(`is translated for every key: ${language}`, () => {
			l10n.config({ contents: JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, "utf8")) });
			assert.deepEqual(
				[...described].filter((text) => text === "" || keyText(text) === text),
				[],
			);
			for (const { label, description } of places.flatMap(keysAt)) {
				assert.ok(description && !described.has(description), `${label}: ${description}`);
			}
			const hover = hoverOf("start: 2026-01-05");
			assert.ok(hover && !hover.isInSchema);
			assert.ok(!described.has(hover.parts.map(({ text }) => text).join()));
		});
	}
});

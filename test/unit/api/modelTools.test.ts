import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { forecastsForModel } from "../../../src/api/forecastsForModel.ts";
import { inboxForModel } from "../../../src/api/inboxForModel.ts";
import { modelToolNames } from "../../../src/host/integrations/modelToolNames.ts";
import type { EvidenceProposal } from "../../../src/logging/evidence/evidenceProposals.ts";
import type { Logged } from "../progress/progressFixture.ts";
import { sourceWith } from "../viewmodel/viewSourceFor.ts";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const yaml = `
commitments: [{id: writing, title: Writing, hours: 2}, {id: therapy, title: Therapy, hours: 1, private: true}]
targets:
  2026: [{id: talks, title: Talks, goal: 60}, {id: debt, title: Debt paid, goal: 60, private: true}]
`;
const weekly = (on: string): ReadonlyArray<Logged> =>
	Array.from({ length: 20 }, (_, week) => [
		new Date(Date.UTC(2026, 0, 7 + week * 7)).toISOString().slice(0, 10),
		on,
		{ add: 1 },
	]);

describe("what language models get", function () {
	this.timeout(60_000);
	it("are tools that the manifest declares, and a skill that names each of them", () => {
		const declared = manifest.contributes.languageModelTools.map(({ name }: { readonly name: string }) => name);
		assert.deepEqual(declared, [...modelToolNames]);
		const [{ path }, ...others] = manifest.contributes.chatSkills;
		assert.deepEqual([others, readdirSync("skills")], [[], [basename(dirname(path))]]);
		const skill = readFileSync(path, "utf8");
		assert.match(skill, new RegExp(`^---\\nname: ${basename(dirname(path))}\\ndescription: .{1,1024}\\n---\\n`));
		for (const name of modelToolNames) assert.ok(skill.includes(`\`${name}\``), name);
		assert.match(readFileSync(".vscodeignore", "utf8"), /^!skills\/\*\/SKILL\.md$/m);
	});

	it("are forecasts with chances and rates, without private items", () => {
		const source = sourceWith(yaml, [...weekly("talks"), ...weekly("debt")], "2026-06-01");
		for (const item of source.plan.items) source.snapshot.forecastOf(item);
		const { forecasts, today } = forecastsForModel(source) as {
			readonly forecasts: ReadonlyArray<{ readonly id: string; readonly forecast: Readonly<Record<string, unknown>> }>;
			readonly today: string;
		};
		assert.deepEqual([forecasts.map(({ id }) => id), today], [["talks"], "2026-06-01"]);
		const { state, chance, recentPerWeek, neededPerWeek } = forecasts[0]?.forecast ?? {};
		assert.deepEqual([state, chance, recentPerWeek], ["expected", 0.1, 12 / 13]);
		assert.ok(typeof neededPerWeek === "number" && neededPerWeek > 1);
	});

	it("is nothing of a commit but how much time it may have taken, and for what", () => {
		const commit = {
			hash: "abc123",
			repository: "secret-client",
			authored: 0,
			message: "Fix the leak",
			paths: ["src/key.ts"],
		};
		const sitting = {
			repository: "secret-client",
			commits: [commit, commit],
			minutes: 35,
			begin: 0,
			end: Date.UTC(2026, 5, 1, 9),
		};
		const proposals: ReadonlyArray<EvidenceProposal> = [
			{ ...sitting, on: "writing", why: "rule" },
			sitting,
			{ ...sitting, on: "therapy", why: "before" },
		];
		const { sittings } = inboxForModel(proposals, sourceWith(yaml), 0) as { readonly sittings: unknown };
		const shared = { minutes: 35, end: "2026-06-01T09:00:00.000Z", commits: 2 };
		assert.deepEqual(sittings, [{ ...shared, on: "writing", title: "Writing", why: "rule" }, shared]);
		assert.doesNotMatch(
			JSON.stringify(inboxForModel(proposals, sourceWith(yaml), 1)),
			/secret|abc123|leak|key\.ts|herapy/,
		);
	});
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { aliasesOf } from "../../../../src/journal/ledger/aliases.ts";
import type { Ledger } from "../../../../src/journal/ledger/ledger.ts";
import { readLedger } from "../../../../src/journal/ledger/readLedger.ts";
import { type Commit, commitEvidence, commitKeys } from "../../../../src/logging/evidence/commit.ts";
import { evidenceProposals, ruleTarget } from "../../../../src/logging/evidence/evidenceProposals.ts";
import { meetsRule } from "../../../../src/logging/evidence/evidenceRule.ts";
import { planEditEdits } from "../../../../src/logging/planEdit.ts";
import { parsePlan } from "../../../../src/plan/planParser.ts";
import { applyEdits } from "../../../../src/util/textEdit.ts";
import { runs } from "../../../harness/depth.ts";
import { day, type Logged, ledgerOf, lineOf, planOf } from "../../progress/progressFixture.ts";

const plan = planOf(
	"commitments: [{ id: writing, title: Writing, hours: 3 }, { id: learning, title: Learning, hours: 1 }]",
);
const start = Date.UTC(2026, 5, 1, 9);

function commit(number: number, minutes = number * 500, repository = "app"): Commit {
	return { hash: `h${number}`, repository, authored: start + minutes * 60_000, message: `Change ${number}\n\nMore` };
}

/** An entry that was accepted for these commits. */
function accepted(on: string, commits: ReadonlyArray<Commit>): Logged {
	return ["2026-06-02", on, { minutes: 30, evidence: commits.map(commitEvidence) }];
}

function proposed(
	commits: ReadonlyArray<Commit>,
	logged: ReadonlyArray<Logged> = [],
	ignored: ReadonlyArray<string> = [],
) {
	return proposedWith(commits, ledgerOf(plan, logged), ignored);
}

function proposedWith(commits: ReadonlyArray<Commit>, ledger: Ledger, ignored: ReadonlyArray<string> = []) {
	const source = { plan, ledger, aliases: aliasesOf(plan.byId.values()), today: day("2026-06-10") };
	return evidenceProposals(commits, source, { ignored: new Set(ignored), before: 30 });
}

describe("proposals of evidence", () => {
	it("aren't disturbed by evidence of the wrong kind", () => {
		for (const evidence of [
			5,
			"x",
			{},
			[5],
			[{ commit: 1 }],
			[null],
			[{ commit: "a", links: 5 }],
			[{ commit: "h9", authored: [] }],
		]) {
			for (const value of [{ minutes: 30 }, { set: 1 }]) {
				const line = lineOf(["2026-06-02", "writing", { ...value, evidence }], 1);
				const ledger = readLedger([line]);
				assert.equal(ledger.between().length, 1);
				assert.equal(proposedWith([commit(1)], ledger).length, 1);
			}
		}
	});

	it("count a commit as logged that is the evidence of progress", () => {
		const logged: Logged = ["2026-06-02", "writing", { set: 1, evidence: [commitEvidence(commit(1))] }];
		assert.deepEqual(proposedWith([commit(1)], readLedger([lineOf(logged, 1)])), []);
	});

	it("can get a rule for an item or a commitment that has none", () => {
		const ruled = planOf(
			"commitments: [{ id: a, title: A, hours: 1, evidence: { repo: app }, activities: [{ id: x, title: X }] }, { id: b, title: B, hours: 1 }]",
		);
		assert.deepEqual(
			["a", "b", "x", "gone"].map((id) => ruleTarget(ruled, id)?.id),
			[undefined, "b", undefined, undefined],
		);
		const text = "commitments:\n  - { id: b, title: B, hours: 1 }\n  - title: C\n    hours: 1\n";
		const { plan: parsed } = parsePlan(text);
		const edited = (parsed?.commitments ?? []).map((node) => {
			const edits = planEditEdits(text, { kind: "evidence", node, repository: "my: [odd] repo" });
			return typeof edits === "string" ? edits : parsePlan(applyEdits(text, edits)).plan?.byId.get(node.id);
		});
		assert.deepEqual(
			edited.map((node) => (typeof node === "object" && "evidence" in node ? node.evidence : node)),
			[{ repo: "my: [odd] repo" }, { repo: "my: [odd] repo" }],
		);
	});

	it("have edits without a commit as well, unless they were committed", () => {
		const end = start + 90 * 60_000;
		const edits = [{ repository: "app", commits: [], files: ["docs/talk.md"], minutes: 80, begin: start, end }];
		const ruled = planOf("commitments: [{ id: docs, title: D, hours: 1, evidence: { path: docs/** } }]");
		const aliases = aliasesOf(ruled.byId.values());
		const source = { plan: ruled, ledger: ledgerOf(ruled, []), aliases, today: day("2026-06-10") };
		const made = (commits: ReadonlyArray<Commit>) =>
			evidenceProposals(commits, source, { ignored: new Set(), before: 30, edits }).map(({ on, files, minutes }) => [
				on,
				files?.length,
				minutes,
			]);
		assert.deepEqual(made([]), [["docs", 1, 80]]);
		assert.deepEqual(made([commit(1, 95)]), [[undefined, undefined, 30]]);
		assert.equal(made([commit(1, 95, "other")]).length, 2);
	});

	it("are what was neither logged nor ignored", () => {
		const commits = [commit(1), commit(2), commit(3)];
		const ignored = commitKeys(commitEvidence(commit(2)));
		const hashes = proposed(commits, [accepted("writing", [commit(1)])], ignored).map(
			({ commits: [only] }) => only?.hash,
		);
		assert.deepEqual(hashes, ["h3"]);
	});

	it("name what commits of the repository were logged on last, and say so", () => {
		const logged = [accepted("writing", [commit(1)]), accepted("learning", [commit(2)]), accepted("gone", [commit(4)])];
		const [proposal] = proposed([commit(3), commit(5, 1, "other")], logged);
		assert.deepEqual([proposal?.on, proposal?.why], ["learning", "before"]);
		assert.equal(proposed([commit(5, 1, "other")], logged)[0]?.on, undefined);
	});

	it("take a cherry-picked commit for the one that it was picked from", () => {
		const picked = { ...commit(1), hash: "picked", repository: "fork" };
		assert.equal(proposed([commit(1), picked]).length, 1);
		assert.equal(proposed([picked], [accepted("writing", [commit(1)])]).length, 0);
	});

	it("come back when their entry is removed", () => {
		const logged = lineOf(accepted("writing", [commit(1)]), 1);
		const removal = JSON.stringify({ id: "2", at: "2026-06-03", type: "void", entry: "000001" });
		const found = (lines: ReadonlyArray<string>) => proposedWith([commit(1)], readLedger([lines.join("\n")])).length;
		assert.deepEqual([found([logged]), found([logged, removal])], [0, 1]);
	});

	it("follow the rules of the plan before what was logged", () => {
		const ruled = planOf(`commitments: [{ id: writing, title: W, hours: 1, evidence: { message: change } }]
targets: {year 1: [{ id: talk, title: T, evidence: { repo: app, message: change 2 } }]}`);
		const logged = [accepted("writing", [commit(9)])];
		const source = {
			plan: ruled,
			ledger: ledgerOf(ruled, logged),
			aliases: aliasesOf(ruled.byId.values()),
			today: day("2026-06-10"),
		};
		const made = evidenceProposals([commit(1), commit(2)], source, { ignored: new Set(), before: 30 });
		assert.deepEqual(
			made.map(({ on, why }) => `${on} ${why}`),
			["talk rule", "writing rule"],
		);
	});

	it("never propose again what was accepted or ignored, however the history is rewritten", () => {
		const step = fc.record({
			act: fc.constantFrom("commit", "amend", "pick", "rebase", "accept", "ignore"),
			at: fc.nat(1000),
		});
		const property = fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
			let history: ReadonlyArray<Commit> = [];
			const logged: Array<Logged> = [];
			const ignored: Array<string> = [];
			const settled = new Set<number>();
			let made = 0;
			for (const { act, at } of steps) {
				const before = proposed(history, logged, ignored);
				for (const { commits } of before) {
					for (const { authored } of commits) assert.equal(settled.has(authored), false);
				}
				const one = history[at % Math.max(1, history.length)];
				const proposal = before[at % Math.max(1, before.length)];
				if (act === "commit") {
					made++;
					history = [...history, commit(made, made * 50 + (at % 40))];
				} else if (act === "amend" && one) {
					history = history.map((each) => (each === one ? { ...one, hash: `${one.hash}a`, message: "Amended" } : each));
				} else if (act === "rebase") {
					const from = at % Math.max(1, history.length);
					history = history.map((each, index) => (index < from ? each : { ...each, hash: `${each.hash}r` }));
				} else if (act === "pick" && one) {
					history = [...history, { ...one, hash: `${one.hash}p`, repository: "fork" }];
				} else if (proposal && (act === "accept" || act === "ignore")) {
					const { commits } = proposal;
					if (act === "accept") logged.push(accepted("writing", commits));
					else ignored.push(...commits.flatMap((each) => commitKeys(commitEvidence(each))));
					for (const { authored } of commits) settled.add(authored);
				}
			}
		});
		fc.assert(property, { numRuns: runs(10_000) });
	});
});

describe("a rule for evidence", () => {
	const changed: Commit = {
		...commit(1),
		repository: "mlops-infra",
		paths: ["infra/main.tf"],
		message: "Add a Talk\n\nfix",
	};
	for (const [rule, expected] of [
		[{ repo: "mlops-*" }, true],
		[{ repo: "other" }, false],
		[{ path: "infra/**" }, true],
		[{ path: "docs/**" }, false],
		[{ message: "article | talk" }, true],
		[{ message: "fix" }, false],
		[{ message: " | " }, false],
		[{ repo: "mlops-*", message: "article" }, false],
		[{}, false],
	] as const) {
		it(`${JSON.stringify(rule)} is ${expected ? "met" : "not met"}`, () => {
			assert.equal(meetsRule(rule, changed), expected);
		});
	}
});

import type { Aliases } from "../../journal/ledger/aliases.ts";
import type { Ledger } from "../../journal/ledger/ledger.ts";
import type { Commitment, EvidenceRule, Item, Plan } from "../../plan/plan.ts";
import type { Day } from "../../time/day.ts";
import { type Commit, type CommitEvidence, commitEvidence, commitKeys } from "./commit.ts";
import { meetsRule } from "./evidenceRule.ts";
import { type Sitting, sittingsOf } from "./sittings.ts";

/** A sitting that could be logged. */
export interface EvidenceProposal extends Sitting {
	/** The ID of the item or commitment that it seems to be about; undefined if nothing says so. */
	readonly on?: string;
	/** Why: a rule of the plan, or because commits of this repository were logged on it before. */
	readonly why?: "rule" | "before";
}

/** What proposals are made of. */
export interface EvidenceSource {
	readonly plan: Plan;
	readonly ledger: Ledger;
	readonly aliases: Aliases;
	readonly today: Day;
}

/** How proposals are made. */
export interface EvidenceOptions {
	/** Commits that were ignored, by their keys. */
	readonly ignored: ReadonlySet<string>;
	/** Minutes that are added before the first commit, see {@link sittingsOf}. */
	readonly before: number;
	/** Sittings of edits without a commit. */
	readonly edits?: ReadonlyArray<Sitting>;
}

/** How long after the last edit a commit is still of the same work, in ms. */
const committedWithin = 2 * 3_600_000;

/** The sittings of commits that were neither logged nor ignored, and of edits that weren't committed; the newest first. */
export function evidenceProposals(
	commits: ReadonlyArray<Commit>,
	source: EvidenceSource,
	{ ignored, before, edits = [] }: EvidenceOptions,
): ReadonlyArray<EvidenceProposal> {
	const entries = evidenceEntries(source);
	const logged = new Set(entries.flatMap(({ evidence }) => evidence.flatMap(commitKeys)));
	const met = new Set<string>();
	const open = commits.filter((commit) => {
		const keys = commitKeys(commitEvidence(commit));
		// A cherry-picked commit is the same work as the one it was picked from.
		const isNew = keys.every((key) => !logged.has(key) && !ignored.has(key) && !met.has(key));
		for (const key of keys) met.add(key);
		return isNew;
	});
	const lastUses = lastTargets(entries, source);
	const rules = evidenceRules(source.plan);
	const uncommitted = edits.filter(
		({ repository, begin, end }) =>
			!commits.some(
				(each) => each.repository === repository && each.authored > begin && each.authored <= end + committedWithin,
			),
	);
	const sittings = [...sittingsOf(open, before), ...uncommitted].sort((a, b) => b.end - a.end);
	return sittings.map((sitting): EvidenceProposal => {
		const rule = rules.find((each) => evidenceOf(sitting).some((commit) => meetsRule(each.rule, commit)));
		if (rule) return { ...sitting, on: rule.id, why: "rule" };
		const on = lastUses.get(sitting.repository);
		return on === undefined ? sitting : { ...sitting, on, why: "before" };
	});
}

/** The rules of a plan, in the order of the file: commitments last, because items are more specific. */
export function evidenceRules({
	items,
	commitments,
}: Plan): ReadonlyArray<{ readonly id: string; readonly rule: EvidenceRule }> {
	return [...items, ...commitments].flatMap(({ id, evidence }) =>
		evidence === undefined ? [] : [{ id, rule: evidence }],
	);
}

/** What the rules look at: the commits, or what a commit of the edits would be. */
function evidenceOf({ commits, files, repository, end }: Sitting): ReadonlyArray<Commit> {
	return files ? [{ hash: "", message: "", repository, authored: end, paths: files }] : commits;
}

/**
 * The item or commitment to which a rule for a repository can be added, so that its commits are always proposed for it; undefined if it
 * has a rule already, or can't have one.
 */
export function ruleTarget({ items, commitments }: Plan, id: string | undefined): Item | Commitment | undefined {
	const target = items.find((each) => each.id === id) ?? commitments.find((each) => each.id === id);
	return target?.evidence ? undefined : target;
}

interface EvidenceEntry {
	readonly on: string;
	readonly evidence: ReadonlyArray<CommitEvidence>;
}

/** What commits of each repository were logged on last. */
function lastTargets(
	entries: ReadonlyArray<EvidenceEntry>,
	{ plan, aliases }: EvidenceSource,
): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const { on, evidence } of entries) {
		const id = aliases.idOf(on);
		const repository = evidence[0]?.repository;
		if (id !== undefined && plan.byId.has(id) && repository !== undefined) found.set(repository, id);
	}
	return found;
}

/** The entries of the last year with commits, in the order of their days; entries that were removed don't count. */
function evidenceEntries({ ledger, today }: EvidenceSource): ReadonlyArray<EvidenceEntry> {
	return ledger
		.between({ start: today - 365 })
		.flatMap(({ entry }) =>
			(entry.type === "time" || entry.type === "progress") && entry.evidence
				? [{ on: entry.on, evidence: entry.evidence }]
				: [],
		);
}

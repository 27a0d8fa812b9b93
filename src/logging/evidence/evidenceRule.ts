import type { EvidenceRule } from "../../plan/plan.ts";
import { globMatch } from "../../util/globMatch.ts";
import { type Commit, commitSubject } from "./commit.ts";

/** Whether a commit meets a rule; not if the rule is empty, or asks for paths that weren't read. */
export function meetsRule(rule: EvidenceRule, commit: Commit): boolean {
	const { repo, path, message } = rule;
	const subject = commitSubject(commit).toLowerCase();
	return (
		(repo !== undefined || path !== undefined || message !== undefined) &&
		(repo === undefined || globMatch(repo, commit.repository)) &&
		(path === undefined || (commit.paths ?? []).some((each) => globMatch(path, each))) &&
		(message === undefined || alternatives(message).some((text) => subject.includes(text)))
	);
}

function alternatives(message: string): ReadonlyArray<string> {
	return message
		.toLowerCase()
		.split("|")
		.map((text) => text.trim())
		.filter((text) => text !== "");
}

import * as l10n from "@vscode/l10n";
import { commitSubject } from "../../logging/evidence/commit.ts";
import type { EvidenceProposal } from "../../logging/evidence/evidenceProposals.ts";
import { plural } from "../../util/plural.ts";
import { sanitizeLine, sanitizeText } from "../../util/sanitizeText.ts";
import { targetTitle } from "../text/changeText.ts";
import type { Formatter } from "../text/formatter.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** The most characters of a note that is proposed. */
const longestNote = 200;
/** The most files that are named. */
const mostNames = 5;

/** The note that is proposed for a sitting: the first lines of its messages, or the names of its files, shortened. */
export function evidenceNote({ commits, files = [] }: Pick<EvidenceProposal, "commits" | "files">): string {
	const subjects = commits.map((commit) => sanitizeLine(commitSubject(commit)).trim());
	const names = files.map((file) => sanitizeLine(file.split("/").at(-1) ?? "").trim());
	const parts = [...new Set(subjects)].filter((subject) => subject !== "");
	const text = parts.length > 0 ? parts.join("; ") : [...new Set(names)].slice(0, mostNames).join(", ");
	const short = text.length <= longestNote ? text : `${text.slice(0, longestNote - 1)}…`;
	// Half of a character, where it was cut or came so.
	return short.replace(/\p{Cs}/gu, "");
}

/** "about 1 h 30 min · mlops-infra" */
export function sittingText({ minutes, repository }: EvidenceProposal, formatter: Formatter): string {
	return l10n.t("about {0} · {1}", formatter.minutes(minutes), formatter.plain(sanitizeText(repository)));
}

/** "2 commits, Today", with what the sitting seems to be about and why. */
export function proposalText(proposal: EvidenceProposal, source: ViewSource): string {
	const { commits, files, on, why } = proposal;
	const count = files ? l10n.t("edits without a commit") : commitCountText(commits.length);
	if (on === undefined) return count;
	const title = targetTitle(source, on);
	const reason = why === "rule" ? l10n.t("by a rule of the plan") : l10n.t("as before");
	return `${count} → ${title} (${reason})`;
}

/** "1 commit" */
export function commitCountText(count: number): string {
	return plural(count, l10n.t("1 commit"), l10n.t("{0} commits", count));
}

import * as l10n from "@vscode/l10n";
import type { EvidenceProposal } from "../../logging/evidence/evidenceProposals.ts";
import { plural } from "../../util/plural.ts";
import type { Row } from "../rows/row.ts";
import type { Formatter } from "../text/formatter.ts";

/** The row of This Week that says how many commits could count, or how many minutes of edits; none if there are none. */
export function evidenceRow(proposals: ReadonlyArray<EvidenceProposal>, formatter: Formatter): ReadonlyArray<Row> {
	if (proposals.length === 0) return [];
	const count = proposals.reduce((sum, { commits }) => sum + commits.length, 0);
	const minutes = proposals.reduce((sum, each) => sum + each.minutes, 0);
	const label =
		count > 0
			? plural(count, l10n.t("1 commit could count"), l10n.t("{0} commits could count", count))
			: l10n.t("{0} of edits could count", formatter.minutes(minutes));
	const description = l10n.t("Review");
	return [
		{
			id: "week:evidence",
			label,
			description,
			accessibleName: `${label}: ${description}`,
			icon: "git-commit",
			command: { id: "waymark.reviewEvidence", args: [] },
		},
	];
}

import * as l10n from "@vscode/l10n";
import type { EvidenceProposal } from "../../logging/evidence/evidenceProposals.ts";
import { plural } from "../../util/plural.ts";
import type { Row } from "../rows/row.ts";

/** The row of This Week that says how many commits could count; none if there are none. */
export function evidenceRow(proposals: ReadonlyArray<EvidenceProposal>): ReadonlyArray<Row> {
	const count = proposals.reduce((sum, { commits }) => sum + commits.length, 0);
	if (count === 0) return [];
	const label = plural(count, l10n.t("1 commit could count"), l10n.t("{0} commits could count", count));
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

import * as vscode from "vscode";
import { commitEvidence, commitKeys } from "../../../logging/evidence/commit.ts";
import type { EvidenceProposal } from "../../../logging/evidence/evidenceProposals.ts";
import { logItemEntries } from "../../../logging/logItemEntries.ts";
import type { LogItem } from "../../../logging/logReading.ts";
import { formatDay } from "../../../time/day.ts";
import { dayOfMoment, formatMoment } from "../../../time/moment.ts";
import { evidenceNote, proposalText, sittingText } from "../../../viewmodel/evidence/evidenceText.ts";
import { logItemText } from "../../../viewmodel/text/logText.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import type { PlanSession } from "../../session/planSession.ts";
import { pickStep } from "../../ui/quickInput.ts";
import { logWizard } from "../prompts/logWizard.ts";
import { pickTarget } from "../prompts/pickTarget.ts";
import { saveNewEntries } from "../saveNewEntries.ts";

interface SittingItem extends vscode.QuickPickItem {
	readonly proposal?: EvidenceProposal;
}

interface ActionItem extends vscode.QuickPickItem {
	readonly action: "accept" | "other" | "edit" | "ignore";
}

/** What the actions on a sitting need. */
interface SittingContext {
	readonly session: PlanSession;
	readonly source: ViewSource;
}

/** Lists the sittings; undefined if canceled, "repositories" to choose other repositories. */
export async function pickSitting(
	proposals: ReadonlyArray<EvidenceProposal>,
	source: ViewSource,
	timeZone: string,
): Promise<EvidenceProposal | "repositories" | undefined> {
	const { formatter, today, plan } = source;
	const items = proposals.map((proposal): SittingItem => {
		const day = dayOfMoment(formatMoment(proposal.end, timeZone), plan.week.dayEnds);
		return {
			proposal,
			label: `$(git-commit) ${sittingText(proposal, formatter)}`,
			description: `${formatter.dayName(day, today)} · ${proposalText(proposal, source)}`,
			detail: formatter.plain(evidenceNote(proposal)),
		};
	});
	const none = vscode.l10n.t("All of your commits of the last two weeks are logged or ignored");
	const picked = await pickStep<SittingItem>({
		title: vscode.l10n.t("Review Evidence"),
		placeholder:
			items.length === 0 ? none : vscode.l10n.t("Commits that could count. Nothing is logged until you accept it"),
		items: [...items, { label: `$(gear) ${vscode.l10n.t("Choose repositories...")}` }],
	});
	return picked && (picked.proposal ?? "repositories");
}

/** Prompts for what to do with a sitting, and does it. */
export async function promptSitting(proposal: EvidenceProposal, context: SittingContext): Promise<void> {
	const { source, session } = context;
	const { on } = proposal;
	const note = evidenceNote(proposal);
	const at = formatMoment(Math.min(proposal.end, session.clock.now()), session.clock.timeZone());
	const day = dayOfMoment(at, source.plan.week.dayEnds);
	const logged = { minutes: proposal.minutes, day, ...(note === "" ? {} : { note }) };
	const accept: ReadonlyArray<ActionItem> =
		on === undefined ? [] : [{ action: "accept", label: `$(check) ${logItemText({ on, ...logged }, source)}` }];
	const picked = await pickStep<ActionItem>({
		title: sittingText(proposal, source.formatter),
		placeholder: vscode.l10n.t("What should become of it?"),
		items: [
			...accept,
			{ action: "other", label: `$(list-unordered) ${vscode.l10n.t("Log it on something else...")}` },
			{ action: "edit", label: `$(edit) ${vscode.l10n.t("Change the length, the day, or the note...")}` },
			{ action: "ignore", label: `$(circle-slash) ${vscode.l10n.t("Ignore")}` },
		],
		back: true,
	});
	if (picked === undefined || picked === "back") return;
	switch (picked.action) {
		case "accept":
			await save({ on: on ?? "", ...logged }, at, proposal, context);
			return;
		case "other": {
			const other = await pickTarget(source.plan, source.formatter, {
				title: sittingText(proposal, source.formatter),
				placeholder: vscode.l10n.t("What it was"),
				active: on,
			});
			if (other !== undefined && other !== "back") await save({ on: other, ...logged }, at, proposal, context);
			return;
		}
		case "edit": {
			const draft = await session.promptDraft(`evidence ${proposal.commits[0]?.hash ?? ""}`);
			const options = { title: vscode.l10n.t("Log Time"), first: "time", on, clock: session.clock, draft } as const;
			const [edited] = (await logWizard(source, options, { ...(on === undefined ? {} : { on }), ...logged })) ?? [];
			if (edited && (await save(edited, edited.day === day ? at : formatDay(edited.day), proposal, context)))
				draft.clear();
			return;
		}
		case "ignore":
			await session.inbox.ignore(proposal.commits.flatMap((commit) => commitKeys(commitEvidence(commit))));
	}
}

async function save(
	logged: LogItem,
	at: string,
	{ commits }: EvidenceProposal,
	{ session, source }: SittingContext,
): Promise<boolean> {
	const drafts = logItemEntries(source.plan, logged, at).map((draft) =>
		draft.type === "time" ? { ...draft, evidence: commits.map(commitEvidence) } : draft,
	);
	return saveNewEntries(session, source.plan, drafts);
}

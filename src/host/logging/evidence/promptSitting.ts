import * as vscode from "vscode";
import { commitEvidence, commitKeys } from "../../../logging/evidence/commit.ts";
import { type EvidenceProposal, ruleTarget } from "../../../logging/evidence/evidenceProposals.ts";
import { logItemEntries } from "../../../logging/logItemEntries.ts";
import type { LogItem } from "../../../logging/logReading.ts";
import { formatDay } from "../../../time/day.ts";
import { dayOfMoment, formatMoment } from "../../../time/moment.ts";
import { evidenceNote, proposalText, sittingText } from "../../../viewmodel/evidence/evidenceText.ts";
import { targetTitle } from "../../../viewmodel/text/changeText.ts";
import { logItemText } from "../../../viewmodel/text/logText.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import type { PlanSession } from "../../session/planSession.ts";
import { pickStep } from "../../ui/quickInput.ts";
import { applyPlanEdit } from "../planEdit/applyPlanEdit.ts";
import { logWizard } from "../prompts/logWizard.ts";
import { pickTarget } from "../prompts/pickTarget.ts";
import { saveNewEntries } from "../saveNewEntries.ts";

interface SittingItem extends vscode.QuickPickItem {
	readonly proposal?: EvidenceProposal;
}

interface ActionItem extends vscode.QuickPickItem {
	readonly action: "accept" | "always" | "changeRule" | "other" | "edit" | "progress" | "ignore";
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
	{ clock, inbox }: PlanSession,
): Promise<EvidenceProposal | "repositories" | undefined> {
	const { formatter, today, plan } = source;
	const items = proposals.map((proposal): SittingItem => {
		const day = dayOfMoment(formatMoment(proposal.end, clock.timeZone()), plan.week.dayEnds);
		return {
			proposal,
			label: `$(${proposal.files ? "edit" : "git-commit"}) ${sittingText(proposal, formatter)}`,
			description: `${formatter.dayName(day, today)} · ${proposalText(proposal, source)}`,
			detail: formatter.plain(evidenceNote(proposal)),
		};
	});
	const none =
		inbox.unread() > 0
			? vscode.l10n.t("Not every repository could be read. All other commits of yours are logged or ignored")
			: vscode.l10n.t("All of your commits of the last two weeks are logged or ignored");
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
			...alwaysItems(proposal, source),
			{ action: "other", label: `$(list-unordered) ${vscode.l10n.t("Log it on something else...")}` },
			{ action: "edit", label: `$(edit) ${vscode.l10n.t("Change the length, the day, or the note...")}` },
			{ action: "progress", label: `$(graph-line) ${vscode.l10n.t("Log progress instead of time...")}` },
			{ action: "ignore", label: `$(circle-slash) ${vscode.l10n.t("Ignore")}` },
		],
		back: true,
	});
	if (picked === undefined || picked === "back") return;
	switch (picked.action) {
		case "accept":
			await save({ on: on ?? "", ...logged }, at, proposal, context);
			return;
		case "always":
			if (await save({ on: on ?? "", ...logged }, at, proposal, context)) await addRule(on, proposal, context);
			return;
		case "other":
			await logOnOther(proposal, logged, at, context);
			return;
		case "edit":
			await editAndLog(proposal, logged, at, context);
			return;
		case "progress": {
			const { minutes: _, ...progress } = logged;
			await editAndLog(proposal, progress, at, context);
			return;
		}
		case "ignore":
			session.inbox.forget(proposal);
			await session.inbox.ignore(proposal.commits.flatMap((commit) => commitKeys(commitEvidence(commit))));
	}
}

/** Prompts for each part of the entry, time or progress, and logs it. */
async function editAndLog(
	proposal: EvidenceProposal,
	logged: Omit<LogItem, "on">,
	at: string,
	context: SittingContext,
): Promise<void> {
	const { source, session } = context;
	const { commits, begin } = proposal;
	const isTime = logged.minutes !== undefined;
	// Most commitments only take time.
	const on = isTime || source.plan.items.some(({ id }) => id === proposal.on) ? proposal.on : undefined;
	const draft = await session.promptDraft(`evidence ${isTime ? "" : "progress "}${commits[0]?.hash ?? begin}`);
	const title = isTime ? vscode.l10n.t("Log Time") : vscode.l10n.t("Log Progress");
	const options = { title, first: isTime ? "time" : "progress", on, clock: session.clock, draft } as const;
	const [edited] = (await logWizard(source, options, { ...(on === undefined ? {} : { on }), ...logged })) ?? [];
	const isSaved =
		edited && (await save(edited, edited.day === logged.day ? at : formatDay(edited.day), proposal, context));
	if (isSaved) draft.clear();
}

/** Logs a sitting on something else, once or from now on. */
async function logOnOther(
	proposal: EvidenceProposal,
	logged: Omit<LogItem, "on">,
	at: string,
	context: SittingContext,
): Promise<void> {
	const { source } = context;
	const title = sittingText(proposal, source.formatter);
	const placeholder = vscode.l10n.t("What it was");
	const on = await pickTarget(source.plan, source.formatter, { title, placeholder, active: proposal.on });
	if (on === undefined || on === "back") return;
	const always =
		proposal.why === "rule" ? [changeRuleItem(proposal.on, source)] : alwaysItems({ ...proposal, on }, source);
	const once: ActionItem = { action: "accept", label: `$(check) ${vscode.l10n.t("Only this time")}` };
	const chosen =
		always.length === 0
			? once
			: await pickStep<ActionItem>({ title, placeholder: targetTitle(source, on), items: [once, ...always] });
	if (!chosen || !(await save({ on, ...logged }, at, proposal, context))) return;
	if (chosen.action === "always") await addRule(on, proposal, context);
	if (chosen.action === "changeRule") {
		await vscode.commands.executeCommand("waymark.openPlan", source.plan.byId.get(proposal.on ?? ""));
	}
}

/** The action that also goes to a rule whose guess was wrong. */
function changeRuleItem(on: string | undefined, source: ViewSource): ActionItem {
	return {
		action: "changeRule",
		label: `$(go-to-file) ${vscode.l10n.t("Then change the evidence rule in the plan")}`,
		description: targetTitle(source, on ?? ""),
	};
}

/** The action that also adds a rule to the plan; none if it has one, or another rule would count before it. */
function alwaysItems({ on, why, repository }: EvidenceProposal, source: ViewSource): ReadonlyArray<ActionItem> {
	if (why === "rule" || !ruleTarget(source.plan, on)) return [];
	return [
		{
			action: "always",
			label: `$(pinned) ${vscode.l10n.t("Always, for {0}", source.formatter.plain(repository))}`,
			description: vscode.l10n.t("adds an evidence rule to the plan"),
		},
	];
}

async function addRule(
	on: string | undefined,
	{ repository }: EvidenceProposal,
	{ session }: SittingContext,
): Promise<void> {
	// After logging, the plan may have been read again.
	const source = await session.source();
	const node = source && ruleTarget(source.plan, on);
	if (source && node) await applyPlanEdit(session, source, { kind: "evidence", node, repository });
}

async function save(
	logged: LogItem,
	at: string,
	proposal: EvidenceProposal,
	{ session, source }: SittingContext,
): Promise<boolean> {
	const drafts = logItemEntries(source.plan, logged, at).map((draft) =>
		(draft.type === "time" || draft.type === "progress") && proposal.commits.length > 0
			? { ...draft, evidence: proposal.commits.map(commitEvidence) }
			: draft,
	);
	const isSaved = await saveNewEntries(session, source.plan, drafts);
	if (isSaved) session.inbox.forget(proposal);
	return isSaved;
}

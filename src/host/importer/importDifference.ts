import * as vscode from "vscode";
import type { Proposal } from "../../importer/markdown/proposal.ts";
import { mergeProposal } from "../../importer/mergeProposal.ts";
import type { MergeStep } from "../../importer/planDifference.ts";
import type { NewEntry } from "../../journal/newEntry.ts";
import type { Plan } from "../../plan/plan.ts";
import { parsePlan } from "../../plan/planParser.ts";
import { plural } from "../../util/plural.ts";
import type { Formatter } from "../../viewmodel/text/formatter.ts";
import { detach } from "../core/detach.ts";
import { fileName } from "../core/planFileName.ts";
import { showPlanDiff } from "../logging/backOnTrack/planDiff.ts";
import { changePlan, planTextToChange } from "../logging/changePlan.ts";
import { offerUndo } from "../logging/offerUndo.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import type { PlanSession } from "../session/planSession.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";
import { pickStep } from "../ui/quickInput.ts";
import { openComparison } from "./importDocuments.ts";
import { ImportedProposals } from "./importedProposals.ts";
import type { ImportSource } from "./importSource.ts";

/** An import into a folder that has a plan. */
export interface DifferenceContext {
	/** The plan that is there. */
	readonly there: vscode.Uri;
	readonly source: ImportSource;
	readonly proposal: Proposal;
	readonly report: string;
}

/**
 * Proposes what a source has and the plan hasn't, and what the source changed since it was imported last. What was edited or
 * removed in the plan since stays. One undo reverts it.
 */
export async function proposeDifference(command: CommandContext, context: DifferenceContext): Promise<void> {
	const { there, source, proposal, report } = context;
	const session = await command.roadmap.current();
	if (session?.planUri.toString() !== there.toString()) {
		// Only the current plan is changed from here.
		await openComparison(there, proposal.text, report);
		return;
	}
	const plan = await planTextToChange(session);
	if (plan === undefined) {
		return;
	}
	const { removeProvenance } = await command.loadImporter();
	const proposed = removeProvenance(proposal.text, source.name);
	const remembered = new ImportedProposals(command.context.globalStorageUri, there, source.name);
	const last = await remembered.last();
	const before = last === undefined ? undefined : removeProvenance(last, source.name);
	const merged = mergeProposal({ plan, proposed, before });
	if (merged.made.length === 0 && merged.refused.length === 0) {
		tellNothingNew(source);
	} else if (merged.made.length === 0) {
		await openComparison(there, proposal.text, report);
	} else if (await acceptsDifference(session, source, merged)) {
		const swap = { before: plan, after: merged.text };
		if (await changePlan(session, swap, entriesOf(merged.made, merged.text))) {
			await remembered.remember(proposal.text);
			offerUndo(vscode.l10n.t("Imported: {0}", changesText(merged.made.length)));
		}
	}
}

/** Shows the difference in the diff editor and as a list. */
async function acceptsDifference(
	session: PlanSession,
	{ name }: ImportSource,
	{ text, made, refused }: { readonly text: string } & Readonly<Record<"made" | "refused", ReadonlyArray<MergeStep>>>,
): Promise<boolean> {
	const { formatter, planUri } = session;
	const title = vscode.l10n.t("Import Roadmap");
	const diff = formatter.discreet
		? undefined
		: await showPlanDiff(planUri, text, vscode.l10n.t("{0}: Import of {1}", fileName(planUri), name));
	const items = [
		{ label: `$(check) ${vscode.l10n.t("Apply to the plan")}`, description: changesText(made.length) },
		...made.map((step) => itemOf(step, formatter)),
		...refused.map((step) => ({
			label: `$(circle-slash) ${formatter.plain(step.title)}`,
			detail: vscode.l10n.t("Can't be applied automatically. Edit the plan manually."),
		})),
	];
	const placeholder = vscode.l10n.t(
		"What {0} adds or changes. Press Enter to change the plan or Escape to cancel",
		name,
	);
	try {
		return (await pickStep<vscode.QuickPickItem>({ title, placeholder, items, keepOpen: true })) !== undefined;
	} finally {
		diff?.dispose();
	}
}

function itemOf(step: MergeStep, formatter: Formatter): vscode.QuickPickItem {
	const title = formatter.plain(step.title);
	return step.kind === "add"
		? { label: `$(add) ${title}` }
		: { label: `$(edit) ${title}`, description: formatter.plain(`${step.key}: ${step.was} → ${step.value}`) };
}

function changesText(count: number): string {
	return plural(count, vscode.l10n.t("1 change of the plan"), vscode.l10n.t("{0} changes of the plan", count));
}

function entriesOf(steps: ReadonlyArray<MergeStep>, text: string): ReadonlyArray<NewEntry> {
	const { plan } = parsePlan(text);
	return steps.map((step): NewEntry => {
		const target = plan && idOf(plan, step.title);
		const fields = step.kind === "add" ? { field: "added", was: null, now: step.title } : changeOf(step);
		return { type: "plan", ...(target === undefined ? {} : { on: target }), name: step.title, ...fields };
	});
}

function changeOf({ key, was, value }: Extract<MergeStep, { readonly kind: "set" }>) {
	return { field: key, was, now: value };
}

function idOf({ byId }: Plan, title: string): string | undefined {
	return [...byId.values()].find((node) => node.title === title)?.id;
}

function tellNothingNew({ name }: ImportSource): void {
	const message = vscode.l10n.t("The plan already has everything that {0} would add.", escapeLabel(name));
	detach(vscode.window.showInformationMessage(message));
}

import * as vscode from "vscode";
import { detach } from "../core/detach.ts";
import { planIn } from "../core/planFileName.ts";
import { acceptImport, askToAccept } from "../importer/acceptImport.ts";
import { proposeDifference } from "../importer/importDifference.ts";
import { type ImportDocuments, openImport } from "../importer/importDocuments.ts";
import { ImportedProposals } from "../importer/importedProposals.ts";
import { askQuestions } from "../importer/importQuestions.ts";
import { importReport } from "../importer/importReport.ts";
import { type ImportSource, importSource, type SourceKind } from "../importer/importSource.ts";
import { roadmapProposer } from "../importer/roadmapProposer.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";
import { chooseFolder, isEmptyPlan } from "./createRoadmap.ts";

/**
 * Proposes a plan for a Markdown text: a file, the selection, or the clipboard. Nothing is written before the user
 * accepts it, and an existing plan is only compared with it.
 *
 * @param given the URI of a Markdown file, from a menu or a code action
 */
export async function importRoadmap(command: CommandContext, given?: unknown): Promise<void> {
	const source = await importSource(given, markdownSource());
	const folder = source && (await chooseFolder());
	if (!source || !folder) {
		return;
	}
	const importer = await command.loadImporter();
	const propose = await roadmapProposer(importer, source);
	if (!(await propose({})).isRoadmap) {
		tellNoRoadmap(source);
		return;
	}
	const answers = await askQuestions(async (given) => (await propose(given)).questions);
	if (!answers) {
		return;
	}
	const proposal = await propose(answers);
	const report = importReport(source, proposal);
	const there = await planIn(folder.uri);
	if (there && !(await isEmptyPlan(there))) {
		await proposeDifference(command, { there, source, proposal, report });
		return;
	}
	const documents = await openImport(folder.uri, proposal.text, report);
	const statuses = answers.logsStatuses ? proposal.statuses : [];
	const finish = (keeps: boolean) => (text: string) => (keeps ? text : importer.removeProvenance(text, source.name));
	await decide(documents, async (keeps) => {
		const plan = await acceptImport(command, { folder: folder.uri, documents }, statuses, finish(keeps));
		await new ImportedProposals(command.context.globalStorageUri, plan, source.name).remember(proposal.text);
	});
}

function markdownSource(): SourceKind {
	return {
		title: vscode.l10n.t("Import Roadmap"),
		fileLabel: vscode.l10n.t("Markdown file..."),
		filters: { Markdown: ["md", "markdown", "txt"], CSV: ["csv", "tsv"] },
		offers: ({ languageId }) => ["markdown", "plaintext", "csv", "tsv"].includes(languageId),
		mostLength: 4 * 1024 * 1024,
	};
}

/** Asks until the proposal is accepted or closed. */
async function decide(documents: ImportDocuments, accept: (keepsComments: boolean) => Promise<void>): Promise<void> {
	const decision = await askToAccept();
	if (decision !== undefined) {
		await accept(decision === "with-comments");
		return;
	}
	const finish = vscode.l10n.t("Finish Import...");
	const message = vscode.l10n.t("The imported plan isn't saved yet.");
	// Not awaited: the command is finished, whether or not the user answers.
	detach(
		vscode.window.showInformationMessage(message, finish).then(async (chosen) => {
			if (chosen === finish && !documents.plan.isClosed) {
				await decide(documents, accept);
			}
		}),
	);
}

function tellNoRoadmap({ name }: ImportSource): void {
	const create = vscode.l10n.t("Create Roadmap");
	const message = vscode.l10n.t(
		"{0} doesn't look like a roadmap: it has no periods, goals, tasks, or known headings.",
		escapeLabel(name),
	);
	detach(
		vscode.window.showInformationMessage(message, create).then((chosen) => {
			if (chosen === create) {
				detach(vscode.commands.executeCommand("waymark.createRoadmap"));
			}
		}),
	);
}

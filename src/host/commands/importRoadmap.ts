import * as vscode from "vscode";
import type { ImportAnswers, Proposal } from "../../importer/markdown/proposal.ts";
import { PlanParser } from "../../plan/planParser.ts";
import { systemClock, today } from "../core/clock.ts";
import { detach } from "../core/detach.ts";
import { inWords } from "../core/fileErrorText.ts";
import { planIn } from "../core/planFileName.ts";
import { readText } from "../core/readText.ts";
import { acceptImport, askToAccept } from "../importer/acceptImport.ts";
import { type ImportDocuments, openComparison, openImport } from "../importer/importDocuments.ts";
import { askQuestions } from "../importer/importQuestions.ts";
import { importReport } from "../importer/importReport.ts";
import { type ImportSource, importSource } from "../importer/importSource.ts";
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
	const source = await importSource(given);
	const folder = source && (await chooseFolder());
	if (!source || !folder) {
		return;
	}
	const { newTitles, proposeRoadmap, removeProvenance } = await command.loadImporter();
	const parser = new PlanParser();
	const check = (text: string) => parser.parse(text).problems;
	const propose = (answers: ImportAnswers): Proposal =>
		proposeRoadmap(source.text, { source: source.name, today: today(systemClock), check, answers });
	if (!propose({}).isRoadmap) {
		tellNoRoadmap(source);
		return;
	}
	const answers = await askQuestions((given) => propose(given).questions);
	if (!answers) {
		return;
	}
	const proposal = propose(answers);
	const report = importReport(source, proposal);
	const there = await planIn(folder.uri);
	if (there && !(await isEmptyPlan(there))) {
		const plan = parser.parse(await readPlan(there)).plan;
		const proposed = parser.parse(proposal.text).plan;
		if (plan && proposed && newTitles(proposed, plan).length === 0) {
			tellNothingNew(source);
			return;
		}
		await openComparison(there, proposal.text, report);
		return;
	}
	const documents = await openImport(folder.uri, proposal.text, report);
	const statuses = answers.logsStatuses ? proposal.statuses : [];
	const finish = (keeps: boolean) => (text: string) => (keeps ? text : removeProvenance(text, source.name));
	await decide(documents, (keeps) => acceptImport(command, { folder: folder.uri, documents }, statuses, finish(keeps)));
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

/** The text of the plan, with what is not saved yet. */
async function readPlan(plan: vscode.Uri): Promise<string> {
	const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === plan.toString());
	return open ? open.getText() : inWords(readText(plan));
}

function tellNothingNew({ name }: ImportSource): void {
	const message = vscode.l10n.t("The plan already has everything that {0} would add.", escapeLabel(name));
	detach(vscode.window.showInformationMessage(message));
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

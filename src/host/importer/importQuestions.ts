import * as vscode from "vscode";
import type { ImportAnswers, ImportQuestion } from "../../importer/markdown/proposal.ts";
import { promptStart } from "../logging/prompts/promptStart.ts";
import { pickStep } from "../ui/quickInput.ts";

/** The answers of the user; without a change they are those that are proposed. */
export interface GivenAnswers extends ImportAnswers {
	/** Whether what the source says is done is logged. */
	readonly logsStatuses: boolean;
}

type Choice = vscode.QuickPickItem & { readonly question?: ImportQuestion };

/**
 * Lists the questions with their proposed answers; each can be changed. Undefined if canceled.
 *
 * @param questionsFor the questions, with the answers so far
 */
export async function askQuestions(
	questionsFor: (answers: GivenAnswers) => Promise<ReadonlyArray<ImportQuestion>>,
): Promise<GivenAnswers | undefined> {
	let answers: GivenAnswers = { logsStatuses: true };
	for (;;) {
		const questions = await questionsFor(answers);
		const known = answers;
		if (questions.length === 0) {
			return answers;
		}
		const items: ReadonlyArray<Choice> = [
			{ label: `$(check) ${vscode.l10n.t("Continue with these answers")}` },
			...questions.map((question) => ({ ...choiceOf(question, known), question })),
		];
		const title = vscode.l10n.t("Import Roadmap");
		const placeholder = vscode.l10n.t("The source doesn't say these for certain. Select one to change its answer.");
		const chosen = await pickStep({ title, placeholder, items });
		if (!chosen?.question) {
			return chosen && answers;
		}
		answers = { ...answers, ...(await changeAnswer(chosen.question, answers)) };
	}
}

function choiceOf(question: ImportQuestion, { logsStatuses }: GivenAnswers): vscode.QuickPickItem {
	switch (question.kind) {
		case "start":
			return { label: vscode.l10n.t("On which day does the plan start?"), description: question.proposed };
		case "check-marks":
			return {
				label: vscode.l10n.t("Does a check mark in front of an item mean that it's done?"),
				description: question.proposed === "status" ? vscode.l10n.t("Yes") : vscode.l10n.t("No"),
			};
		case "goal":
			return {
				label: vscode.l10n.t("Is {0} the goal of “{1}”?", question.goals[0] ?? "", question.title),
				description: goalAnswer(question),
			};
		case "period":
			return {
				label: vscode.l10n.t("Which of the two times of “{0}” counts?", question.title),
				description: question.proposed,
			};
		case "statuses":
			return {
				label: vscode.l10n.t("Log what is marked as done or partly done, as of today where no day is named?"),
				description: logsStatuses ? vscode.l10n.t("Yes") : vscode.l10n.t("No"),
			};
	}
}

/** The number of the title, another number that it can stand for, or none. */
function goalAnswer({ goals, proposed }: Extract<ImportQuestion, { readonly kind: "goal" }>): string {
	if (proposed === undefined) {
		return vscode.l10n.t("No, it's part of the title");
	}
	return proposed === goals[0] ? vscode.l10n.t("Yes") : vscode.l10n.t("No, {0}", proposed);
}

async function changeAnswer(
	question: ImportQuestion,
	{ logsStatuses, goals, periods }: GivenAnswers,
): Promise<Partial<GivenAnswers>> {
	switch (question.kind) {
		case "start": {
			const start = await askForStart(question.proposed);
			return start === undefined ? {} : { start };
		}
		case "check-marks":
			return { checkMarks: question.proposed === "status" ? "decoration" : "status" };
		case "goal": {
			const { [question.line]: _, ...others } = goals ?? {};
			const next = question.goals[question.goals.indexOf(question.proposed ?? "") + 1];
			return { goals: next === undefined ? others : { ...others, [question.line]: next } };
		}
		case "period": {
			const next = question.periods.find((each) => each !== question.proposed) ?? question.proposed;
			return { periods: { ...periods, [question.line]: next } };
		}
		case "statuses":
			return { logsStatuses: !logsStatuses };
	}
}

async function askForStart(value: string): Promise<string | undefined> {
	const answer = await promptStart({ title: vscode.l10n.t("Import Roadmap"), value });
	return answer && !answer.back ? answer.value.trim() : undefined;
}

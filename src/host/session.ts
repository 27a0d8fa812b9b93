import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { readJournal } from "../journal/readJournal.ts";
import type { Plan } from "../plan/plan.ts";
import type { Problem } from "../plan/problem.ts";
import { PlanParser } from "../plan/readPlan.ts";
import { problemRows, unreadableRow } from "../present/problemRows.ts";
import { problemText } from "../present/problemText.ts";
import { roadmapRows } from "../present/roadmapRows.ts";
import type { Row } from "../present/row.ts";
import { Words } from "../present/words.ts";
import { snapshot } from "../progress/snapshot.ts";
import { today } from "./clock.ts";
import { JournalFiles } from "./journalFiles.ts";
import { LineStarts } from "./lineStarts.ts";
import { PlanFile } from "./planFile.ts";
import { nothing, type Shown } from "./roadmap.ts";

/** Follows one plan and its journal, and keeps what is to be shown of them. */
export class Session implements vscode.Disposable {
	private readonly file: PlanFile;
	private readonly journal: JournalFiles;
	private readonly diagnostics = vscode.languages.createDiagnosticCollection("waymark");
	private readonly parser = new PlanParser();
	private readonly words = new Words(vscode.env.language);
	private readings = 0;
	private reading: Promise<Shown>;
	private lastPlan: Plan | undefined;

	/** @param onChange called when something else is to be shown */
	constructor(
		readonly plan: vscode.Uri,
		private readonly log: vscode.LogOutputChannel,
		private readonly onChange: () => void,
	) {
		l10n.config({ contents: vscode.l10n.bundle ?? {} });
		this.file = new PlanFile(plan, () => this.read());
		this.journal = new JournalFiles(plan, () => this.read());
		this.reading = this.readNow();
	}

	/** What is to be shown; resolves when the newest reading is done. */
	shown(): Promise<Shown> {
		return this.reading;
	}

	/** Reads the plan and the journal again. */
	read(): void {
		this.reading = this.readNow();
		this.onChange();
	}

	dispose(): void {
		this.readings++;
		this.reading = Promise.resolve(nothing);
		vscode.Disposable.from(this.file, this.journal, this.diagnostics).dispose();
	}

	private async readNow(): Promise<Shown> {
		const mine = ++this.readings;
		const [planText, journal, second] = await Promise.all([
			this.file.read(),
			this.readJournal(),
			this.file.secondName(),
		]);
		if (mine !== this.readings) {
			// A newer reading has begun, or nobody asks any more: what this one found is stale.
			return this.reading;
		}
		this.diagnostics.clear();
		if (second) {
			this.diagnostics.set(second, [notRead(this.file.name)]);
		}
		const failure: Array<Row> = [];
		if (planText.kind === "unreadable") {
			failure.push(unreadableRow(this.file.name, planText.why));
		} else {
			const { plan, problems } = this.parser.read(planText.text);
			const lines = new LineStarts(planText.text);
			this.diagnostics.set(
				this.plan,
				problems.map((problem) => diagnostic(problem, lines)),
			);
			failure.push(...problemRows(problems, plan === undefined, (offset) => lines.position(offset).line + 1));
			this.lastPlan = plan ?? this.lastPlan;
		}
		if (!this.lastPlan) {
			return { rows: failure, title: "" };
		}
		const rows = roadmapRows(snapshot(this.lastPlan, readJournal(journal), today()), this.words);
		return { rows: [...failure, ...rows], title: this.lastPlan.title };
	}

	private async readJournal(): Promise<ReadonlyArray<string>> {
		try {
			const files = await this.journal.read();
			for (const { name, error } of files) {
				if (error !== undefined) {
					this.log.warn(`${name}: ${error}`);
				}
			}
			return files.map(({ text }) => text);
		} catch (error) {
			this.log.warn(`The journal beside ${this.file.name} cannot be listed: ${error}`);
			return [];
		}
	}
}

/** What stands in the Problems view for a plan that another one beside it outranks. */
function notRead(name: string): vscode.Diagnostic {
	const words = vscode.l10n.t(
		"This file is not read: {0} beside it is the plan. Move what you still need there, and delete this one.",
		name,
	);
	const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), words, vscode.DiagnosticSeverity.Warning);
	diagnostic.source = "Waymark";
	diagnostic.code = "second-plan";
	return diagnostic;
}

function diagnostic(problem: Problem, lines: LineStarts): vscode.Diagnostic {
	const severity = problem.severity === "error" ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
	const diagnostic = new vscode.Diagnostic(lines.range(problem.range), problemText(problem), severity);
	diagnostic.source = "Waymark";
	diagnostic.code = problem.code;
	return diagnostic;
}

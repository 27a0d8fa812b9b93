import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { IdMaker } from "../journal/ids.ts";
import type { Pen } from "../journal/newEntry.ts";
import { UndoHistory } from "../journal/undoHistory.ts";
import type { Day } from "../plan/day.ts";
import type { Plan } from "../plan/plan.ts";
import { PlanParser } from "../plan/readPlan.ts";
import { problemRows, unreadableRow } from "../present/problemRows.ts";
import { roadmapRows } from "../present/roadmapRows.ts";
import type { Row } from "../present/row.ts";
import { Words } from "../present/words.ts";
import { snapshot } from "../progress/snapshot.ts";
import { type Clock, today } from "./clock.ts";
import { journalDiagnostic, planDiagnostic, secondPlanDiagnostic } from "./diagnostics.ts";
import { whyUnreadable } from "./fileProblem.ts";
import { offerGitMerge } from "./gitMerge.ts";
import { JournalStore } from "./journal/journalStore.ts";
import { LineStarts } from "./lineStarts.ts";
import { PlanFile } from "./planFile.ts";
import type { Shown } from "./roadmap.ts";

/** What was read of the plan's file. */
interface PlanReading {
	/** The plan; while the file cannot be understood the last one that could. */
	readonly plan: Plan | undefined;
	/** What is wrong with the file. */
	readonly problems: ReadonlyArray<Row>;
}

/** Follows one plan and its journal, and keeps what is to be shown of them. */
export class Session implements vscode.Disposable {
	readonly journal: JournalStore;
	/** What this session saved, for Undo and Redo. */
	readonly history = new UndoHistory();
	readonly words = new Words(vscode.env.language);
	private readonly file: PlanFile;
	private readonly ids = new IdMaker();
	private readonly parser = new PlanParser();
	private readonly planDiagnostics = vscode.languages.createDiagnosticCollection("waymark");
	private readonly journalDiagnostics = vscode.languages.createDiagnosticCollection("waymark journal");
	private readonly following: vscode.Disposable;
	private readings = 0;
	private reading: Promise<PlanReading>;
	private showing: Promise<Shown> | undefined;
	private lastPlan: Plan | undefined;
	private isDisposed = false;

	/**
	 * @param onChange called when something else is to be shown
	 * @param memory remembers what was offered in this workspace
	 */
	constructor(
		readonly planUri: vscode.Uri,
		private readonly log: vscode.LogOutputChannel,
		readonly clock: Clock,
		private readonly memory: vscode.Memento,
		private readonly onChange: () => void,
	) {
		l10n.config({ contents: vscode.l10n.bundle ?? {} });
		this.file = new PlanFile(planUri, () => this.readPlan());
		this.journal = new JournalStore(planUri, log, 0);
		this.following = this.journal.onDidChange(() => this.showAnew());
		this.reading = this.readNow();
	}

	/** What is to be shown; resolves when all that has begun is read. */
	shown(): Promise<Shown> {
		this.showing ??= this.show();
		return this.showing;
	}

	/** The plan, the last one that could be understood; undefined where there was none yet. */
	async plan(): Promise<Plan | undefined> {
		const { plan } = await this.reading;
		await this.journal.settled();
		return plan;
	}

	/** The day it is, by the plan's end of the day. */
	async today(): Promise<Day> {
		return today(this.clock, (await this.plan())?.week.dayEnds);
	}

	/** What new entries are made with. */
	pen(): Pen {
		return { ids: this.ids, now: () => this.clock.now(), timeZone: this.clock.timeZone() };
	}

	/** See `offerGitMerge`; what goes wrong with it is only logged, since nobody asked for it. */
	offerGitMerge(): void {
		offerGitMerge(this.planUri, this.memory).catch((error: unknown) => this.log.warn(String(error)));
	}

	/** Reads the plan and the journal again, all of it. */
	read(): void {
		void this.journal.refresh(true);
		this.readPlan();
	}

	dispose(): void {
		this.isDisposed = true;
		vscode.Disposable.from(
			this.file,
			this.journal,
			this.following,
			this.planDiagnostics,
			this.journalDiagnostics,
		).dispose();
	}

	/** Reads the plan again, after it was changed here; resolves when that is done. */
	async planRead(): Promise<void> {
		this.readPlan();
		await this.reading;
	}

	private readPlan(): void {
		this.reading = this.readNow();
		this.showAnew();
	}

	private showAnew(): void {
		this.showing = undefined;
		this.onChange();
	}

	private async readNow(): Promise<PlanReading> {
		const mine = ++this.readings;
		const [planText, second] = await Promise.all([this.file.read(), this.file.secondName()]);
		if (this.isDisposed) {
			return { plan: this.lastPlan, problems: [] };
		}
		if (mine !== this.readings) {
			// A newer reading has begun: what this one found is stale.
			return this.reading;
		}
		this.planDiagnostics.clear();
		if (second) {
			this.planDiagnostics.set(second, [secondPlanDiagnostic(this.file.name)]);
		}
		if (planText.kind === "unreadable") {
			return { plan: this.lastPlan, problems: [unreadableRow(this.file.name, planText.why)] };
		}
		const { plan, problems } = this.parser.read(planText.text);
		const lines = new LineStarts(planText.text);
		this.planDiagnostics.set(
			this.planUri,
			problems.map((problem) => planDiagnostic(problem, lines)),
		);
		if (plan) {
			this.lastPlan = plan;
			this.journal.setDayEnds(plan.week.dayEnds);
		}
		const rows = problemRows(problems, plan === undefined, (offset) => lines.position(offset).line + 1);
		return { plan: this.lastPlan, problems: rows };
	}

	private async show(): Promise<Shown> {
		const { plan, problems } = await this.reading;
		await this.journal.settled();
		// Problems has no place any more for what a closed session found.
		const unread = this.isDisposed ? [] : this.tellJournalProblems();
		if (!plan) {
			return { rows: [...problems, ...unread], title: "" };
		}
		const day = today(this.clock, plan.week.dayEnds);
		const rows = roadmapRows(snapshot(plan, this.journal.ledger, day), this.words);
		return { rows: [...problems, ...unread, ...rows], title: plan.title };
	}

	/** Puts what is wrong with the journal into the Problems view; a row for each file that cannot be read at all. */
	private tellJournalProblems(): ReadonlyArray<Row> {
		this.journalDiagnostics.clear();
		for (const { uri, problems } of this.journal.problems()) {
			this.journalDiagnostics.set(uri, problems.map(journalDiagnostic));
		}
		return this.journal.unread().map(({ name, error }) => {
			this.log.warn(`${name}: ${error}`);
			return unreadableRow(name, whyUnreadable(error));
		});
	}
}

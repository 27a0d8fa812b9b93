import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { IdMaker } from "../journal/ids.ts";
import type { Pen } from "../journal/newEntry.ts";
import { UndoHistory } from "../journal/undoHistory.ts";
import type { Day } from "../plan/day.ts";
import type { Plan } from "../plan/plan.ts";
import { PlanParser, type PlanReading as TextReading } from "../plan/readPlan.ts";
import { choosePlanRow } from "../present/choosePlanRow.ts";
import { problemRows, unreadableRow } from "../present/problemRows.ts";
import type { Row } from "../present/row.ts";
import { rowAt } from "../present/rowAt.ts";
import type { ViewId, ViewOptions } from "../present/viewOptions.ts";
import type { ViewSource } from "../present/viewSource.ts";
import { type ShownView, shownView } from "../present/views.ts";
import { Words } from "../present/words.ts";
import { SnapshotMaker } from "../progress/snapshotMaker.ts";
import { type Clock, today } from "./clock.ts";
import { DayTurn } from "./dayTurn.ts";
import { journalDiagnostic, planDiagnostic, replaceDiagnostics, secondPlanDiagnostic } from "./diagnostics.ts";
import { whyUnreadable } from "./fileProblem.ts";
import { offerGitMerge } from "./gitMerge.ts";
import { JournalStore } from "./journal/journalStore.ts";
import { LineStarts } from "./lineStarts.ts";
import { PlanFile } from "./planFile.ts";
import type { Plans } from "./planFinder.ts";

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
	private wording = wordsFor(undefined);
	private readonly file: PlanFile;
	private readonly ids = new IdMaker();
	private readonly parser = new PlanParser();
	private readonly snapshots = new SnapshotMaker();
	private readonly turn: DayTurn;
	private readonly planDiagnostics = vscode.languages.createDiagnosticCollection("waymark");
	private readonly journalDiagnostics = vscode.languages.createDiagnosticCollection("waymark journal");
	private readonly following: vscode.Disposable;
	private readings = 0;
	private reading: Promise<PlanReading>;
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
		this.turn = new DayTurn(clock, () => this.lastPlan?.week.dayEnds ?? 0, this.onChange);
		this.following = vscode.Disposable.from(
			this.turn,
			this.journal.onDidChange(() => this.tellJournalProblems()),
			vscode.workspace.onDidChangeConfiguration(
				(event) => event.affectsConfiguration("waymark") && this.settingsChanged(),
			),
		);
		this.reading = this.readNow();
	}

	/** The words to show things in; in discreet mode they hide what others should not see. */
	get words(): Words {
		return this.wording;
	}

	/** Everything that is shown follows from this; undefined while there is no plan. Resolves when all is read that has begun. */
	async source(): Promise<ViewSource | undefined> {
		const plan = await this.plan();
		if (!plan) {
			return undefined;
		}
		const { ledger } = this.journal;
		const day = today(this.clock, plan.week.dayEnds);
		const snapshot = this.snapshots.make(plan, ledger, day, { maxHoursPerDay: maxHoursPerDay() });
		return { snapshot, plan, ledger, aliases: snapshot.aliases, today: day, words: this.words };
	}

	/** What a view shows; resolves when all is read that has begun. */
	async view(id: ViewId, options: ViewOptions, plans: Plans): Promise<ShownView> {
		const source = await this.source();
		const shown: ShownView = source ? shownView(id, source, options) : { rows: [] };
		if (id !== "roadmap") {
			return shown;
		}
		const { problems } = await this.reading;
		const unread = this.journal.unread().map(({ name, error }) => unreadableRow(name, whyUnreadable(error)));
		return { ...shown, rows: [...choosePlanRow(plans), ...problems, ...unread, ...shown.rows] };
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
		const newest = () => this.journal.ledger.greatestId;
		return { ids: this.ids, now: () => this.clock.now(), timeZone: this.clock.timeZone(), newest };
	}

	/** See `offerGitMerge`; what goes wrong with it is only logged, since nobody asked for it. */
	offerGitMerge(): void {
		offerGitMerge(this.planUri, this.memory).catch((error: unknown) => this.log.warn(String(error)));
	}

	/** Has everything shown anew, where something changed that this session does not follow. */
	showAnew(): void {
		this.onChange();
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

	/** How much is overdue; undefined where nothing is. */
	async badge(): Promise<vscode.ViewBadge | undefined> {
		const overdue = (await this.source())?.snapshot.overdue ?? { reviews: 0, targets: 0 };
		const value = overdue.reviews + overdue.targets;
		const tooltip = vscode.l10n.t("{0} reviews and {1} targets are overdue", overdue.reviews, overdue.targets);
		return value > 0 ? { value, tooltip } : undefined;
	}

	/** The row of the view "Roadmap" for what stands at an offset of the plan. */
	async rowAt(offset: number): Promise<string | undefined> {
		const plan = await this.plan();
		return plan && rowAt(plan, offset);
	}

	/** Reads a text of the plan at once, such as that of a document which this session has not come to yet. */
	understand(text: string): TextReading {
		return this.parser.read(text);
	}

	/** The text of the plan as it is now, in the editor or on disk; empty where it cannot be read. */
	async planText(): Promise<string> {
		const read = await this.file.read();
		return read.kind === "text" ? read.text : "";
	}

	/** Reads the plan again, after it was changed here; resolves when that is done. */
	async planRead(): Promise<void> {
		this.readPlan();
		await this.reading;
	}

	private readPlan(): void {
		this.reading = this.readNow();
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
		const beside = second ? [[second, [secondPlanDiagnostic(this.file.name)]] as const] : [];
		if (planText.kind === "unreadable") {
			replaceDiagnostics(this.planDiagnostics, beside);
			return { plan: this.lastPlan, problems: [unreadableRow(this.file.name, planText.why)] };
		}
		const { plan, problems } = this.parser.read(planText.text);
		const lines = new LineStarts(planText.text);
		const found = problems.map((problem) => planDiagnostic(problem, lines));
		replaceDiagnostics(this.planDiagnostics, [[this.planUri, found], ...beside]);
		if (plan) {
			if (this.wording.discreet && plan.title !== this.lastPlan?.title) {
				this.wording = wordsFor(plan);
			}
			this.lastPlan = plan;
			this.journal.setDayEnds(plan.week.dayEnds);
			this.turn.check();
		}
		const rows = problemRows(problems, plan === undefined, (offset) => lines.position(offset).line + 1);
		return { plan: this.lastPlan, problems: rows };
	}

	/** Puts what is wrong with the journal into the Problems view. */
	private tellJournalProblems(): void {
		if (this.isDisposed) {
			return;
		}
		replaceDiagnostics(
			this.journalDiagnostics,
			this.journal.problems().map(({ uri, problems }) => [uri, problems.map(journalDiagnostic)] as const),
		);
		for (const { name, error } of this.journal.unread()) {
			this.log.warn(`${name}: ${error}`);
		}
		this.onChange();
	}

	private settingsChanged(): void {
		if (isDiscreet() !== this.wording.discreet) {
			this.wording = wordsFor(this.lastPlan);
		}
		this.turn.check();
		this.onChange();
	}
}

function wordsFor(plan: Plan | undefined): Words {
	return new Words(vscode.env.language, isDiscreet(), plan?.title);
}

function isDiscreet(): boolean {
	return vscode.workspace.getConfiguration("waymark").get("discreetMode") === true;
}

function maxHoursPerDay(): number {
	const hours = vscode.workspace.getConfiguration("waymark").get("maxHoursPerDay");
	return typeof hours === "number" && hours > 0 ? Math.min(hours, 24) : 4;
}

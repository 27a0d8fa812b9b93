import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { ChangePorts } from "../../journal/changeProtocol.ts";
import { IdGenerator } from "../../journal/entryIds.ts";
import type { EntryContext } from "../../journal/newEntry.ts";
import { UndoHistory } from "../../journal/undoHistory.ts";
import { nodeIdAt } from "../../plan/nodeIdAt.ts";
import type { Plan } from "../../plan/plan.ts";
import { PlanParser, type PlanParseResult as TextReading } from "../../plan/planParser.ts";
import { listedProblems } from "../../plan/planProblem.ts";
import { SnapshotMaker, type SnapshotOptions } from "../../progress/snapshotMaker.ts";
import type { Day } from "../../time/day.ts";
import { plural } from "../../util/plural.ts";
import { evidenceRow } from "../../viewmodel/evidence/evidenceRow.ts";
import { choosePlanRow } from "../../viewmodel/rows/choosePlanRow.ts";
import { problemRows, readingRow, unreadableRow } from "../../viewmodel/rows/problemRows.ts";
import type { Row } from "../../viewmodel/rows/row.ts";
import { type ViewContent, viewContent } from "../../viewmodel/rows/viewContent.ts";
import type { ViewId, ViewOptions } from "../../viewmodel/rows/viewOptions.ts";
import { Formatter } from "../../viewmodel/text/formatter.ts";
import { discreetProblems } from "../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { type Clock, today } from "../core/clock.ts";
import { affectsSetting, getSetting } from "../core/config.ts";
import { DayChangeWatcher } from "../core/dayChangeWatcher.ts";
import { detach } from "../core/detach.ts";
import { readErrorText } from "../core/fileErrorText.ts";
import type { FileMemento } from "../core/fileMemento.ts";
import { FileWriter } from "../core/fileWriter.ts";
import { LineOffsets } from "../core/lineOffsets.ts";
import { type PromptDraft, PromptDrafts } from "../core/promptDrafts.ts";
import { TimeSlices } from "../core/timeSlices.ts";
import { EvidenceInbox } from "../evidence/evidenceInbox.ts";
import { offerGitMerge } from "../journal/gitMerge.ts";
import { JournalStore } from "../journal/journalStore.ts";
import { PlanFile, type PlanFileContent } from "../plan/planFile.ts";
import type { FoundPlans } from "../plan/planFinder.ts";
import { journalDiagnostic, planDiagnostic, replaceDiagnostics, secondPlanDiagnostic } from "./diagnostics.ts";
import { ForecastRunner } from "./forecastRunner.ts";
import { PlanPorts } from "./planPorts.ts";

/** The time, in ms, before the views show that the journal is being read for the first time. */
const readingShownAfter = 500;

/** The parsed plan file. */
interface PlanFileReading {
	/** The plan; if the file is invalid, the last valid one. */
	readonly plan: Plan | undefined;
	/** The problems of the file, as rows. */
	readonly problems: ReadonlyArray<Row>;
}

interface PlanSessionOptions {
	/** Remembers what was offered in this workspace. */
	readonly state: vscode.Memento;
	/** Called when the views must be updated. */
	readonly onChange: () => void;
	/** Called when a write or a save that was given up has ended after all. */
	readonly onLateWrite?: () => void;
	/** The time limit of a write or a save, in ms. */
	readonly writeLimitMs?: number;
	/** Remembers a plan change in progress, so that the next session can finish it. */
	readonly shared?: FileMemento;
}

/** Follows one plan and its journal, and provides their view data. */
export class PlanSession implements vscode.Disposable {
	readonly journal: JournalStore;
	/** The steps of this session, for Undo and Redo. */
	readonly history = new UndoHistory();
	/** Writes the files of this plan. Late writes of a slow disk are read when they are done. */
	readonly files: FileWriter;
	private currentFormatter = wordsFor(undefined);
	private readonly file: PlanFile;
	private readonly ids = new IdGenerator();
	private readonly parser = new PlanParser();
	private readonly snapshots = new SnapshotMaker();
	/** Divides long work, so that the editor stays responsive. */
	readonly slices = new TimeSlices();
	/** The user's own commits that could be logged. */
	readonly inbox: EvidenceInbox;
	private readonly forecasts: ForecastRunner;
	/** One snapshot is made after the other. */
	private making: Promise<unknown> = Promise.resolve();
	private readonly dayChange: DayChangeWatcher;
	private readonly planDiagnostics = vscode.languages.createDiagnosticCollection("waymark");
	private readonly journalDiagnostics = vscode.languages.createDiagnosticCollection("waymark journal");
	private readonly subscriptions: vscode.Disposable;
	private readonly ports: PlanPorts;
	private changing: Promise<unknown> = Promise.resolve();
	private generations = 0;
	private reading: Promise<PlanFileReading>;
	private lastPlan: Plan | undefined;
	private isDisposed = false;
	private readonly state: vscode.Memento;
	private readonly drafts: PromptDrafts;
	private readonly onChange: () => void;

	constructor(
		readonly planUri: vscode.Uri,
		readonly log: vscode.LogOutputChannel,
		readonly clock: Clock,
		{ state, onChange, onLateWrite = () => undefined, shared, writeLimitMs }: PlanSessionOptions,
	) {
		this.state = state;
		this.drafts = new PromptDrafts(shared, planUri.toString());
		this.onChange = onChange;
		this.files = new FileWriter(() => {
			if (!this.isDisposed) {
				this.reload();
				onLateWrite();
			}
		}, writeLimitMs);
		l10n.config({ contents: vscode.l10n.bundle ?? {} });
		this.file = new PlanFile(planUri, this.files, () => this.startReading());
		this.journal = new JournalStore(planUri, log, 0, { fileWriter: this.files, slices: this.slices });
		this.ports = new PlanPorts(this, shared);
		this.forecasts = new ForecastRunner(this.slices, onChange, log);
		this.inbox = new EvidenceInbox({
			log,
			now: () => clock.now(),
			plan: () => this.plan(),
			isTimerRunning: () => this.journal.ledger.timers().current !== undefined,
			onChange,
			store: shared,
		});
		this.dayChange = new DayChangeWatcher(clock, () => this.lastPlan?.week.dayEnds ?? 0, this.onChange);
		this.subscriptions = vscode.Disposable.from(
			this.dayChange,
			this.journal.onDidChange(() => this.reportJournalProblems()),
			vscode.workspace.onDidChangeConfiguration((event) => affectsSetting(event) && this.settingsChanged()),
		);
		this.reading = this.readPlanFile();
	}

	/** The formatter for all texts; in discreet mode it hides money and private items. */
	get formatter(): Formatter {
		return this.currentFormatter;
	}

	/** The source of all view data; undefined if there is no plan. Resolves when pending reads are done. */
	async source(): Promise<ViewSource | undefined> {
		const plan = await this.plan();
		if (!plan) {
			return undefined;
		}
		const making = this.making.then(() => {
			const { ledger } = this.journal;
			const day = today(this.clock, plan.week.dayEnds);
			const steps = this.snapshots.steps(plan, ledger, day, snapshotOptions());
			return this.slices.run(steps).then((snapshot) => ({ snapshot, ledger, day }));
		});
		this.making = making.catch(() => undefined);
		const { snapshot, ledger, day } = await making;
		return { snapshot, plan, ledger, aliases: snapshot.aliases, today: day, formatter: this.formatter };
	}

	/** The same for what shows forecasts as far as they are known; those that aren't are computed, and announced as a change. */
	async sourceToDraw(): Promise<ViewSource | undefined> {
		const source = await this.source();
		if (source) this.forecasts.computeLater(source.snapshot);
		return source;
	}

	/** The same with all forecasts computed, for callers that need all of them. */
	async sourceWithForecasts(): Promise<ViewSource | undefined> {
		const source = await this.source();
		if (source) await this.forecasts.complete(source.snapshot);
		return source;
	}

	/** The data of a view; resolves when pending reads are done. Forecasts that aren't known yet are shown a moment later. */
	async view(id: ViewId, options: ViewOptions, plans: FoundPlans): Promise<ViewContent> {
		const source = await this.sourceSoon();
		if (source === "reading") {
			return { rows: id === "roadmap" ? [readingRow()] : [] };
		}
		const shown: ViewContent = source ? viewContent(id, source, options) : { rows: [] };
		if (source && (id === "roadmap" || id === "signals")) {
			this.forecasts.computeLater(source.snapshot);
		}
		if (source && id === "week") {
			return { ...shown, rows: [...evidenceRow(this.inbox.proposals(source), this.formatter), ...shown.rows] };
		}
		if (id !== "roadmap") {
			return shown;
		}
		const { problems } = await this.reading;
		const unread = this.journal.unread().map(({ name, error }) => unreadableRow(name, readErrorText(error)));
		return { ...shown, rows: [...choosePlanRow(plans), ...problems, ...unread, ...shown.rows] };
	}

	/** Like `source`; `reading` while a long journal is read for the first time. */
	private async sourceSoon(): Promise<ViewSource | undefined | "reading"> {
		if (!this.journal.isReadingFirst) {
			return this.source();
		}
		let timer: ReturnType<typeof setTimeout> | undefined;
		const soon = new Promise<"reading">((resolve) => {
			timer = setTimeout(() => resolve("reading"), readingShownAfter);
		});
		const source = this.source();
		try {
			const first = await Promise.race([source, soon]);
			if (first === "reading") {
				// A change event during a read or computation had no effect on the views.
				detach(
					source.then(() => this.isDisposed || this.onChange()),
					this.log,
				);
			}
			return first;
		} finally {
			clearTimeout(timer);
		}
	}

	/** The plan, or the last valid one; undefined if there was none yet. */
	async plan(): Promise<Plan | undefined> {
		const { plan } = await this.reading;
		await this.journal.settled();
		return plan;
	}

	/** Why an earlier version of the plan is shown; empty if the plan can be read. */
	async unreadText(): Promise<string> {
		const problem = (await this.reading).problems.find(({ icon }) => icon === "error");
		return problem ? [problem.label, problem.description].filter(Boolean).join(": ") : "";
	}

	/** The current day, by the end of the day in the plan. */
	async today(): Promise<Day> {
		return today(this.clock, (await this.plan())?.week.dayEnds);
	}

	/** The context for new entries. */
	entryContext(): EntryContext {
		const newest = () => this.journal.ledger.greatestId;
		return { ids: this.ids, now: () => this.clock.now(), timeZone: this.clock.timeZone(), newest };
	}

	/** What was typed into a prompt of this plan and isn't saved yet. */
	promptDraft(name: string): Promise<PromptDraft> {
		return this.drafts.of(name);
	}

	/** See `offerGitMerge`; errors are only logged, because the user did not ask for it. */
	offerGitMerge(): void {
		detach(offerGitMerge(this.planUri, this.state), this.log);
	}

	/** Updates all views, after changes that this session does not follow. */
	refreshViews(): void {
		this.onChange();
	}

	/** Reads the whole plan and journal again. */
	reload(): void {
		detach(this.journal.refresh(true), this.log);
		this.file.forget();
		this.startReading();
	}

	dispose(): void {
		this.isDisposed = true;
		vscode.Disposable.from(
			this.file,
			this.journal,
			this.forecasts,
			this.inbox,
			this.subscriptions,
			this.planDiagnostics,
			this.journalDiagnostics,
		).dispose();
	}

	/** The number of overdue items and reviews; undefined if there are none. */
	async badge(): Promise<vscode.ViewBadge | undefined> {
		const overdue = (await this.source())?.snapshot.overdue;
		const [reviews, items] = [overdue?.reviews.length ?? 0, overdue?.items.length ?? 0];
		const parts = [
			...(reviews > 0 ? [plural(reviews, vscode.l10n.t("1 review"), vscode.l10n.t("{0} reviews", reviews))] : []),
			...(items > 0 ? [plural(items, vscode.l10n.t("1 item"), vscode.l10n.t("{0} items", items))] : []),
		];
		const tooltip = vscode.l10n.t("Overdue: {0}", parts.join(", "));
		return reviews + items > 0 ? { value: reviews + items, tooltip } : undefined;
	}

	/** The ID of the row in the Roadmap view for an offset of the plan. */
	async nodeIdAt(offset: number): Promise<string | undefined> {
		const plan = await this.plan();
		return plan && nodeIdAt(plan, offset);
	}

	/** Parses a plan text at once, such as that of a document that this session has not read yet. */
	parse(text: string): TextReading {
		return this.parser.parse(text);
	}

	/** The current text of the plan, in the editor or on disk, or a message if it cannot be read. */
	planText(): Promise<PlanFileContent> {
		return this.file.read();
	}

	/** Runs plan changes one after the other: concurrent ones would see half of each other. */
	enqueueChange<T>(work: (ports: ChangePorts) => Promise<T>): Promise<T> {
		const done = this.changing.then(() => work(this.ports));
		this.changing = done.catch(() => undefined);
		return done;
	}

	/** Reads the plan after it was changed here; resolves when that is done. */
	async reloadPlan(): Promise<void> {
		this.file.forget();
		this.startReading();
		await this.reading;
	}

	private startReading(): void {
		this.reading = this.readPlanFile();
		this.onChange();
	}

	private async readPlanFile(): Promise<PlanFileReading> {
		const generation = ++this.generations;
		const [planText, second] = await Promise.all([this.file.read(), this.file.secondName()]);
		if (this.isDisposed) {
			return { plan: this.lastPlan, problems: [] };
		}
		if (generation !== this.generations) {
			// A newer read has started: this result is stale.
			return this.reading;
		}
		const beside = second ? [[second, [secondPlanDiagnostic(this.file.name)]] as const] : [];
		if (planText.kind === "unreadable") {
			replaceDiagnostics(this.planDiagnostics, beside);
			return { plan: this.lastPlan, problems: [unreadableRow(this.file.name, planText.why)] };
		}
		const { plan, problems: all } = await this.slices.run(this.parser.steps(planText.text));
		if (this.isDisposed) {
			return { plan: this.lastPlan, problems: [] };
		}
		if (generation !== this.generations) {
			return this.reading;
		}
		const known = plan ?? this.lastPlan;
		const listed = listedProblems(all);
		const problems = known ? discreetProblems(listed, known, this.currentFormatter) : listed;
		const lines = new LineOffsets(planText.text);
		const found = problems.map((problem) => planDiagnostic(problem, lines));
		replaceDiagnostics(this.planDiagnostics, [[this.planUri, found], ...beside]);
		if (plan) {
			if (this.currentFormatter.discreet && plan.title !== this.lastPlan?.title) {
				this.currentFormatter = wordsFor(plan);
			}
			this.lastPlan = plan;
			this.journal.setDayEnds(plan.week.dayEnds);
			this.dayChange.check();
		}
		const rows = problemRows(
			problems,
			{ unread: plan === undefined, count: all.length },
			(offset) => lines.position(offset).line + 1,
		);
		return { plan: this.lastPlan, problems: rows };
	}

	/** Reports the journal problems in the Problems view. */
	private reportJournalProblems(): void {
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
		if (isDiscreet() !== this.currentFormatter.discreet) {
			this.currentFormatter = wordsFor(this.lastPlan);
			// Plan problems are reported separately then.
			this.startReading();
		}
		this.dayChange.check();
		this.onChange();
	}
}

function wordsFor(plan: Plan | undefined): Formatter {
	return new Formatter(vscode.env.language, isDiscreet(), plan?.title);
}

function isDiscreet(): boolean {
	return getSetting("discreetMode");
}

function snapshotOptions(): SnapshotOptions {
	return { maxHoursPerDay: getSetting("maxHoursPerDay"), forecasts: getSetting("forecasts") };
}

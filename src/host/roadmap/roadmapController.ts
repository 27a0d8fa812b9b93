import * as vscode from "vscode";
import type { Row } from "../../viewmodel/rows/row.ts";
import type { ViewContent } from "../../viewmodel/rows/viewContent.ts";
import type { ViewId } from "../../viewmodel/rows/viewOptions.ts";
import { detach } from "../core/detach.ts";
import type { HistoryPages } from "../history/historyPages.ts";
import type { OverviewPanels } from "../overview/overviewPanels.ts";
import type { FoundPlans, PlanFinder } from "../plan/planFinder.ts";
import type { ReminderController } from "../reminders/reminderController.ts";
import type { ReviewPanels } from "../review/reviewPanels.ts";
import type { PlanSession } from "../session/planSession.ts";
import type { ActivePlan } from "./activePlan.ts";
import type { ViewState } from "./viewState.ts";

/** Loads the part of the extension that is not needed at startup. */
export type LoadPlanFeatures = () => Promise<typeof import("./planFeatures.ts")>;

/** The time, in ms, that slower updates wait for the status bar. */
const viewsDelay = 20;

const nothing: ViewContent = { rows: [] };

/**
 * Controls the roadmap of the workspace: no plan, or a session for the current plan, which is loaded with the first
 * plan.
 */
export class RoadmapController implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	private readonly subscriptions: vscode.Disposable;
	private active: ActivePlan | undefined;
	private plans: FoundPlans = { all: [], active: undefined };
	private opening: Promise<void>;
	/** The error of the last start; undefined if it succeeded. */
	private failure: Error | undefined;
	private isDisposed = false;
	private showing: ReturnType<typeof setTimeout> | undefined;

	/** Fires when the views must be updated. */
	readonly onDidChange = this.changed.event;

	private readonly options: ViewState;
	readonly load: LoadPlanFeatures;

	constructor(
		private readonly context: vscode.ExtensionContext,
		readonly log: vscode.LogOutputChannel,
		private readonly finder: PlanFinder,
		{ state, load }: { readonly state: ViewState; readonly load: LoadPlanFeatures },
	) {
		this.options = state;
		this.load = load;
		this.subscriptions = vscode.Disposable.from(
			finder.onDidChange(() => detach(this.refresh(), log)),
			state.onDidChange(() => this.changed.fire()),
		);
		// Not during `activate`, which would delay other extensions.
		this.opening = new Promise((resolve) => setTimeout(() => resolve(this.open()), 0));
	}

	/**
	 * The session of the current plan; undefined if there is no plan.
	 *
	 * @throws Error with the error of a failed start
	 */
	async current(): Promise<PlanSession | undefined> {
		return (await this.started())?.session;
	}

	/** The reminders of the current plan; undefined if there is no plan. Throws as {@link current}. */
	async reminders(): Promise<ReminderController | undefined> {
		return (await this.started())?.reminders;
	}

	/** The pages of histories; undefined if there is no plan. Throws as {@link current}. */
	async history(): Promise<HistoryPages | undefined> {
		return (await this.started())?.history;
	}

	/** The review panels; undefined if there is no plan. Throws as {@link current}. */
	async reviews(): Promise<ReviewPanels | undefined> {
		return (await this.started())?.panels;
	}

	/** The panel of the overview; undefined if there is no plan. Throws as {@link current}. */
	async overviews(): Promise<OverviewPanels | undefined> {
		return (await this.started())?.overviews;
	}

	/** Restores the overview after a restart; closes it if there is no plan. */
	async restoreOverview(panel: vscode.WebviewPanel): Promise<void> {
		await this.opening;
		if (this.active) {
			this.active.overviews.restore(panel);
		} else {
			panel.dispose();
		}
	}

	/** Restores a review panel after a restart; closes it if there is no plan. */
	async restoreReview(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
		await this.opening;
		const reviews = this.active?.panels;
		if (reviews) {
			reviews.restore(panel, state);
		} else {
			panel.dispose();
		}
	}

	/**
	 * The content of a view; resolves when the first read is done. Without a plan it is empty, and the welcome view
	 * appears.
	 */
	async view(id: ViewId): Promise<ViewContent> {
		await this.opening;
		if (this.failure) {
			return { rows: [failedRow(this.failure)] };
		}
		return (await this.active?.session.view(id, this.options, this.plans)) ?? nothing;
	}

	/** Searches for the plan again, and reads it and its journal. */
	async refresh(): Promise<void> {
		this.opening = this.opening.then(() => this.open());
		await this.opening;
		this.active?.session.reload();
		this.active?.finishChange();
		this.changed.fire();
	}

	dispose(): void {
		this.isDisposed = true;
		clearTimeout(this.showing);
		vscode.Disposable.from(this.subscriptions, this.changed).dispose();
		this.close();
	}

	private async started(): Promise<ActivePlan | undefined> {
		await this.opening;
		if (this.failure) {
			throw new Error(`${couldNotStart()} ${this.failure.message}`, { cause: this.failure });
		}
		return this.active;
	}

	private close(): void {
		this.active?.dispose();
		this.active = undefined;
	}

	/**
	 * Updates the status bar first, which users watch after logging; the views and the rest follow a moment later, once
	 * for several changes.
	 */
	private show(): void {
		if (this.active) {
			detach(this.active.reminders.refresh(), this.log);
		}
		this.showing ??= setTimeout(() => {
			this.showing = undefined;
			this.changed.fire();
		}, viewsDelay);
	}

	/** Never rejects: all commands and views wait for it. */
	private async open(): Promise<void> {
		try {
			await this.openPlan();
			this.failure = undefined;
		} catch (error) {
			this.failure = error instanceof Error ? error : new Error(String(error));
			this.log.error(this.failure);
			// Not awaited: nothing depends on the answer.
			detach(this.tellFailure(), this.log);
		}
	}

	private async openPlan(): Promise<void> {
		if (this.isDisposed) {
			return;
		}
		this.plans = await this.finder.find();
		const plan = this.plans.active;
		const isDeserted = this.plans.deserted !== undefined;
		detach(vscode.commands.executeCommand("setContext", "waymark.hasOnlyJournal", isDeserted), this.log);
		if (this.isDisposed || plan?.toString() === this.active?.session.planUri.toString()) {
			return;
		}
		this.close();
		detach(vscode.commands.executeCommand("setContext", "waymark.hasPlan", plan !== undefined), this.log);
		if (plan) {
			const { activatePlan } = await this.load();
			const { context, log, onDidChange } = this;
			// Disposed in the meantime: nothing may watch files.
			this.active = this.isDisposed
				? undefined
				: activatePlan(plan, { context, log, onDidChange, onChange: () => this.show() });
		}
	}

	private async tellFailure(): Promise<void> {
		const [retry, show] = [vscode.l10n.t("Retry"), vscode.l10n.t("Show Log")];
		const chosen = await vscode.window.showErrorMessage(couldNotStart(), retry, show);
		if (chosen === retry) {
			await this.refresh();
		} else if (chosen === show) {
			this.log.show();
		}
	}
}

function couldNotStart(): string {
	return vscode.l10n.t("Waymark couldn't start.");
}

/** The content of all views after a failed start; selecting the row retries. */
function failedRow({ message }: Error): Row {
	const label = couldNotStart();
	return {
		id: "failed",
		label,
		description: message,
		accessibleName: `${label} ${message}`,
		icon: "error",
		color: "list.errorForeground",
		command: { id: "waymark.refresh", args: [] },
	};
}

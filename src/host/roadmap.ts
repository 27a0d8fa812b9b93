import * as vscode from "vscode";
import type { ViewId } from "../present/viewOptions.ts";
import type { ShownView } from "../present/views.ts";
import type { Attention } from "./attention.ts";
import type { PlanFinder, Plans } from "./planFinder.ts";
import type { ReviewPanels } from "./review/reviewPanels.ts";
import type { Session } from "./session.ts";
import type { ViewState } from "./views/viewState.ts";

/** Loads the part of the extension that is not needed to start. */
export type LoadOnDemand = () => Promise<typeof import("./onDemand.ts")>;

/** How long what takes VS Code longer waits for the status bar, in ms. */
const viewsDelay = 20;

const nothing: ShownView = { rows: [] };

/** A plan that is in use, with all that follows it. */
interface InUse {
	readonly session: Session;
	readonly attention: Attention;
	readonly editor: vscode.Disposable;
	readonly panels: ReviewPanels;
}

/** The roadmap of the workspace: none, or a session that is loaded with the first plan and follows its files. */
export class Roadmap implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	private readonly following: vscode.Disposable;
	private inUse: InUse | undefined;
	private plans: Plans = { all: [], active: undefined };
	private opening: Promise<void>;
	private showing: ReturnType<typeof setTimeout> | undefined;

	/** Fires when something else is to be shown. */
	readonly onDidChange = this.changed.event;

	constructor(
		private readonly context: vscode.ExtensionContext,
		private readonly finder: PlanFinder,
		private readonly log: vscode.LogOutputChannel,
		private readonly options: ViewState,
		private readonly load: LoadOnDemand,
	) {
		this.following = vscode.Disposable.from(
			finder.onDidChange(() => this.refresh()),
			options.onDidChange(() => this.changed.fire()),
		);
		// Not within `activate`: VS Code starts the next extension the sooner.
		this.opening = new Promise((resolve) => setTimeout(() => resolve(this.open()), 0));
	}

	/** The plan in use with its journal; undefined where there is none. */
	async current(): Promise<Session | undefined> {
		await this.opening;
		return this.inUse?.session;
	}

	/** What speaks up by itself; undefined where there is no plan. */
	async alert(): Promise<Attention | undefined> {
		await this.opening;
		return this.inUse?.attention;
	}

	/** The open pages of reviews; undefined where there is no plan. */
	async reviews(): Promise<ReviewPanels | undefined> {
		await this.opening;
		return this.inUse?.panels;
	}

	/** Fills the page of a review that was open before a restart; without a plan it has nothing to show and is closed. */
	async restoreReview(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
		const reviews = await this.reviews();
		if (reviews) {
			reviews.restore(panel, state);
		} else {
			panel.dispose();
		}
	}

	/** What a view shows; resolves when the first reading is done. Without rows there is no plan, and its welcome shows. */
	async view(id: ViewId): Promise<ShownView> {
		await this.opening;
		return (await this.inUse?.session.view(id, this.options, this.plans)) ?? nothing;
	}

	/** Looks for the plan anew and reads it and its journal again. */
	async refresh(): Promise<void> {
		this.opening = this.opening.then(() => this.open());
		await this.opening;
		this.inUse?.session.read();
		this.changed.fire();
	}

	dispose(): void {
		clearTimeout(this.showing);
		vscode.Disposable.from(this.following, this.changed).dispose();
		this.close();
	}

	private close(): void {
		if (this.inUse) {
			const { panels, editor, attention, session } = this.inUse;
			vscode.Disposable.from(panels, editor, attention, session).dispose();
		}
		this.inUse = undefined;
	}

	/** The status bar first, which one looks at after logging; the views and the rest a moment behind it, once for several changes. */
	private show(): void {
		void this.inUse?.attention.refresh();
		this.showing ??= setTimeout(() => {
			this.showing = undefined;
			this.changed.fire();
		}, viewsDelay);
	}

	private async open(): Promise<void> {
		try {
			this.plans = await this.finder.find();
			const plan = this.plans.active;
			if (plan?.toString() === this.inUse?.session.planUri.toString()) {
				return;
			}
			this.close();
			void vscode.commands.executeCommand("setContext", "waymark.hasPlan", plan !== undefined);
			if (plan) {
				const { Attention, registerEditor, ReviewPanels, Session, SharedMemory, systemClock } = await this.load();
				const { workspaceState, globalStorageUri } = this.context;
				const session = new Session(plan, this.log, systemClock, workspaceState, () => this.show());
				this.inUse = {
					session,
					attention: new Attention(session, new SharedMemory(globalStorageUri)),
					editor: registerEditor(session, this.onDidChange),
					panels: new ReviewPanels(this.context, session, this.log, this.onDidChange),
				};
			}
		} catch (error) {
			this.log.error(error instanceof Error ? error : String(error));
			const show = vscode.l10n.t("Show Log");
			const chosen = await vscode.window.showErrorMessage(vscode.l10n.t("Waymark could not be started."), show);
			if (chosen === show) {
				this.log.show();
			}
		}
	}
}

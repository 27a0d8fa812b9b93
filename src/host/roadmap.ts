import * as vscode from "vscode";
import type { Row } from "../present/row.ts";
import type { PlanFinder } from "./planFinder.ts";
import type { Session } from "./session.ts";

/** What the sidebar shows. */
export interface Shown {
	/** Without rows there is no plan, and the view's welcome shows. */
	readonly rows: ReadonlyArray<Row>;
	readonly title: string;
}

/** Loads the part of the extension that is not needed to start. */
export type LoadOnDemand = () => Promise<typeof import("./onDemand.ts")>;

/** There is no plan. */
export const nothing: Shown = { rows: [], title: "" };

/** The roadmap of the workspace: none, or a session that is loaded with the first plan and follows its files. */
export class Roadmap implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<void>();
	private readonly following: vscode.Disposable;
	private session: Session | undefined;
	private opening: Promise<void>;

	/** Fires when something else is to be shown. */
	readonly onDidChange = this.changed.event;

	constructor(
		private readonly finder: PlanFinder,
		private readonly log: vscode.LogOutputChannel,
		private readonly memory: vscode.Memento,
		private readonly load: LoadOnDemand,
	) {
		this.following = finder.onDidChange(() => this.refresh());
		// Not within `activate`: VS Code starts the next extension the sooner.
		this.opening = new Promise((resolve) => setTimeout(() => resolve(this.open()), 0));
	}

	/** The plan in use with its journal; undefined where there is none. */
	async current(): Promise<Session | undefined> {
		await this.opening;
		return this.session;
	}

	/** What is to be shown; resolves when the first reading is done. */
	async shown(): Promise<Shown> {
		await this.opening;
		return (await this.session?.shown()) ?? nothing;
	}

	/** Looks for the plan anew and reads it and its journal again. */
	async refresh(): Promise<void> {
		this.opening = this.opening.then(() => this.open());
		await this.opening;
		this.session?.read();
		this.changed.fire();
	}

	dispose(): void {
		vscode.Disposable.from(this.following, this.changed).dispose();
		this.session?.dispose();
	}

	private async open(): Promise<void> {
		try {
			const { active: plan } = await this.finder.find();
			if (plan?.toString() === this.session?.planUri.toString()) {
				return;
			}
			this.session?.dispose();
			this.session = undefined;
			if (plan) {
				const { Session, systemClock } = await this.load();
				this.session = new Session(plan, this.log, systemClock, this.memory, () => this.changed.fire());
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

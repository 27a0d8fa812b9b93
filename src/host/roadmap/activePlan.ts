import type * as vscode from "vscode";
import { systemClock } from "../core/clock.ts";
import { detach } from "../core/detach.ts";
import { FileMemento } from "../core/fileMemento.ts";
import { HistoryPages } from "../history/historyPages.ts";
import { registerRoadmapTimeline } from "../history/roadmapTimeline.ts";
import { registerLanguageFeatures } from "../language/registerLanguageFeatures.ts";
import { finishPlanChange } from "../logging/changePlan.ts";
import { OverviewPanels } from "../overview/overviewPanels.ts";
import { ReminderController } from "../reminders/reminderController.ts";
import { ReviewPanels } from "../review/reviewPanels.ts";
import { PlanSession } from "../session/planSession.ts";
import { showSample } from "./showSample.ts";

/** The current plan with everything that follows it. */
export interface ActivePlan extends vscode.Disposable {
	readonly session: PlanSession;
	readonly reminders: ReminderController;
	readonly panels: ReviewPanels;
	readonly overviews: OverviewPanels;
	readonly history: HistoryPages;
	/** Completes an interrupted plan change, see `finishPlanChange`. */
	readonly finishChange: () => void;
}

/** The dependencies of these parts. */
export interface ActivePlanContext {
	readonly context: vscode.ExtensionContext;
	readonly log: vscode.LogOutputChannel;
	/** Called when the views must be updated. */
	readonly onChange: () => void;
	/** Fires when the views must be updated. */
	readonly onDidChange: vscode.Event<void>;
}

/** Creates everything that follows a plan. If a part fails, those created before are disposed. */
export function activatePlan(plan: vscode.Uri, { context, log, onChange, onDidChange }: ActivePlanContext): ActivePlan {
	const made: Array<vscode.Disposable> = [];
	const keep = <T extends vscode.Disposable>(part: T): T => {
		made.unshift(part);
		return part;
	};
	const dispose = () => {
		for (const part of made.splice(0)) {
			part.dispose();
		}
	};
	try {
		const shared = new FileMemento(context.globalStorageUri);
		const finishChange = () => detach(finishPlanChange(session), log);
		const session = keep(
			new PlanSession(plan, log, systemClock, {
				state: context.workspaceState,
				onChange,
				onLateWrite: finishChange,
				shared,
			}),
		);
		const reminders = keep(new ReminderController(session, shared));
		keep(registerLanguageFeatures(session, onDidChange));
		const panels = keep(new ReviewPanels(context, session, log, onDidChange));
		const overviews = keep(new OverviewPanels(context, session, log, onDidChange));
		const history = keep(new HistoryPages(session, onDidChange));
		keep(registerRoadmapTimeline(session, onDidChange));
		finishChange();
		detach(showSample(context, plan), log);
		return { session, reminders, panels, overviews, history, finishChange, dispose };
	} catch (error) {
		dispose();
		throw error;
	}
}

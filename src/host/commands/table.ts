import * as vscode from "vscode";
import { plainText } from "../plainText.ts";
import type { PlanFinder } from "../planFinder.ts";
import type { LoadOnDemand, Roadmap } from "../roadmap.ts";
import type { ViewState } from "../views/viewState.ts";

/** What commands work with. */
export interface CommandContext {
	readonly context: vscode.ExtensionContext;
	readonly log: vscode.LogOutputChannel;
	readonly finder: PlanFinder;
	readonly roadmap: Roadmap;
	readonly state: ViewState;
	readonly load: LoadOnDemand;
}

type Command = (context: CommandContext, ...args: ReadonlyArray<unknown>) => unknown;

/** Every command of the extension by its id. */
const commands: Readonly<Record<string, Command>> = {
	"waymark.choosePlan": async (context) => (await context.load()).choosePlan(context),
	"waymark.correctEntry": async (context, id, key) => (await context.load()).correctEntryById(context, id, key),
	"waymark.createRoadmap": async (context) => (await context.load()).createRoadmap(context),
	"waymark.exportCalendar": async (context, given) => (await context.load()).exportCalendar(context, given),
	"waymark.exportImpactRecord": async (context, given) => (await context.load()).exportImpactRecord(context, given),
	"waymark.exportReview": async (context) => (await context.load()).exportReview(context),
	"waymark.groupByPhase": ({ state }) => state.group("phase"),
	"waymark.groupByTrack": ({ state }) => state.group("track"),
	"waymark.groupByYear": ({ state }) => state.group("year"),
	"waymark.logProgress": async (context, given) => (await context.load()).logProgress(context, given),
	"waymark.logTime": async (context, given) => (await context.load()).logTime(context, given),
	"waymark.markDone": async (context, given) => (await context.load()).markDone(context, given),
	"waymark.markNotDone": async (context, given) => (await context.load()).markNotDone(context, given),
	"waymark.nextWeek": ({ state }) => state.moveWeek(1),
	"waymark.noteWin": async (context, given) => (await context.load()).noteWin(context, given),
	"waymark.openPlan": async (context, place) => (await context.load()).openPlan(context, place),
	"waymark.openReview": async (context, given) => (await context.load()).openReview(context, given),
	"waymark.openSample": async (context) => (await context.load()).openSample(context),
	"waymark.previousWeek": ({ state }) => state.moveWeek(-1),
	"waymark.quietWeeks": async (context) => (await context.load()).quietWeeks(context),
	"waymark.redo": async (context) => (await context.load()).redo(context),
	"waymark.refresh": ({ roadmap }) => roadmap.refresh(),
	"waymark.replan": async (context, given) => (await context.load()).replan(context, given),
	"waymark.setUpGitMerge": async (context) => (await context.load()).setUpGitMerge(context),
	"waymark.showAllItems": ({ state }) => state.filterBy("all"),
	"waymark.showDueItems": ({ state }) => state.filterBy("due"),
	"waymark.showJournal": async (context) => (await context.load()).showJournal(context),
	"waymark.showLog": ({ log }) => log.show(),
	"waymark.showOpenItems": ({ state }) => state.filterBy("open"),
	"waymark.snoozeNudges": async (context, given) => (await context.load()).snoozeNudges(context, given),
	"waymark.startTimer": async (context, given) => (await context.load()).startTimer(context, given),
	"waymark.stopTimer": async (context) => (await context.load()).stopTimer(context),
	"waymark.thisWeek": ({ state }) => state.moveWeek(0),
	"waymark.toggleDiscreetMode": async (context) => (await context.load()).toggleDiscreetMode(),
	"waymark.toggleTimer": async (context) => (await context.load()).toggleTimer(context),
	"waymark.undo": async (context) => (await context.load()).undo(context),
	"waymark.whatNext": async (context) => (await context.load()).whatNext(context),
};

/** Registers the commands; a command that fails says so and leaves its stack in the log. */
export function registerCommands(context: CommandContext): vscode.Disposable {
	const registered = Object.entries(commands).map(([id, run]) =>
		vscode.commands.registerCommand(id, async (...args: Array<unknown>) => {
			try {
				return await run(context, ...args);
			} catch (error) {
				context.log.error(error instanceof Error ? error : String(error));
				const message = error instanceof Error ? error.message : String(error);
				const show = vscode.l10n.t("Show Log");
				const chosen = await vscode.window.showErrorMessage(
					vscode.l10n.t("This did not work: {0}", plainText(message)),
					show,
				);
				if (chosen === show) {
					context.log.show();
				}
				return undefined;
			}
		}),
	);
	return vscode.Disposable.from(...registered);
}

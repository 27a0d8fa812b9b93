import * as vscode from "vscode";
import { detach } from "../core/detach.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { escapeLabel } from "../ui/escapeLabel.ts";

/** The context of the commands, with the handlers, which are loaded when the first one runs. */
interface RegistrationContext extends CommandContext {
	readonly load: () => Promise<typeof import("./commandHandlers.ts")>;
}

type Handler = (context: CommandContext, ...args: ReadonlyArray<unknown>) => unknown;

/** The commands whose handlers are loaded when the first one runs, by the name of the handler. */
const handled: ReadonlyArray<keyof typeof import("./commandHandlers.ts")> = [
	"add",
	"applyFix",
	"choosePlan",
	"closeWeek",
	"correctEntry",
	"createRoadmap",
	"exportCalendar",
	"exportImpactRecord",
	"exportOverview",
	"exportReview",
	"exportTime",
	"findRoadmap",
	"getBackOnTrack",
	"importRoadmap",
	"importTime",
	"logProgress",
	"logTime",
	"markDone",
	"markNotDone",
	"move",
	"noteWin",
	"openOverview",
	"openPlan",
	"openReview",
	"openSample",
	"planMyWeek",
	"quietWeeks",
	"redo",
	"rename",
	"replan",
	"search",
	"reviewEvidence",
	"setUpGitMerge",
	"showHistory",
	"showJournal",
	"showTimer",
	"snoozeNudges",
	"startTimer",
	"stopTimer",
	"toggleDiscreetMode",
	"toggleTimer",
	"undo",
	"useExistingRoadmap",
	"whatIf",
	"whatNext",
];

/** The commands that only change what is shown. */
const direct: Readonly<Record<string, (context: CommandContext) => unknown>> = {
	groupByPhase: ({ state }) => state.group("phase"),
	groupByTrack: ({ state }) => state.group("track"),
	groupByYear: ({ state }) => state.group("year"),
	nextWeek: ({ state }) => state.moveWeek(1),
	previousWeek: ({ state }) => state.moveWeek(-1),
	refresh: ({ roadmap }) => roadmap.refresh(),
	showAllItems: ({ state }) => state.filterBy("all"),
	showDueItems: ({ state }) => state.filterBy("due"),
	showLog: ({ log }) => log.show(),
	showOpenItems: ({ state }) => state.filterBy("open"),
	thisWeek: ({ state }) => state.moveWeek(0),
};

/** Registers the commands. Failures are shown to the user and logged with their stack. */
export function registerCommands(context: RegistrationContext): vscode.Disposable {
	const registered = [...handled, ...Object.keys(direct)].map((name) =>
		vscode.commands.registerCommand(`waymark.${name}`, async (...args: Array<unknown>) => {
			try {
				const run = direct[name] ?? ((await context.load()) as Readonly<Record<string, Handler>>)[name];
				return await run?.(context, ...args);
			} catch (error) {
				context.log.error(error instanceof Error ? error : String(error));
				const message = error instanceof Error ? error.message : String(error);
				const show = vscode.l10n.t("Show Log");
				// Not awaited: the command is finished, whether or not the user answers.
				detach(
					vscode.window
						.showErrorMessage(vscode.l10n.t("Command failed: {0}", escapeLabel(message)), show)
						.then((chosen) => chosen === show && context.log.show()),
				);
				return undefined;
			}
		}),
	);
	return vscode.Disposable.from(...registered);
}

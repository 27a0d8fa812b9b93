import * as vscode from "vscode";
import type { PlanFinder } from "../planFinder.ts";
import type { LoadOnDemand, Roadmap } from "../roadmap.ts";

/** What commands work with. */
export interface CommandContext {
	readonly context: vscode.ExtensionContext;
	readonly log: vscode.LogOutputChannel;
	readonly finder: PlanFinder;
	readonly roadmap: Roadmap;
	readonly load: LoadOnDemand;
}

type Command = (context: CommandContext, ...args: ReadonlyArray<unknown>) => unknown;

/** Every command of the extension by its id. */
const commands: Readonly<Record<string, Command>> = {
	"waymark.createRoadmap": async (context) => (await context.load()).createRoadmap(context),
	"waymark.openPlan": async (context, place) => (await context.load()).openPlan(context, place),
	"waymark.redo": async (context) => (await context.load()).redo(context),
	"waymark.refresh": ({ roadmap }) => roadmap.refresh(),
	"waymark.setUpGitMerge": async (context) => (await context.load()).setUpGitMerge(context),
	"waymark.showJournal": async (context) => (await context.load()).showJournal(context),
	"waymark.showLog": ({ log }) => log.show(),
	"waymark.undo": async (context) => (await context.load()).undo(context),
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
				const chosen = await vscode.window.showErrorMessage(vscode.l10n.t("This did not work: {0}", message), show);
				if (chosen === show) {
					context.log.show();
				}
				return undefined;
			}
		}),
	);
	return vscode.Disposable.from(...registered);
}

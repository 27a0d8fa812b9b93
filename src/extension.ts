import * as vscode from "vscode";
import { registerCommands } from "./host/commands/table.ts";
import { PlanFinder } from "./host/planFinder.ts";
import { Roadmap } from "./host/roadmap.ts";
import { RoadmapView } from "./host/views/roadmapView.ts";

/**
 * Registers what VS Code must know at once and returns. Reading a plan needs far more code than looking for one, so the
 * rest is loaded when there is one.
 */
export function activate(context: vscode.ExtensionContext): void {
	const log = vscode.window.createOutputChannel("Waymark", { log: true });
	const finder = new PlanFinder(context.workspaceState);
	const load = () => import("./host/onDemand.ts");
	const roadmap = new Roadmap(finder, log, context.workspaceState, load);
	const view = new RoadmapView(roadmap);
	context.subscriptions.push(log, finder, roadmap, view, registerCommands({ context, log, finder, roadmap, load }));
}

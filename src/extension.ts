import * as vscode from "vscode";
import { extensionApi } from "./host/api/extensionApi.ts";
import { registerModelTools } from "./host/api/modelTools.ts";
import { registerCommands } from "./host/commands/table.ts";
import { PlanFinder } from "./host/planFinder.ts";
import { reviewViewType } from "./host/review/reviewViewType.ts";
import { Roadmap } from "./host/roadmap.ts";
import { CursorFollower } from "./host/views/cursorFollower.ts";
import { OverdueBadge } from "./host/views/overdueBadge.ts";
import { PlanView } from "./host/views/planView.ts";
import { ViewState } from "./host/views/viewState.ts";
import { viewIds } from "./present/viewOptions.ts";
import type { WaymarkApi } from "./present/waymarkApi.ts";

/**
 * Registers what VS Code must know at once and returns. Reading a plan needs far more code than looking for one, so the
 * rest is loaded when there is one.
 */
export function activate(context: vscode.ExtensionContext): WaymarkApi {
	const log = vscode.window.createOutputChannel("Waymark", { log: true });
	const finder = new PlanFinder(context.workspaceState);
	const state = new ViewState(context.workspaceState);
	const load = () => import("./host/onDemand.ts");
	const roadmap = new Roadmap(context, finder, log, state, load);
	const views = viewIds.map((id) => new PlanView(id, roadmap));
	const [main] = views;
	const around = main ? [new OverdueBadge(roadmap, main), new CursorFollower(roadmap, main)] : [];
	const restored = vscode.window.registerWebviewPanelSerializer(reviewViewType, {
		deserializeWebviewPanel: (panel, panelState) => roadmap.restoreReview(panel, panelState),
	});
	const parts = { context, log, finder, roadmap, state, load };
	const ways = [registerCommands(parts), registerModelTools(parts)];
	context.subscriptions.push(log, finder, state, roadmap, ...views, ...around, restored, ...ways);
	return extensionApi(parts);
}

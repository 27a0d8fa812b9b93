import * as vscode from "vscode";
import type { WaymarkApi } from "./api/waymarkApi.ts";
import { bundles } from "./bundles.ts";
import { registerCommands } from "./host/commands/registerCommands.ts";
import { extensionApi } from "./host/integrations/extensionApi.ts";
import { registerModelTools } from "./host/integrations/modelTools.ts";
import { registerImportAction } from "./host/language/importAction.ts";
import { overviewViewType } from "./host/overview/overviewViewType.ts";
import { PlanFinder } from "./host/plan/planFinder.ts";
import { reviewViewType } from "./host/review/reviewViewType.ts";
import { RoadmapController } from "./host/roadmap/roadmapController.ts";
import { ViewState } from "./host/roadmap/viewState.ts";
import { CursorFollower } from "./host/views/cursorFollower.ts";
import { OverdueBadge } from "./host/views/overdueBadge.ts";
import { PlanView } from "./host/views/planView.ts";
import { viewIds } from "./viewmodel/rows/viewOptions.ts";

/**
 * Registers what VS Code must know at once and returns. Reading a plan needs far more code than looking for one, so the
 * rest is loaded when there is one.
 */
export function activate(context: vscode.ExtensionContext): WaymarkApi {
	const log = vscode.window.createOutputChannel("Waymark", { log: true });
	const finder = new PlanFinder(context.workspaceState);
	const state = new ViewState(context.workspaceState);
	const { load, loadImporter } = bundles(context.extensionUri);
	const roadmap = new RoadmapController(context, log, finder, { state, load });
	const views = viewIds.map((id) => new PlanView(id, roadmap));
	const [roadmapView] = views;
	const decorators = roadmapView
		? [new OverdueBadge(roadmap, roadmapView), new CursorFollower(roadmap, roadmapView)]
		: [];
	const restored = vscode.window.registerWebviewPanelSerializer(reviewViewType, {
		deserializeWebviewPanel: (panel, panelState) => roadmap.restoreReview(panel, panelState),
	});
	const overview = vscode.window.registerWebviewPanelSerializer(overviewViewType, {
		deserializeWebviewPanel: (panel) => roadmap.restoreOverview(panel),
	});
	const selectedRows = () => roadmapView?.selectedRows ?? [];
	const parts = { context, log, finder, roadmap, state, load, loadImporter, selectedRows };
	const links = vscode.window.registerUriHandler({ handleUri: async (uri) => (await load()).handleUri(parts, uri) });
	const registrations = [registerCommands(parts), registerModelTools(parts), links, registerImportAction()];
	context.subscriptions.push(
		log,
		finder,
		state,
		roadmap,
		...views,
		...decorators,
		restored,
		overview,
		...registrations,
	);
	return extensionApi(parts);
}

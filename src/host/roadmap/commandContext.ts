import type * as vscode from "vscode";
import type { Row } from "../../viewmodel/rows/row.ts";
import type { PlanFinder } from "../plan/planFinder.ts";
import type { RoadmapController } from "./roadmapController.ts";
import type { ViewState } from "./viewState.ts";

/** The dependencies of commands. */
export interface CommandContext {
	readonly context: vscode.ExtensionContext;
	readonly log: vscode.LogOutputChannel;
	readonly finder: PlanFinder;
	readonly roadmap: RoadmapController;
	readonly state: ViewState;
	/** What reads a Markdown file as a plan. */
	readonly loadImporter: () => Promise<typeof import("../../importer/roadmapImporter.ts")>;
	/** The selected rows of the Roadmap view. */
	readonly selectedRows: () => ReadonlyArray<Row>;
}

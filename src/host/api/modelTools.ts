import * as vscode from "vscode";
import type { CommandContext } from "../commands/table.ts";

/** The tools that language models may call, by the names in package.json. */
const names = ["get_roadmap_status", "log_roadmap_time"] as const;

export type ToolName = (typeof names)[number];

/** Offers the tools where the editor knows of such; what they take is loaded when one is called. */
export function registerModelTools(context: CommandContext): vscode.Disposable {
	const register = (vscode.lm as Partial<typeof vscode.lm> | undefined)?.registerTool;
	const registered = names.map((name) =>
		register?.(name, {
			prepareInvocation: async ({ input }) => (await context.load()).prepareTool(context, name, input),
			invoke: async ({ input }) => (await context.load()).callTool(context, name, input),
		}),
	);
	return vscode.Disposable.from(...registered.flatMap((each) => each ?? []));
}

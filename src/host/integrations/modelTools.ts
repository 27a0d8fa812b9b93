import * as vscode from "vscode";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { modelToolNames } from "./modelToolNames.ts";

/** Registers the language model tools if the editor supports them; their implementation is loaded on first use. */
export function registerModelTools(
	context: CommandContext & { readonly load: () => Promise<typeof import("./integrationHandlers.ts")> },
): vscode.Disposable {
	const register = (vscode.lm as Partial<typeof vscode.lm> | undefined)?.registerTool;
	const registered = modelToolNames.map((name) =>
		register?.(name, {
			prepareInvocation: async ({ input }) => (await context.load()).prepareTool(context, name, input),
			invoke: async ({ input }) => (await context.load()).callTool(context, name, input),
		}),
	);
	return vscode.Disposable.from(...registered.flatMap((each) => each ?? []));
}

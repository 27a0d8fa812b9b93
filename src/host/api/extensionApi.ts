import type { WaymarkApi } from "../../present/waymarkApi.ts";
import type { CommandContext } from "../commands/table.ts";

/** What other extensions get; what it takes is loaded when one asks. */
export function extensionApi(context: CommandContext): WaymarkApi {
	return {
		version: 1,
		onDidChange: (listener) => context.roadmap.onDidChange(() => listener()),
		status: async (options) => (await context.load()).readStatus(context, options),
		log: async (request) => (await context.load()).logRequested(context, request),
	};
}

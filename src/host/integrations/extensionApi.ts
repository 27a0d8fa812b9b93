import type { WaymarkApi } from "../../api/waymarkApi.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/** The API for other extensions; its implementation is loaded on first use. */
export function extensionApi(
	context: CommandContext & { readonly load: () => Promise<typeof import("./integrationHandlers.ts")> },
): WaymarkApi {
	return {
		version: 1,
		onDidChange: (listener) => context.roadmap.onDidChange(() => listener()),
		status: async (options) => (await context.load()).readStatus(context, options),
		log: async (request) => (await context.load()).handleLogRequest(context, request),
	};
}

import { requireSession } from "../logging/requireSession.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/** Saves the overview as one HTML file, without private items. The page renders it, so it is opened first. */
export async function exportOverview(context: CommandContext): Promise<void> {
	if (await requireSession(context)) {
		await (await context.roadmap.overviews())?.open().export();
	}
}

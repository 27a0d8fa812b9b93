import { requireSession } from "../logging/requireSession.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/** Opens the overview of the plan. */
export async function openOverview(context: CommandContext): Promise<void> {
	if (await requireSession(context)) {
		(await context.roadmap.overviews())?.open();
	}
}

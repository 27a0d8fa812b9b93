import { runBackOnTrack } from "../logging/backOnTrack/backOnTrackFlow.ts";
import { commandArguments } from "../logging/commandArguments.ts";
import { requireSource } from "../logging/requireSource.ts";
import { resolveTargetArg } from "../logging/resolveTargetArg.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/**
 * Lists what is off track with ways back, each with its chance, and makes the chosen ones after a preview. The journal
 * records the changes, and one Undo reverts both.
 *
 * @param given a row, or `{on}`; without it, everything that is off track is listed
 */
export async function getBackOnTrack(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(context);
	if (!found) {
		return;
	}
	const { session, source } = found;
	const on = resolveTargetArg(source, commandArguments(given));
	if (on !== "unknown") {
		await runBackOnTrack(session, source, on === undefined ? {} : { only: `item:${on}` });
	}
}

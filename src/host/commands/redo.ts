import { applyUndoStep } from "../logging/applyUndoStep.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/** Redoes what was undone last, and tells the user what it was. */
export function redo(context: CommandContext): Promise<void> {
	return applyUndoStep(context, "redo");
}

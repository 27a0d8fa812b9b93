import { applyUndoStep } from "../logging/applyUndoStep.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

/** Undoes what was saved last, and tells the user what it was. */
export function undo(context: CommandContext): Promise<void> {
	return applyUndoStep(context, "undo");
}

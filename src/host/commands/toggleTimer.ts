import type { CommandContext } from "../roadmap/commandContext.ts";
import { startTimer } from "./startTimer.ts";
import { stopTimer } from "./stopTimer.ts";

/** Stops the running timer, or starts one. */
export async function toggleTimer(context: CommandContext): Promise<void> {
	const session = await context.roadmap.current();
	await session?.journal.settled();
	await (session?.journal.ledger.timers().current ? stopTimer(context) : startTimer(context));
}

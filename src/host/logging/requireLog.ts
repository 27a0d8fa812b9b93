import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import type { PlanSession } from "../session/planSession.ts";
import type { SessionContext } from "../session/sessionContext.ts";
import { commandArguments } from "./commandArguments.ts";
import { requireSession } from "./requireSession.ts";
import { resolveTargetArg } from "./resolveTargetArg.ts";
import { reportInvalid } from "./validateArguments.ts";

/** The validated input of a log command. */
export interface LogCommandInput {
	readonly session: PlanSession;
	readonly source: ViewSource;
	readonly wanted: Readonly<Record<string, unknown>>;
	/** The ID in the arguments; undefined if there is none. */
	readonly on: string | undefined;
}

/**
 * The current plan and the arguments. Undefined, after a message to the user, if there is no plan or the arguments are
 * invalid.
 *
 * @param given a row, or an object with arguments
 * @param wrongIn returns an error message for arguments other than `on`
 */
export async function requireLog(
	context: SessionContext,
	given: unknown,
	wrongIn: (wanted: Readonly<Record<string, unknown>>) => string | undefined,
): Promise<LogCommandInput | undefined> {
	const session = (await requireSession(context))?.session;
	const source = await session?.source();
	if (!session || !source) {
		return undefined;
	}
	const wanted = commandArguments(given);
	const on = resolveTargetArg(source, wanted);
	return on === "unknown" || reportInvalid(wrongIn(wanted)) ? undefined : { session, source, wanted, on };
}

import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import type { PlanSession } from "../session/planSession.ts";
import type { SessionContext } from "../session/sessionContext.ts";
import { requireSession } from "./requireSession.ts";

/** The current plan and what the views show of it; undefined, after a message to the user, if there is none. */
export async function requireSource(
	context: SessionContext,
): Promise<{ readonly session: PlanSession; readonly source: ViewSource } | undefined> {
	const found = await requireSession(context);
	const source = await found?.session.source();
	return found && source ? { session: found.session, source } : undefined;
}

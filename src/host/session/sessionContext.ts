import type { PlanSession } from "./planSession.ts";

/** Provides the session of the current plan. */
export interface SessionContext {
	readonly roadmap: {
		/** Undefined if there is no plan. */
		current(): Promise<PlanSession | undefined>;
	};
}

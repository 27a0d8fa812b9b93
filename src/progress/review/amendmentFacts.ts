import { targetName } from "../../journal/entry.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import type { Plan } from "../../plan/plan.ts";
import { formatDay, type Span } from "../../time/day.ts";
import { amendments, phaseShifts } from "../phaseShifts.ts";
import type { RoadmapState } from "../roadmapState.ts";
import { type Fact, privacyField, writtenId } from "./reviewFact.ts";

/** The maximum number of stored changes, the newest. */
const mostAmendments = 100;

/** How the phases have moved since day one, and the changes of the plan in a period. */
export function amendmentFacts({ plan, ledger, aliases }: RoadmapState, period: Required<Span>): ReadonlyArray<Fact> {
	return [
		...phaseShifts(plan, ledger).map(
			({ phase, was, now }): Fact => ({
				fact: "shift",
				...writtenId(phase),
				title: phase.title,
				was: formatDay(was),
				now: formatDay(now),
				...privacyField(phase),
			}),
		),
		...amendments(ledger, period)
			.slice(-mostAmendments)
			.map((live) => amendmentFact(live, plan, (id) => aliases.idOf(id))),
	];
}

function amendmentFact({ entry, day }: LiveEntry<"plan">, plan: Plan, idOf: (id: string) => string | undefined): Fact {
	const { on, field, was, now, why } = entry;
	const node = on === undefined ? undefined : plan.byId.get(idOf(on) ?? "");
	const name = on === undefined ? "" : targetName(entry, on);
	// Phases and stages are not in the index; another node may have their ID.
	const isNode = node !== undefined && (name === undefined || name === node.title || field !== "when");
	return {
		fact: "amendment",
		day: formatDay(day),
		...(on === undefined ? {} : { on: isNode ? node.id : on }),
		title: isNode ? node.title : (name ?? on ?? ""),
		field,
		...(typeof was === "string" ? { was } : {}),
		...(typeof now === "string" ? { now } : {}),
		...(why === undefined ? {} : { why }),
		...privacyField(node),
	};
}

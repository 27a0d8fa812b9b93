import type { EntryOf } from "../journal/entry.ts";
import type { Ledger } from "../journal/ledger/ledger.ts";
import type { LiveEntry } from "../journal/ledger/liveEntry.ts";
import type { Phase, Plan } from "../plan/plan.ts";
import { planCalendar } from "../plan/planCalendar.ts";
import { type Day, parseDay } from "../time/day.ts";
import { addDuration } from "../time/duration.ts";
import { type Calendar, dueDay, type Period, parsePeriod, resolvePeriod } from "../time/period.ts";

/** How the last day of a phase has moved since day one of the plan. */
export interface PhaseShift {
	readonly phase: Phase;
	readonly was: Day;
	readonly now: Day;
}

/** The plan changes that count, in order. */
export function amendments(ledger: Ledger, span?: Parameters<Ledger["between"]>[0]): ReadonlyArray<LiveEntry<"plan">> {
	return ledger.between(span).filter((live): live is LiveEntry<"plan"> => live.entry.type === "plan");
}

/**
 * How the phases have moved since day one, by the slips of the plan and by the changes in the journal; empty if none has.
 * What was edited in the file by hand without a slip isn't known.
 */
export function phaseShifts(plan: Plan, ledger: Ledger): ReadonlyArray<PhaseShift> {
	const changes = amendments(ledger).map(({ entry }) => entry);
	const first = changes.find(({ field, on }) => field === "start" && on === undefined);
	const calendar = planCalendar(parseDay(first?.was ?? "") ?? plan.start, []);
	let before: Day | undefined = calendar.start;
	const shifts = plan.phases.flatMap((phase): ReadonlyArray<PhaseShift> => {
		const when = firstWhen(phase, plan, changes);
		const was = when && lastDay(when, calendar, before);
		const now = dueDay(phase.span);
		before = was === undefined ? undefined : was + 1;
		return was === undefined || now === undefined ? [] : [{ phase, was, now }];
	});
	return shifts.some(({ was, now }) => was !== now) ? shifts : [];
}

/** The period of a phase before its first change. */
function firstWhen(phase: Phase, plan: Plan, changes: ReadonlyArray<EntryOf<"plan">>): Period | undefined {
	const change = changes.find((entry) => entry.field === "when" && isAbout(entry, phase, plan));
	const read = change && parsePeriod(change.was ?? "");
	return read === undefined || typeof read === "string" ? phase.when : read;
}

/** The journal names phases by IDs that other nodes may have as well. */
function isAbout({ on, name }: EntryOf<"plan">, { id, title, formerly }: Phase, { byId }: Plan): boolean {
	return on !== undefined && (name === title || (!byId.has(on) && (on === id || formerly.includes(on))));
}

/** @param before the day on which a length begins */
function lastDay({ mode, stretch }: Period, calendar: Calendar, before: Day | undefined): Day | undefined {
	if (stretch.kind === "length") {
		return before === undefined ? undefined : addDuration(before, stretch.length) - 1;
	}
	return dueDay(resolvePeriod({ mode, stretch }, calendar));
}

import type { NewEntry } from "../../journal/newEntry.ts";
import { type Steps, stepping } from "../../journal/steps.ts";
import { targetFields } from "../../journal/targetFields.ts";
import type { Plan } from "../../plan/plan.ts";
import { formatDay } from "../../time/day.ts";
import { formatMoment } from "../../time/moment.ts";
import { sanitizeText } from "../../util/sanitizeText.ts";
import type { ProposedTime } from "./proposeTime.ts";
import { rowsPerStep } from "./timeTable.ts";

/** Longer notes are cut. */
const longestNote = 2000;

/** The entries of the journal for what is new, in the order of the source. @param batch a name for all of them, see `import` */
export function* importedEntries(
	proposed: ReadonlyArray<ProposedTime>,
	plan: Plan,
	{ timeZone, batch }: { readonly timeZone: string; readonly batch: string },
): Steps<ReadonlyArray<NewEntry>> {
	const entries: Array<NewEntry> = [];
	yield* stepping(
		proposed,
		({ entry: { start, day, minutes, text }, fate, on }) => {
			if (fate === "new" && on !== undefined) {
				const target = targetFields(plan, on);
				const at = start === undefined ? formatDay(day) : formatMoment(start + minutes * 60_000, timeZone);
				const note = sanitizeText(text).trim().slice(0, longestNote);
				const noted = note === "" || note === target.name ? {} : { note };
				entries.push({ type: "time", ...target, at, minutes, ...noted, import: batch });
			}
		},
		rowsPerStep,
	);
	return entries;
}

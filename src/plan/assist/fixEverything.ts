import type { Day } from "../../time/day.ts";
import { applyEdits } from "../../util/textEdit.ts";
import { lineEnd } from "../../util/textLines.ts";
import type { PlanProblem } from "../planProblem.ts";
import { foreignKey } from "../schema/foreignKeys.ts";
import type { Fix, FixLog } from "./fix.ts";
import { FixFinder } from "./fixFinder.ts";

/** A fixed plan, and what to log with it, as one step. */
export interface FixedPlan {
	readonly text: string;
	readonly logs: ReadonlyArray<FixLog>;
}

/** A fix can reveal another problem, and a map gets one note at a time. */
const mostRounds = 20;

/**
 * Applies the likeliest fix of each problem, until none is left. What was done already, such as `status: done`, is logged
 * once the IDs of the items no longer change; what has no place here goes into notes last. Of two meanings of a value, none
 * is guessed.
 *
 * @param today the date to use if a fix needs one
 */
export function fixEverything(text: string, today: Day): FixedPlan {
	const named = fixRounds({ text, logs: [] }, today, ({ kind, log }) => !log && kind !== "to-note");
	const logged = fixRounds(named, today, ({ log }) => log !== undefined);
	return fixRounds(logged, today, ({ log }, problem, now) => !log && !isFigure(now, problem));
}

/** Whether a key such as `current: 40` has a figure, which can be logged once its goal is right. */
function isFigure(text: string, { code, range: { end }, args: [key = "", ...known] }: PlanProblem): boolean {
	const isLogged = code === "unknown-key" && foreignKey(key, known)?.kind === "logged";
	return isLogged && /\d/.test(text.slice(end, lineEnd(text, end)));
}

/** @param isWanted whether to apply a fix of a problem of the text as it is by then */
function fixRounds(
	{ text, logs }: FixedPlan,
	today: Day,
	isWanted: (fix: Fix, problem: PlanProblem, text: string) => boolean,
): FixedPlan {
	let fixed: FixedPlan = { text, logs };
	for (let round = 0; round < mostRounds; round++) {
		const now = fixed.text;
		const found = new FixFinder(now, today).likelyFixes((fix, problem) => isWanted(fix, problem, now));
		if (found.edits.length === 0) {
			break;
		}
		fixed = { text: applyEdits(now, found.edits), logs: [...fixed.logs, ...found.logs] };
	}
	return fixed;
}

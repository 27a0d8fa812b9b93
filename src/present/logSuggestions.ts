import * as l10n from "@vscode/l10n";
import { logSource } from "./logSource.ts";
import { targetsOfPlan } from "./targets.ts";
import type { ViewSource } from "./viewSource.ts";
import { paceWords } from "./weekWords.ts";

/** Something that is likely to be logged. */
export interface LogSuggestion {
	readonly id: string;
	readonly label: string;
	readonly description: string;
	readonly icon: string;
}

const mostSuggestions = 12;

/** What is likely to be logged: for time the commitments, those that miss the most first; then what is logged most often. */
export function logSuggestions(source: ViewSource, first: "time" | "progress"): ReadonlyArray<LogSuggestion> {
	const { snapshot, words, plan } = source;
	const week = snapshot.week.commitments
		.toSorted((a, b) => b.aim.low - b.minutes - (a.aim.low - a.minutes))
		.map((each) => ({
			id: each.commitment.id,
			label: words.title(each.commitment),
			description: paceWords(each, words, false),
			icon: "clock",
		}));
	const { targets, uses } = logSource(source, first);
	const kinds = new Map(targetsOfPlan(plan).map(({ id, kind }) => [id, kind]));
	const others = targets
		.filter(
			({ id, timeOnly }) => (first === "time" || !timeOnly) && uses(id) > 0 && !week.some((each) => each.id === id),
		)
		.toSorted((a, b) => uses(b.id) - uses(a.id))
		.map(({ id }) => ({
			id,
			label: words.title(plan.byId.get(id) ?? { title: id }),
			description: kinds.get(id) ?? l10n.t("in the plan"),
			icon: "history",
		}));
	return [...(first === "time" ? week : []), ...others].slice(0, mostSuggestions);
}

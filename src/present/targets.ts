import * as l10n from "@vscode/l10n";
import type { LogTarget } from "../journal/typed/logged.ts";
import type { Named, Plan } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";
import { kindWord } from "./itemWords.ts";

/** Something that the journal can name. */
export interface Target extends LogTarget {
	readonly formerly: ReadonlyArray<string>;
	/** What it is and what it belongs to: "activity of Thought leadership". */
	readonly kind: string;
}

/** Everything that can be logged, in the order in which people look for it: the week first, then the plan's items. */
export function targetsOfPlan(plan: Plan): ReadonlyArray<Target> {
	const measures = new Map(plan.measures.map(({ id, title }) => [id, title]));
	// A measure has the kind of numbers that the goals of it have.
	const goals = new Map(plan.items.map(({ of, goal }) => [of, goal] as const).reverse());
	const timeOnly = true;
	return [
		...plan.commitments.flatMap((commitment) => [
			{ ...named(commitment), kind: l10n.t("commitment"), weekly: true, timeOnly },
			...commitment.activities.map((activity) => ({
				...named(activity),
				kind: l10n.t("activity of {0}", commitment.title),
				timeOnly,
			})),
		]),
		...plan.measures.map((measure) => ({ ...named(measure, goals.get(measure.id)), kind: l10n.t("measure") })),
		...plan.items.map((item) => ({
			...named(item, item.goal),
			kind:
				item.of === undefined ? kindWord(item.kind) : `${kindWord(item.kind)} · ${measures.get(item.of) ?? item.of}`,
		})),
		...plan.tracks.map((track) => ({ ...named(track), kind: l10n.t("track"), timeOnly })),
		...plan.checkpoints.map((checkpoint) => ({ ...named(checkpoint), kind: l10n.t("checkpoint"), timeOnly })),
	];
}

function named({ id, title, formerly }: Named, goal?: Quantity): Pick<Target, "id" | "title" | "formerly" | "goal"> {
	return { id, title, formerly, ...(goal ? { goal } : {}) };
}

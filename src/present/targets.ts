import * as l10n from "@vscode/l10n";
import type { Plan } from "../plan/plan.ts";
import { kindWord } from "./kindWord.ts";

/** Something that the journal can name. */
export interface Target {
	readonly id: string;
	readonly title: string;
	/** What it is and what it belongs to: "activity of Thought leadership". */
	readonly kind: string;
}

/** Everything that can be logged, in the order in which people look for it: the week first, then the plan's items. */
export function targetsOfPlan(plan: Plan): ReadonlyArray<Target> {
	const measures = new Map(plan.measures.map(({ id, title }) => [id, title]));
	return [
		...plan.commitments.flatMap(({ id, title, activities }) => [
			{ id, title, kind: l10n.t("commitment") },
			...activities.map((activity) => ({
				id: activity.id,
				title: activity.title,
				kind: l10n.t("activity of {0}", title),
			})),
		]),
		...plan.measures.map(({ id, title }) => ({ id, title, kind: l10n.t("measure") })),
		...plan.items.map(({ id, title, kind, of }) => ({
			id,
			title,
			kind: of === undefined ? kindWord(kind) : `${kindWord(kind)} · ${measures.get(of) ?? of}`,
		})),
		...plan.tracks.map(({ id, title }) => ({ id, title, kind: l10n.t("track") })),
		...plan.checkpoints.map(({ id, title }) => ({ id, title, kind: l10n.t("checkpoint") })),
	];
}

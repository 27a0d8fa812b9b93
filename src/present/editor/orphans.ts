import * as l10n from "@vscode/l10n";
import { orphansOf } from "../../journal/aliases.ts";
import type { Place } from "../../journal/problem.ts";
import { slug } from "../../plan/ids.ts";
import { nearest } from "../../plan/nearest.ts";
import type { Named } from "../../plan/plan.ts";
import type { ViewSource } from "../viewSource.ts";

/** Entries about something that the plan does not know, at the last of them. */
export interface OrphanProblem extends Place {
	readonly id: string;
	/** The id of that entry. */
	readonly entry: string;
	readonly text: string;
	/** What most likely has another id now. */
	readonly meant?: Named;
}

/** What the journal says of things that nothing in the plan answers to; one for each. */
export function orphanProblems({ ledger, aliases, plan, words }: ViewSource): ReadonlyArray<OrphanProblem> {
	return orphansOf(ledger, aliases).flatMap(({ id, name, entries }): ReadonlyArray<OrphanProblem> => {
		const entry = ledger.on([id]).at(-1)?.entry.id;
		const place = entry === undefined ? undefined : ledger.placeOf(entry);
		if (entry === undefined || !place) {
			return [];
		}
		const likely =
			nearest(id, plan.byId.keys()) ?? (name === undefined ? undefined : nearest(slug(name), plan.byId.keys()));
		const alike = [...plan.byId.values()].find(({ title }) => name !== undefined && title === name);
		const meant = alike ?? (likely === undefined ? undefined : plan.byId.get(likely));
		const text = l10n.t(
			'Nothing in the plan has the id "{0}" ("{1}"), so its {2} entries count for nothing. Say what it is now.',
			id,
			words.plain(name ?? id),
			entries,
		);
		return [{ id, entry, text, file: place.file, line: place.line, ...(meant ? { meant } : {}) }];
	});
}

import * as l10n from "@vscode/l10n";
import type { EntryLocation } from "../../journal/journalProblem.ts";
import { findOrphans } from "../../journal/ledger/aliases.ts";
import { slug } from "../../plan/assignIds.ts";
import type { Named } from "../../plan/plan.ts";
import { isNumber } from "../../progress/items/ratePeriods.ts";
import { NameSearch } from "../../util/nearest.ts";
import { plural } from "../../util/plural.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** Entries about an unknown ID, reported at the last of them. */
export interface OrphanProblem extends EntryLocation {
	readonly id: string;
	/** The ID of that entry. */
	readonly entry: string;
	readonly text: string;
	/** The node that most likely has another ID now. */
	readonly meant?: Named;
}

/** The Problems view shows no more for one file. */
const mostShown = 1000;

/**
 * What the journal says of things that nothing in the plan answers to, and numbers of items that count by a measure; one for
 * each, of the first thousand.
 */
export function orphanProblems(source: ViewSource): ReadonlyArray<OrphanProblem> {
	return [...unknownProblems(source), ...hiddenNumbers(source)].slice(0, mostShown);
}

/** Numbers that were logged on an item before it had `of`: since then only those of its measure count. */
function hiddenNumbers({ ledger, aliases, plan, formatter }: ViewSource): ReadonlyArray<OrphanProblem> {
	return plan.items.flatMap((item): ReadonlyArray<OrphanProblem> => {
		const measure = item.of === undefined ? undefined : plan.byId.get(item.of);
		const hidden = measure ? ledger.on(aliases.idsOf(item.id), { type: "progress" }).filter(isNumber) : [];
		const { id: entry } = hidden.at(-1)?.entry ?? {};
		const place = entry === undefined ? undefined : ledger.placeOf(entry);
		if (!measure || entry === undefined || !place) {
			return [];
		}
		const [title, counting] = [formatter.title(item), formatter.title(measure)];
		const text = plural(
			hidden.length,
			l10n.t('"{0}" counts by the measure "{1}", so 1 number logged on it directly isn\'t counted.', title, counting),
			l10n.t(
				'"{0}" counts by the measure "{1}", so {2} numbers logged on it directly aren\'t counted.',
				title,
				counting,
				hidden.length,
			),
		);
		return [{ id: item.id, entry, text, file: place.file, line: place.line }];
	});
}

function unknownProblems({ ledger, aliases, plan, formatter }: ViewSource): ReadonlyArray<OrphanProblem> {
	const search = new NameSearch();
	const byTitle = new Map([...plan.byId.values()].toReversed().map((named) => [named.title, named]));
	return findOrphans(ledger, aliases)
		.slice(0, mostShown)
		.flatMap(({ id, name, entries }): ReadonlyArray<OrphanProblem> => {
			const entry = ledger.on([id]).at(-1)?.entry.id;
			const place = entry === undefined ? undefined : ledger.placeOf(entry);
			if (entry === undefined || !place) {
				return [];
			}
			const likely =
				search.nearest(id, plan.byId) ?? (name === undefined ? undefined : search.nearest(slug(name), plan.byId));
			const alike = name === undefined ? undefined : byTitle.get(name);
			const meant = alike ?? (likely === undefined ? undefined : plan.byId.get(likely));
			const title = formatter.plain(name ?? id);
			const text = plural(
				entries,
				l10n.t(
					'No item in the plan has the ID "{0}" ("{1}"), so 1 entry isn\'t counted. Map it to a plan item.',
					id,
					title,
				),
				l10n.t(
					'No item in the plan has the ID "{0}" ("{1}"), so {2} entries aren\'t counted. Map them to a plan item.',
					id,
					title,
					entries,
				),
			);
			return [{ id, entry, text, file: place.file, line: place.line, ...(meant ? { meant } : {}) }];
		});
}

import * as l10n from "@vscode/l10n";
import type { EntryLocation } from "../../journal/journalProblem.ts";
import type { Orphan, OrphanFinder } from "../../journal/ledger/orphanFinder.ts";
import type { Steps } from "../../journal/steps.ts";
import { slug } from "../../plan/assignIds.ts";
import type { Item, Named } from "../../plan/plan.ts";
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
 * each, of the first thousand. Pauses, because there can be very many.
 */
export function* orphanProblems(source: ViewSource, finder: OrphanFinder): Steps<ReadonlyArray<OrphanProblem>> {
	const search = new NameSearch();
	const byTitle = new Map([...source.plan.byId.values()].toReversed().map((named) => [named.title, named]));
	const found: Array<OrphanProblem> = [];
	for (const orphan of yield* finder.steps(source.ledger, source.aliases)) {
		found.push(...unknownProblem(orphan, source, { search, byTitle }));
		yield;
		if (found.length >= mostShown) {
			return found;
		}
	}
	for (const item of source.plan.items) {
		found.push(...hiddenNumbers(item, source));
		yield;
	}
	return found.slice(0, mostShown);
}

/** Finds what was most likely meant by an unknown name. */
interface Likely {
	readonly search: NameSearch;
	readonly byTitle: ReadonlyMap<string, Named>;
}

/** Numbers that were logged on an item before it had `of`: since then only those of its measure count. */
function hiddenNumbers(item: Item, { ledger, aliases, plan, formatter }: ViewSource): ReadonlyArray<OrphanProblem> {
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
}

function unknownProblem(
	{ id, name, entries, lastEntry: entry }: Orphan,
	{ ledger, plan, formatter }: ViewSource,
	{ search, byTitle }: Likely,
): ReadonlyArray<OrphanProblem> {
	const place = ledger.placeOf(entry);
	if (!place) {
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
}

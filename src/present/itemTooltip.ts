import * as l10n from "@vscode/l10n";
import { formatPeriod } from "../plan/period.ts";
import type { Item } from "../plan/plan.ts";
import type { Progress } from "../progress/itemProgress.ts";
import { datedText, noteText } from "./entryText.ts";
import { kindWord, reachedWords, stateWord } from "./itemWords.ts";
import type { TooltipPart } from "./row.ts";
import type { ViewSource } from "./viewSource.ts";

/** Entries of the history that are shown; the journal has them all. */
const shownEntries = 5;

/** All that a person may want to know about an item: state, dates, what it hangs on, notes, and its last entries. */
export function itemTooltip(item: Item, progress: Progress, source: ViewSource): ReadonlyArray<TooltipPart> {
	const { words, plan, snapshot } = source;
	const fact = (name: string, text: string | undefined): ReadonlyArray<TooltipPart> =>
		text === undefined || text === "" ? [] : [{ kind: "fact", name, text }];
	const track = plan.tracks.find(({ id }) => id === item.track);
	const needs = item.needs.flatMap((id) => {
		const need = snapshot.items.get(id);
		return need ? [`${words.title(need)} (${stateWord(snapshot.progressOf(need))})`] : [];
	});
	return [
		{ kind: "heading", text: words.title(item) },
		...fact(capitalised(kindWord(item.kind)), stateWord(progress)),
		...fact(l10n.t("Reached"), reachedWords(item, progress, words).join(", ")),
		...fact(l10n.t("When"), datesText(item, source)),
		...fact(l10n.t("Good until"), progress.expires === undefined ? undefined : words.date(progress.expires)),
		...fact(l10n.t("Confirm by"), progress.lapses === undefined ? undefined : words.date(progress.lapses)),
		...fact(l10n.t("Track"), track && words.title(track)),
		...fact(l10n.t("Needs"), needs.join(", ")),
		...fact(l10n.t("Dropped"), progress.state === "dropped" ? droppedText(item, source) : undefined),
		...(item.note === undefined ? [] : [{ kind: "text" as const, text: words.plain(item.note) }]),
		...(item.link === undefined ? [] : [{ kind: "link" as const, text: l10n.t("Link"), url: item.link }]),
		...historyParts([item.id, ...(item.of === undefined ? [] : [item.of])], source),
	];
}

/** The last entries about some ids of the plan, the newest first, with their evidence. */
export function historyParts(ids: ReadonlyArray<string>, source: ViewSource): ReadonlyArray<TooltipPart> {
	const { ledger, aliases, words } = source;
	const entries = ledger.on(ids.flatMap((id) => aliases.idsOf(id)));
	if (entries.length === 0) {
		return [];
	}
	const shown = entries.slice(-shownEntries).toReversed();
	return [
		{ kind: "heading", text: l10n.t("Last entries") },
		...shown.flatMap(({ entry }): ReadonlyArray<TooltipPart> => {
			const note = noteText(entry, source);
			const text = [datedText(entry, source), note].filter(Boolean).join(" · ");
			const link = "link" in entry && !words.discreet ? entry.link : undefined;
			return [
				{ kind: "text", text },
				...(link === undefined ? [] : [{ kind: "link" as const, text: l10n.t("Evidence"), url: link }]),
			];
		}),
	];
}

function datesText({ when, span }: Item, { words }: ViewSource): string | undefined {
	if (!span) {
		return when && formatPeriod(when);
	}
	return when ? `${words.dates(span)} (${formatPeriod(when)})` : words.dates(span);
}

function droppedText({ dropped }: Item, { words }: ViewSource): string {
	const day = dropped?.on === undefined ? [] : [words.date(dropped.on)];
	return [...day, ...(dropped?.why === undefined ? [] : [words.plain(dropped.why)])].join(", ") || l10n.t("yes");
}

/** With a capital first letter, where the script has one. */
export function capitalised(text: string): string {
	const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
	return first.toLocaleUpperCase() + text.slice(first.length);
}

import * as l10n from "@vscode/l10n";
import { entryTargets } from "../../journal/entry.ts";
import type { Ledger } from "../../journal/ledger/ledger.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { finish, type Steps } from "../../journal/steps.ts";
import { type Day, formatDay } from "../../time/day.ts";
import { type EntryTextContext, entryIcons, entryText, noteText } from "../text/entryText.ts";
import { isPrivateEntry } from "../text/privacy.ts";
import { EntryHints } from "./entryHints.ts";

/** A line of the journal list. */
export type JournalLine =
	| { readonly kind: "day"; readonly label: string }
	| {
			readonly kind: "entry";
			readonly live: LiveEntry;
			readonly icon: string;
			readonly label: string;
			readonly description: string;
			/** An unknown ID in the entry. */
			readonly orphan?: string;
	  };

/** The input of the list. */
export interface JournalSource extends EntryTextContext {
	readonly ledger: Ledger;
	readonly today: Day;
}

/** The most entries whose texts are kept for the next search: those of a million would fill the memory. */
const mostTexts = 50_000;
/** The number of entries to search without a pause. */
const searchedAtOnce = 512;
/** The number of lines to make without a pause. */
const shownAtOnce = 64;

/** A searchable list of entries: newest first, by day. Texts are created when needed. */
export class JournalList {
	private readonly texts = new Map<LiveEntry, string>();
	private readonly dates = new Map<Day, string>();
	private readonly hints: EntryHints;

	constructor(private readonly source: JournalSource) {
		this.hints = new EntryHints(source.ledger, source);
	}

	/** The number of entries. */
	get size(): number {
		return this.source.ledger.liveSize;
	}

	/**
	 * The lines for a search: entries that contain all its words, with a separator for each day.
	 *
	 * @param limit the maximum number of entries
	 */
	lines(typed: string, limit: number): ReadonlyArray<JournalLine> {
		return finish(this.steps(typed, limit));
	}

	/** Like `lines`, with pauses: a search may go through all entries. */
	*steps(typed: string, limit: number): Steps<ReadonlyArray<JournalLine>> {
		const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
		const found: Array<LiveEntry> = [];
		for (const span of this.source.ledger.spans().toReversed()) {
			const entries = yield* this.source.ledger.betweenSteps(span);
			for (let at = entries.length - 1; at >= 0 && found.length < limit; at--) {
				const live = entries[at];
				if (live && this.hasAll(live, wanted)) {
					found.push(live);
				}
				if (at % searchedAtOnce === 0) {
					yield;
				}
			}
			if (found.length >= limit) {
				break;
			}
		}
		return yield* this.linesOf(found);
	}

	private *linesOf(found: ReadonlyArray<LiveEntry>): Steps<ReadonlyArray<JournalLine>> {
		const lines: Array<JournalLine> = [];
		let day: Day | undefined;
		for (const [index, live] of found.entries()) {
			if (index % shownAtOnce === shownAtOnce - 1) {
				yield;
			}
			if (live.day !== day) {
				day = live.day;
				lines.push({ kind: "day", label: this.source.formatter.dayName(day, this.source.today) });
			}
			lines.push(this.line(live));
		}
		return lines;
	}

	private hasAll(live: LiveEntry, wanted: ReadonlyArray<string>): boolean {
		const text = wanted.length > 0 ? this.textOf(live) : "";
		return wanted.every((word) => text.includes(word));
	}

	private line(live: LiveEntry): JournalLine {
		const { entry } = live;
		const orphan = entryTargets(entry).find((id) => this.source.aliases.idOf(id) === undefined);
		const lost = orphan === undefined ? [] : [l10n.t("not in the plan")];
		const note = noteText(entry, this.source);
		return {
			kind: "entry",
			live,
			icon: entryIcons[entry.type],
			label: this.label(live),
			description: [...lost, ...this.hints.of(live), note].filter(Boolean).join(" · "),
			...(orphan === undefined ? {} : { orphan }),
		};
	}

	private label({ entry }: LiveEntry): string {
		return entryText(entry, this.source);
	}

	private textOf(live: LiveEntry): string {
		let text = this.texts.get(live);
		if (text === undefined) {
			const { entry, day } = live;
			const parts = [
				this.label(live),
				noteText(entry, this.source),
				// Otherwise a search could reveal hidden text.
				...(this.source.formatter.discreet && isPrivateEntry(entry, this.source) ? [] : entryTargets(entry)),
				this.date(day),
				formatDay(day),
			];
			text = parts.join(" ").toLowerCase();
			if (this.texts.size < mostTexts) {
				this.texts.set(live, text);
			}
		}
		return text;
	}

	/** Cached by day: formatting dates takes longest, and many entries share one. */
	private date(day: Day): string {
		const date = this.dates.get(day) ?? this.source.formatter.date(day);
		this.dates.set(day, date);
		return date;
	}
}

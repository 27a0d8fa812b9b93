import * as l10n from "@vscode/l10n";
import { targetsOf } from "../journal/entry.ts";
import type { Ledger } from "../journal/ledger.ts";
import type { LiveEntry } from "../journal/liveEntry.ts";
import { type Day, formatDay } from "../plan/day.ts";
import { EntryHints } from "./entryHints.ts";
import { type EntryContext, entryIcons, entryText, noteText } from "./entryText.ts";

/** A line of the list of entries. */
export type JournalLine =
	| { readonly kind: "day"; readonly label: string }
	| {
			readonly kind: "entry";
			readonly live: LiveEntry;
			readonly icon: string;
			readonly label: string;
			readonly description: string;
			/** An id in it that nothing in the plan has. */
			readonly orphan?: string;
	  };

/** What the list is made of. */
export interface JournalSource extends EntryContext {
	readonly ledger: Ledger;
	readonly today: Day;
}

/** The entries of a journal as people look for them: newest first, by day, filtered by words. Their texts are made once, when needed. */
export class JournalList {
	private readonly newestFirst: ReadonlyArray<LiveEntry>;
	private readonly texts = new Map<LiveEntry, string>();
	private readonly dates = new Map<Day, string>();
	private readonly hints: EntryHints;

	constructor(private readonly source: JournalSource) {
		this.hints = new EntryHints(source.ledger, source);
		this.newestFirst = source.ledger.between().toReversed();
	}

	/** How many entries there are. */
	get size(): number {
		return this.newestFirst.length;
	}

	/**
	 * The lines for what was typed: entries that hold every word of it, with a line for each day.
	 *
	 * @param limit the most entries
	 */
	lines(typed: string, limit: number): ReadonlyArray<JournalLine> {
		const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
		const lines: Array<JournalLine> = [];
		let day: Day | undefined;
		let count = 0;
		for (const live of this.newestFirst) {
			if (count === limit) {
				break;
			}
			const text = wanted.length > 0 ? this.textOf(live) : "";
			if (!wanted.every((word) => text.includes(word))) {
				continue;
			}
			if (live.day !== day) {
				day = live.day;
				lines.push({ kind: "day", label: this.source.words.dayName(day, this.source.today) });
			}
			lines.push(this.line(live));
			count++;
		}
		return lines;
	}

	private line(live: LiveEntry): JournalLine {
		const { entry } = live;
		const orphan = targetsOf(entry).find((id) => this.source.aliases.idOf(id) === undefined);
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
				...targetsOf(entry),
				this.date(day),
				formatDay(day),
			];
			text = parts.join(" ").toLowerCase();
			this.texts.set(live, text);
		}
		return text;
	}

	/** Kept by day: putting a date into words takes longer than all the rest, and many entries share one. */
	private date(day: Day): string {
		const date = this.dates.get(day) ?? this.source.words.date(day);
		this.dates.set(day, date);
		return date;
	}
}

import * as l10n from "@vscode/l10n";
import type { Entry, EntryOf } from "../../journal/entry.ts";
import type { Ledger } from "../../journal/ledger/ledger.ts";
import type { LiveEntry } from "../../journal/ledger/liveEntry.ts";
import { findOverlaps } from "../../journal/ledger/loggedMinutes.ts";
import type { Day } from "../../time/day.ts";
import { type EntryTextContext, entryTitle } from "../text/entryText.ts";
import { isPrivateEntry } from "../text/privacy.ts";

/** The overlap with another entry, in minutes. */
interface Shared {
	readonly other: EntryOf<"time">;
	readonly minutes: number;
}

/** Warnings for time entries. A day is computed when one of its entries is shown. */
export class EntryHints {
	private readonly days = new Map<Day, ReadonlyMap<string, ReadonlyArray<Shared>>>();

	constructor(
		private readonly ledger: Ledger,
		private readonly context: EntryTextContext,
	) {}

	/** "overlaps Writing by 15 min", "-30 min counts as none: enter the time"; empty if there are none. */
	of({ entry, root, day }: LiveEntry): ReadonlyArray<string> {
		const { formatter } = this.context;
		const isHidden = (each: Entry) => formatter.discreet && isPrivateEntry(each, this.context);
		if (entry.type !== "time" || isHidden(entry)) {
			return [];
		}
		if (entry.minutes < 0) {
			return [l10n.t("{0} min is counted as 0. Enter the time.", formatter.number(entry.minutes))];
		}
		return (this.sharedOn(day).get(root) ?? [])
			.filter(({ other }) => !isHidden(other))
			.map(({ other, minutes }) =>
				l10n.t("overlaps {0} by {1}", entryTitle(other.on, other, this.context), formatter.minutes(minutes)),
			);
	}

	private sharedOn(day: Day): ReadonlyMap<string, ReadonlyArray<Shared>> {
		const known = this.days.get(day);
		if (known) {
			return known;
		}
		const found = new Map<string, Array<Shared>>();
		const note = ({ root }: LiveEntry<"time">, { entry }: LiveEntry<"time">, minutes: number) => {
			found.set(root, [...(found.get(root) ?? []), { other: entry, minutes }]);
		};
		const around = this.ledger.between({ start: day - 1, end: day + 2 });
		const times = around.filter((live): live is LiveEntry<"time"> => live.entry.type === "time");
		for (const { first, second, minutes } of findOverlaps(times)) {
			note(first, second, minutes);
			note(second, first, minutes);
		}
		this.days.set(day, found);
		return found;
	}
}

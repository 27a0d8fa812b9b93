import * as l10n from "@vscode/l10n";
import type { EntryOf } from "../journal/entry.ts";
import type { Ledger } from "../journal/ledger.ts";
import type { LiveEntry } from "../journal/liveEntry.ts";
import { overlapsOf } from "../journal/minutes.ts";
import type { Day } from "../plan/day.ts";
import { type EntryContext, titleOf } from "./entryText.ts";

/** What is shared with another entry, in minutes. */
interface Shared {
	readonly other: EntryOf<"time">;
	readonly minutes: number;
}

/** Says of entries on time what their owner may not have meant. Works out a day when one of its entries is asked about. */
export class EntryHints {
	private readonly days = new Map<Day, ReadonlyMap<string, ReadonlyArray<Shared>>>();

	constructor(
		private readonly ledger: Ledger,
		private readonly context: EntryContext,
	) {}

	/** "overlaps Writing by 15 min", "-30 min counts as none: enter the time"; empty where all is well. */
	of({ entry, root, day }: LiveEntry): ReadonlyArray<string> {
		const { words } = this.context;
		if (entry.type !== "time") {
			return [];
		}
		if (entry.minutes < 0) {
			return [l10n.t("{0} min counts as none: enter the time", words.number(entry.minutes))];
		}
		return (this.sharedOn(day).get(root) ?? []).map(({ other, minutes }) =>
			l10n.t("overlaps {0} by {1}", titleOf(other.on, other, this.context), words.minutes(minutes)),
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
		for (const { first, second, minutes } of overlapsOf(times)) {
			note(first, second, minutes);
			note(second, first, minutes);
		}
		this.days.set(day, found);
		return found;
	}
}

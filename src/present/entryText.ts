import * as l10n from "@vscode/l10n";
import type { Aliases } from "../journal/aliases.ts";
import { type Entry, type EntryType, nameIn } from "../journal/entry.ts";
import { parseDay } from "../plan/day.ts";
import type { Plan } from "../plan/plan.ts";
import type { Words } from "./words.ts";

/** What is needed to say what an entry is about. */
export interface EntryContext {
	readonly plan: Plan;
	readonly aliases: Aliases;
	readonly words: Words;
}

/** The codicon of each type of entry. */
export const entryIcons: Readonly<Record<EntryType, string>> = {
	time: "clock",
	timer: "play",
	progress: "graph-line",
	note: "star",
	review: "checklist",
	plan: "edit",
	void: "discard",
};

/** What an entry says, in one line, without its note and its day. */
export function entryText(entry: Entry, context: EntryContext): string {
	const { words } = context;
	const title = (id: string) => titleOf(id, entry, context);
	switch (entry.type) {
		case "time":
			return `${title(entry.on)}: ${words.minutes(Math.max(0, entry.minutes))}`;
		case "timer":
			return l10n.t("{0}: timer started", title(entry.on));
		case "progress":
			return `${title(entry.on)}: ${progressText(entry, words)}`;
		case "note":
			return entry.amount === undefined ? entry.text : `${entry.text} (${words.amount(entry.amount)})`;
		case "review":
			return l10n.t("{0}: review {1}", title(entry.checkpoint), entry.occurrence);
		case "plan":
			return l10n.t("{0}: {1} changed to {2}", title(entry.on), entry.field, entry.now ?? l10n.t("nothing"));
		case "void":
			return l10n.t("An entry was taken back");
	}
}

/** What an entry says, with its day: "Thought leadership: 45 min (Nov 20, 2026)". */
export function datedText(entry: Entry, context: EntryContext): string {
	const day = parseDay(entry.at.slice(0, 10));
	const text = entryText(entry, context);
	return day === undefined ? text : `${text} (${context.words.date(day)})`;
}

/** The words of a person in an entry: its note, summary or reason. */
export function noteOf(entry: Entry): string | undefined {
	switch (entry.type) {
		case "time":
		case "progress":
			return entry.note;
		case "review":
			return entry.summary;
		case "plan":
			return entry.why;
		default:
			return undefined;
	}
}

/** The title that something has in the plan; without it the one it had when it was logged. */
function titleOf(id: string, entry: Entry, { plan, aliases }: EntryContext): string {
	return plan.byId.get(aliases.idOf(id) ?? "")?.title || nameIn(entry, id) || id;
}

function progressText({ set, add }: { readonly set?: unknown; readonly add?: number }, words: Words): string {
	if (add !== undefined) {
		return add < 0 ? words.number(add) : `+${words.number(add)}`;
	}
	switch (set) {
		case true:
			return l10n.t("done");
		case false:
			return l10n.t("not done");
		case "rising":
			return l10n.t("rising");
		case "steady":
			return l10n.t("steady");
		case "falling":
			return l10n.t("falling");
		default:
			return words.number(Number(set));
	}
}

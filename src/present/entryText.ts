import * as l10n from "@vscode/l10n";
import type { Aliases } from "../journal/aliases.ts";
import { type Entry, type EntryOf, type EntryType, nameIn, targetsOf } from "../journal/entry.ts";
import type { Trend } from "../journal/registers.ts";
import { parseDay } from "../plan/day.ts";
import type { Plan } from "../plan/plan.ts";
import { hidden } from "./discretion.ts";
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
			return `${title(entry.on)}: ${progressText(entry, words, words.discreet && isMoney(entry.on, context))}`;
		case "note":
			if (words.discreet && isPrivate(entry, context)) {
				return l10n.t("Private");
			}
			return entry.amount === undefined
				? words.plain(entry.text)
				: `${words.plain(entry.text)} (${words.amount(entry.amount)})`;
		case "review":
			return l10n.t("{0}: review {1}", title(entry.checkpoint), entry.occurrence);
		case "plan":
			return amendmentText(entry, entry.on === undefined ? l10n.t("The plan") : title(entry.on), words);
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

/** The words of a person in an entry, its note, summary or reason; what is private stays so. */
export function noteText(entry: Entry, context: EntryContext): string | undefined {
	const { words } = context;
	const note = noteOf(entry);
	return note === undefined || (words.discreet && isPrivate(entry, context)) ? undefined : words.plain(note);
}

/** Whether an entry is about something that the plan calls private. */
function isPrivate(entry: Entry, { plan, aliases }: EntryContext): boolean {
	return targetsOf(entry).some((id) => plan.byId.get(aliases.idOf(id) ?? "")?.private);
}

/** Whether the numbers that are logged on an id are amounts of money, by a goal that is held against them. */
function isMoney(logged: string, { plan, aliases }: EntryContext): boolean {
	const id = aliases.idOf(logged);
	return plan.items.some((item) => (item.of ?? item.id) === id && item.goal?.currency !== undefined);
}

function noteOf(entry: Entry): string | undefined {
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
export function titleOf(id: string, entry: Entry, { plan, aliases, words }: EntryContext): string {
	const node = plan.byId.get(aliases.idOf(id) ?? "");
	return node ? words.title(node) : words.plain(nameIn(entry, id) || id);
}

function amendmentText({ field, now }: EntryOf<"plan">, title: string, words: Words): string {
	if (field === "dropped") {
		return now === null || now === undefined ? l10n.t("{0}: revived", title) : l10n.t("{0}: dropped", title);
	}
	if (field === "slips") {
		return l10n.t("{0}: moved, {1}", title, now ?? "");
	}
	return now === null || now === undefined
		? l10n.t("{0}: {1} removed", title, field)
		: l10n.t("{0}: {1} changed to {2}", title, field, words.plain(now));
}

/**
 * A new value, what came on top, a mark or a trend: "7", "+1", "done", "rising".
 *
 * @param isHidden whether numbers are kept from who sees the screen
 */
export function progressText(
	{ set, add }: { readonly set?: unknown; readonly add?: number },
	words: Words,
	isHidden = false,
): string {
	if (isHidden && (add !== undefined || typeof set === "number")) {
		return hidden;
	}
	if (add !== undefined) {
		return add < 0 ? words.number(add) : `+${words.number(add)}`;
	}
	switch (set) {
		case true:
			return l10n.t("done");
		case false:
			return l10n.t("not done");
		case "rising":
		case "steady":
		case "falling":
			return trendWord(set);
		default:
			return words.number(Number(set));
	}
}

/** Where an indicator goes, in a word. */
export function trendWord(trend: Trend): string {
	switch (trend) {
		case "rising":
			return l10n.t("rising");
		case "steady":
			return l10n.t("steady");
		case "falling":
			return l10n.t("falling");
	}
}

import * as l10n from "@vscode/l10n";
import type { Trend } from "../../amount/trend.ts";
import { type Entry, type EntryOf, type EntryType, entryTargets, targetName } from "../../journal/entry.ts";
import type { Aliases } from "../../journal/ledger/aliases.ts";
import type { Plan } from "../../plan/plan.ts";
import { parseDay } from "../../time/day.ts";
import type { Formatter } from "./formatter.ts";
import { isPrivateEntry } from "./privacy.ts";
import { redacted } from "./redaction.ts";

/** The context for entry texts. */
export interface EntryTextContext {
	readonly plan: Plan;
	readonly aliases: Aliases;
	readonly formatter: Formatter;
}

/** The codicon of each type of entry. */
export const entryIcons: Readonly<Record<EntryType, string>> = {
	time: "clock",
	timer: "play",
	progress: "graph-line",
	note: "star",
	review: "checklist",
	focus: "target",
	plan: "edit",
	void: "discard",
};

/** The text of an entry in one line, without its note and date. */
export function entryText(entry: Entry, context: EntryTextContext): string {
	const { formatter } = context;
	if (formatter.discreet && isPrivateEntry(entry, context)) {
		return l10n.t("Private");
	}
	const title = (id: string) => entryTitle(id, entry, context);
	switch (entry.type) {
		case "time":
		case "progress":
			return `${title(entry.on)}: ${loggedText(entry, context)}`;
		case "timer":
			return l10n.t("{0}: timer started", title(entry.on));
		case "note":
			if (entry.week !== undefined) {
				const line = entry.text.trim() === "" ? l10n.t("closed") : formatter.plain(entry.text);
				return l10n.t("Week of {0}: {1}", formatter.date(parseDay(entry.week) ?? 0), line);
			}
			return entry.amount === undefined
				? formatter.plain(entry.text)
				: `${formatter.plain(entry.text)} (${formatter.amount(entry.amount)})`;
		case "review":
			return typeof entry.occurrence === "number"
				? l10n.t("{0}: review {1}", title(entry.checkpoint), entry.occurrence)
				: l10n.t("{0}: extra review", title(entry.checkpoint));
		case "focus":
			return l10n.t(
				"Focus of the week of {0}: {1}",
				formatter.date(parseDay(entry.week) ?? 0),
				entryTargets(entry).map(title).join(", "),
			);
		case "plan":
			return amendmentText(entry, entry.on === undefined ? l10n.t("The plan") : title(entry.on), formatter);
		case "void":
			return l10n.t("Entry undone");
	}
}

/** What an entry adds, without its title: "45 min", "+1", "done". */
export function loggedText(entry: EntryOf<"time"> | EntryOf<"progress">, context: EntryTextContext): string {
	const { formatter } = context;
	return entry.type === "time"
		? formatter.minutes(Math.max(0, entry.minutes))
		: progressText(entry, formatter, formatter.discreet && isMoney(entry.on, context));
}

/** The text of an entry with its date: "Thought leadership: 45 min (Nov 20, 2026)". */
export function datedText(entry: Entry, context: EntryTextContext): string {
	const day = parseDay(entry.at.slice(0, 10));
	const text = entryText(entry, context);
	return day === undefined ? text : `${text} (${context.formatter.date(day)})`;
}

/** Free text of an entry: its note, summary or reason; private texts are hidden. */
export function noteText(entry: Entry, context: EntryTextContext): string | undefined {
	const { formatter } = context;
	const note = noteOf(entry);
	return note === undefined || (formatter.discreet && isPrivateEntry(entry, context))
		? undefined
		: formatter.plain(note);
}

/** Whether the values of an ID are money, according to its goal. */
function isMoney(logged: string, { plan, aliases }: EntryTextContext): boolean {
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

/** The title in the plan; otherwise the one at the time of logging. */
export function entryTitle(id: string, entry: Entry, { plan, aliases, formatter }: EntryTextContext): string {
	const node = plan.byId.get(aliases.idOf(id) ?? "");
	return node ? formatter.title(node) : formatter.plain(targetName(entry, id) || id);
}

function amendmentText({ field, now }: EntryOf<"plan">, title: string, formatter: Formatter): string {
	if (field === "dropped") {
		return now === null || now === undefined ? l10n.t("{0}: restored", title) : l10n.t("{0}: dropped", title);
	}
	if (field === "slips") {
		return l10n.t("{0}: moved, {1}", title, now ?? "");
	}
	switch (field) {
		case "added":
			return l10n.t("{0}: added", title);
		case "title":
			return l10n.t("{0}: renamed to {1}", title, formatter.plain(now ?? ""));
		case "place":
			return l10n.t("{0}: moved to {1}", title, formatter.plain(now ?? ""));
	}
	return now === null || now === undefined
		? l10n.t("{0}: {1} removed", title, field)
		: l10n.t("{0}: {1} changed to {2}", title, field, formatter.plain(now));
}

/**
 * A new value, an addition, a mark or a trend: "7", "+1", "done", "rising".
 *
 * @param isHidden whether numbers are redacted
 */
export function progressText(
	{ set, add }: { readonly set?: unknown; readonly add?: number },
	formatter: Formatter,
	isHidden = false,
): string {
	if (isHidden && (add !== undefined || typeof set === "number")) {
		return redacted;
	}
	if (add !== undefined) {
		return add < 0 ? formatter.number(add) : `+${formatter.number(add)}`;
	}
	switch (set) {
		case true:
			return l10n.t("done");
		case false:
			return l10n.t("not done");
		case "rising":
		case "steady":
		case "falling":
			return trendText(set);
		default:
			return formatter.number(Number(set));
	}
}

/** The text of a trend. */
export function trendText(trend: Trend): string {
	switch (trend) {
		case "rising":
			return l10n.t("rising");
		case "steady":
			return l10n.t("steady");
		case "falling":
			return l10n.t("falling");
	}
}

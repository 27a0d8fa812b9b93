import * as l10n from "@vscode/l10n";
import createCalendar from "ical-generator";
import { isListedAlone } from "../../plan/parts.ts";
import type { Named } from "../../plan/plan.ts";
import { type Day, toDate } from "../../time/day.ts";
import { sanitizeLine, sanitizeText } from "../../util/sanitizeText.ts";
import { reachedTexts } from "../text/itemText.ts";
import type { ViewSource } from "../text/viewSource.ts";

/**
 * An iCalendar file with upcoming due dates: open items, and reviews. All-day events with stable identifiers, so that
 * importing the file again updates moved dates. Private items are left out, and money in discreet mode, because others
 * may see a calendar.
 *
 * @param stamp the creation time, in ms since 1970
 */
export function calendarFile(source: ViewSource, stamp: number): string {
	const { plan, snapshot, today, formatter } = source;
	const calendar = createCalendar({
		name: escaped(sanitizeLine(formatter.plain(plan.title))),
		prodId: { company: "Waymark", product: "Waymark", language: "EN" },
	});
	const used = new Set<string>();
	const unused = (id: string): string => {
		const free = used.has(id) ? unused(`${id}-2`) : id;
		used.add(free);
		return free;
	};
	// The library does not escape line breaks in some fields; what follows would become another property.
	const add = (id: string, day: Day, summary: string, description: string) =>
		calendar.createEvent({
			id: `${unused(sanitizeLine(id))}@waymark`,
			start: toDate(day),
			end: toDate(day + 1),
			allDay: true,
			timezone: "UTC",
			stamp: new Date(stamp),
			summary: sanitizeLine(summary),
			...(description === "" ? {} : { description: sanitizeText(description) }),
		});
	for (const item of plan.items.filter(isListedAlone)) {
		const progress = snapshot.progressOf(item);
		const { due, state } = progress;
		if (due !== undefined && due >= today && state !== "done" && state !== "dropped" && !item.private) {
			const facts = [
				...reachedTexts(item, progress, formatter),
				...(item.note === undefined ? [] : [formatter.plain(item.note)]),
			];
			add(`item-${firstId(item)}`, due, l10n.t("Due: {0}", formatter.title(item)), facts.join("\n"));
		}
	}
	for (const { checkpoint, occurrence, day, state } of snapshot.checkpoints) {
		if (day >= today && state !== "reviewed" && !checkpoint.private) {
			const questions = checkpoint.questions.map(({ ask }) => formatter.plain(ask)).join("\n");
			add(`review-${firstId(checkpoint)}-${occurrence}`, day, formatter.title(checkpoint), questions);
		}
	}
	return calendar.toString();
}

/** The original ID: calendars identify the event by it, even after the item was renamed. */
function firstId({ id, formerly }: Pick<Named, "id" | "formerly">): string {
	return formerly[0] ?? id;
}

/** RFC 5545, 3.3.11. The library escapes all texts except the name of the calendar. */
function escaped(text: string): string {
	return text.replace(/[\\;,]/g, "\\$&");
}

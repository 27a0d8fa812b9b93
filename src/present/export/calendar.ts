import * as l10n from "@vscode/l10n";
import createCalendar from "ical-generator";
import { type Day, dateOf } from "../../plan/day.ts";
import { reachedWords } from "../itemWords.ts";
import { shownText } from "../shownText.ts";
import type { ViewSource } from "../viewSource.ts";

/**
 * The days on which something falls due from today on, as an iCalendar file: items that are not done, and reviews. Whole
 * days; each keeps its identifier, so that importing the file again moves what has moved. What is private is left out; in
 * discreet mode so is money, since others may see a calendar.
 *
 * @param stamp when the file is made, in ms since 1970
 */
export function calendarFile(source: ViewSource, stamp: number): string {
	const { plan, snapshot, today, words } = source;
	const calendar = createCalendar({
		name: oneLine(words.plain(plan.title)),
		prodId: { company: "Waymark", product: "Waymark", language: "EN" },
	});
	const add = (id: string, day: Day, summary: string, description: string) =>
		calendar.createEvent({
			id: `${oneLine(id)}@waymark`,
			start: dateOf(day),
			end: dateOf(day + 1),
			allDay: true,
			timezone: "UTC",
			stamp: new Date(stamp),
			summary: oneLine(summary),
			...(description === "" ? {} : { description: shownText(description) }),
		});
	for (const item of plan.items) {
		const progress = snapshot.progressOf(item);
		const { due, state } = progress;
		if (due !== undefined && due >= today && state !== "done" && state !== "dropped" && !item.private) {
			const facts = [
				...reachedWords(item, progress, words),
				...(item.note === undefined ? [] : [words.plain(item.note)]),
			];
			add(`item-${item.id}`, due, l10n.t("Due: {0}", words.title(item)), facts.join("\n"));
		}
	}
	for (const { checkpoint, occurrence, day, state } of snapshot.checkpoints) {
		if (day >= today && state !== "reviewed" && !checkpoint.private) {
			const questions = checkpoint.questions.map(({ ask }) => words.plain(ask)).join("\n");
			add(`review-${checkpoint.id}-${occurrence}`, day, words.title(checkpoint), questions);
		}
	}
	return calendar.toString();
}

/** The library writes a line break in some fields as it is, and what follows would be read as a property. */
function oneLine(text: string): string {
	return shownText(text).replace(/\s+/g, " ");
}

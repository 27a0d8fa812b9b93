import * as l10n from "@vscode/l10n";
import createCalendar from "ical-generator";
import { type Day, dateOf } from "../../plan/day.ts";
import { reachedWords } from "../itemWords.ts";
import { plainText } from "../plainText.ts";
import type { ViewSource } from "../viewSource.ts";

/**
 * The days on which something falls due from today on, as an iCalendar file: items that are not done, and reviews. Whole
 * days; each keeps its identifier, so that importing the file again moves what has moved. What is private is left out.
 *
 * @param stamp when the file is made, in ms since 1970
 */
export function calendarFile(source: ViewSource, stamp: number): string {
	const { plan, snapshot, today, words } = source;
	const calendar = createCalendar({
		name: plainText(plan.title),
		prodId: { company: "Waymark", product: "Waymark", language: "EN" },
	});
	const add = (id: string, day: Day, summary: string, description: string) =>
		calendar.createEvent({
			id: `${id}@waymark`,
			start: dateOf(day),
			end: dateOf(day + 1),
			allDay: true,
			timezone: "UTC",
			stamp: new Date(stamp),
			summary: plainText(summary),
			...(description === "" ? {} : { description: plainText(description) }),
		});
	for (const item of plan.items) {
		const progress = snapshot.progressOf(item);
		const { due, state } = progress;
		if (due !== undefined && due >= today && state !== "done" && state !== "dropped" && !item.private) {
			const facts = [...reachedWords(item, progress, words), ...(item.note === undefined ? [] : [item.note])];
			add(item.id, due, l10n.t("Due: {0}", item.title), facts.join("\n"));
		}
	}
	for (const { checkpoint, occurrence, day, state } of snapshot.checkpoints) {
		if (day >= today && state !== "reviewed" && !checkpoint.private) {
			const questions = checkpoint.questions.map(({ ask }) => ask).join("\n");
			add(`${checkpoint.id}-${occurrence}`, day, checkpoint.title, questions);
		}
	}
	return calendar.toString();
}

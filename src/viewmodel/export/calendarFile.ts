import * as l10n from "@vscode/l10n";
import createCalendar, { ICalAlarmRelatesTo, ICalAlarmType, ICalEventRepeatingFreq } from "ical-generator";
import { isListedAlone } from "../../plan/parts.ts";
import type { Named, Plan } from "../../plan/plan.ts";
import { type Day, toDate } from "../../time/day.ts";
import { weekdayOf } from "../../time/week.ts";
import { sanitizeLine, sanitizeText } from "../../util/sanitizeText.ts";
import { placeTexts, reachedTexts } from "../text/itemText.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** When alarms of whole days go off: at nine on the day, or on the day before; in seconds from the midnight at its beginning. */
const alarms = { onTheDay: 9 * 3600, theDayBefore: -15 * 3600 } as const;
/** When the week is planned, in minutes after midnight, and for how long. */
const planning = { at: 9 * 60, minutes: 15 } as const;

/**
 * An iCalendar file with upcoming due dates: open items, and reviews, each with an alarm, and an appointment each week to plan it. Whole
 * days with stable identifiers, so that importing the file again updates moved dates. Private items are left out, and money in discreet mode, because others
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
	const add = (id: string, day: Day, { summary, description, alarm }: EventTexts) => {
		const event = calendar.createEvent({
			id: `${unused(sanitizeLine(id))}@waymark`,
			start: toDate(day),
			end: toDate(day + 1),
			allDay: true,
			timezone: "UTC",
			stamp: new Date(stamp),
			summary: sanitizeLine(summary),
			...(description === "" ? {} : { description: sanitizeText(description) }),
		});
		alarmAt(event, alarms[alarm]);
	};
	for (const item of plan.items.filter(isListedAlone)) {
		const progress = snapshot.progressOf(item);
		const { due, state } = progress;
		if (due !== undefined && due >= today && state !== "done" && state !== "dropped" && !item.private) {
			const facts = [
				...reachedTexts(item, progress, formatter),
				...placeTexts({ optional: item.optional, partOf: publicTitle(item.partOf, plan) }, formatter),
				...(item.note === undefined ? [] : [formatter.plain(item.note)]),
			];
			const summary = l10n.t("Due: {0}", formatter.title(item));
			add(`item-${firstId(item)}`, due, { summary, description: facts.join("\n"), alarm: "theDayBefore" });
		}
	}
	for (const { checkpoint, occurrence, day, state } of snapshot.checkpoints) {
		if (day >= today && state !== "reviewed" && !checkpoint.private) {
			const description = checkpoint.questions.map(({ ask }) => formatter.plain(ask)).join("\n");
			const summary = formatter.title(checkpoint);
			add(`review-${firstId(checkpoint)}-${occurrence}`, day, { summary, description, alarm: "onTheDay" });
		}
	}
	addPlanning(calendar, source, stamp);
	return calendar.toString();
}

interface EventTexts {
	readonly summary: string;
	readonly description: string;
	readonly alarm: keyof typeof alarms;
}

type Calendar = ReturnType<typeof createCalendar>;

/** An alarm that shows the title, some seconds after the beginning of an event. */
function alarmAt(event: ReturnType<Calendar["createEvent"]>, seconds: number): void {
	const trigger = seconds < 0 ? { triggerBefore: -seconds } : { triggerAfter: seconds };
	// Without it, the library counts what comes after from the end.
	event.createAlarm({ type: ICalAlarmType.display, ...trigger }).relatesTo(ICalAlarmRelatesTo.start);
}

/** Plans each week on its first working day, in the time zone of whoever looks at it; not in a plan without weekly hours. */
function addPlanning(calendar: Calendar, { plan, snapshot, today }: ViewSource, stamp: number): void {
	if (snapshot.week.aim.high === 0 && plan.commitments.length === 0) return;
	const first = [0, 1, 2, 3, 4, 5, 6].find((after) => plan.week.days.includes((plan.week.starts + after) % 7)) ?? 0;
	const weekday = (plan.week.starts + first) % 7;
	const start = Math.max(today, plan.start ?? today);
	const day = start + ((weekday - weekdayOf(start) + 7) % 7);
	const at = (minutes: number) => new Date(toDate(day).getTime() + minutes * 60_000);
	const event = calendar.createEvent({
		id: "plan-my-week@waymark",
		start: at(planning.at),
		end: at(planning.at + planning.minutes),
		floating: true,
		stamp: new Date(stamp),
		summary: l10n.t("Plan My Week"),
		repeating: { freq: ICalEventRepeatingFreq.WEEKLY },
	});
	alarmAt(event, 0);
}

/** The title of an item with an ID; undefined if it is private. */
function publicTitle(id: string | undefined, plan: Plan): string | undefined {
	const item = id === undefined ? undefined : plan.byId.get(id);
	return item?.private === false ? item.title : undefined;
}

/** The original ID: calendars identify the event by it, even after the item was renamed. */
function firstId({ id, formerly }: Pick<Named, "id" | "formerly">): string {
	return formerly[0] ?? id;
}

/** RFC 5545, 3.3.11. The library escapes all texts except the name of the calendar. */
function escaped(text: string): string {
	return text.replace(/[\\;,]/g, "\\$&");
}

import * as z from "zod";
import { parseDay } from "./day.ts";
import { parseDuration } from "./duration.ts";
import { parsePeriod } from "./period.ts";
import type { ProblemCode } from "./problem.ts";
import { parseQuantity } from "./quantity.ts";
import {
	parseBelow,
	parseBoolean,
	parseDayEnd,
	parseHours,
	parseShare,
	parseWeekday,
	parseWeekdays,
} from "./scalars.ts";

// The one source of what a plan may say: types, validation, the JSON Schema and the descriptions that editors show.

/** The longest text that is a title, an id or a goal. */
const maxWord = 10_000;

/** A text that stands for something else. `read` gives what, or undefined or a reason where it stands for nothing. */
function scalar<T>(code: ProblemCode, read: (text: string) => T | undefined | string, examples: ReadonlyArray<string>) {
	return z
		.codec(z.string(), z.custom<Exclude<T, string>>(), {
			decode: (text, context) => {
				const value = read(text);
				if (value !== undefined && typeof value !== "string") {
					return value as Exclude<T, string>;
				}
				context.issues.push({ code: "custom", input: text, params: { code, why: value ?? "" } });
				return z.NEVER;
			},
			encode: String,
		})
		.meta({ examples: [...examples] });
}

const word = z.string().max(maxWord);
const prose = z.string();
const id = z
	.string()
	.max(200)
	.regex(/^[^\s\p{C}][^\p{C}]*$/u)
	.meta({ examples: ["aws-saa"] });
const link = z
	.string()
	.max(2000)
	.meta({ examples: ["https://example.com"] });
const day = scalar("bad-day", parseDay, ["2026-01-05"]);
const period = scalar("bad-period", parsePeriod, [
	"month 5",
	"months 6-8",
	"by year 2",
	"year 5+",
	"2027-Q3",
	"2026-09..2027-02",
]);
const quantity = scalar("bad-quantity", parseQuantity, ["100+", "8-12 people", "$1M+", "at most 2", "4 per quarter"]);
const duration = scalar("bad-duration", parseDuration, ["6 months", "3 years", "4 weeks"]);
const hours = scalar("bad-hours", parseHours, ["2", "4-5"]);
const share = scalar("bad-share", parseShare, ["60%"]);
const flag = scalar("bad-boolean", parseBoolean, ["true"]);
const periodKey = z.string().meta({ key: "period" });
const areaKey = z.string().max(maxWord);

/** A value, or values by the period in which each holds. */
const dated = <T extends z.ZodType>(value: T) => z.union([value, z.record(periodKey, value)]);

/** Keys that every node with a name of its own has. */
const named = {
	id: id.optional().describe("The short name that the journal and other keys use. Made from the title when left out."),
	formerly: z.array(id).optional().describe("Ids it had before: what was logged under them counts for it."),
	note: prose.optional().describe("Prose in Markdown, to remember."),
	link: link.optional().describe("An address with more about it."),
	private: flag.optional().describe("Kept out of exports and hidden in discreet mode, with all that stands within it."),
};

const when = period.optional().describe("When: month 5, months 6-8, by year 2, year 5+, 2027-Q3, 2026-09..2027-02.");
const track = id.optional().describe("The id of the track it counts for.");

const itemMap = z
	.strictObject({
		title: word.optional().describe("What it is called."),
		...named,
		when,
		goal: quantity.optional().describe("How much: 100+, 8-12 people, $1M+, at most 2, 4 per quarter."),
		of: id.optional().describe("The id of the measure whose value counts for this goal."),
		from: quantity.optional().describe("The value on day one; 0 when left out."),
		track,
		needs: z.array(id).optional().describe("Ids of items: it is done when all of them are."),
		confirm: duration.optional().describe("How often to ask again whether it still holds."),
		valid: duration.optional().describe("It expires that long after it was done."),
		dropped: z
			.strictObject({
				on: day.describe("The day it was given up."),
				why: word.optional().describe("Why it was given up."),
				for: word.optional().describe("What takes its place."),
			})
			.optional()
			.describe("Given up: it leaves means, due lists and aims from that day; its history stays."),
	})
	.meta({ id: "item" });
const item = z.union([word, itemMap]).describe("Something to reach, log or tick: a title, or a map with more.");
const items = z.array(item);

const activity = z
	.union([word, z.strictObject({ title: word.describe("What it is called."), ...named })])
	.describe("A kind of work within the commitment.");

/** Everything that `roadmap.yaml` may say. */
export const planSchema = z
	.strictObject({
		format: z.string().optional().describe("The version of the format: 1."),
		title: word.optional().describe("What the roadmap is called."),
		goal: word.optional().describe("Where it leads, in one line."),
		about: prose.optional().describe("Why this plan, and by what means. Markdown."),
		note: prose.optional().describe("Prose in Markdown, to remember."),
		link: link.optional().describe("An address with more about it."),
		start: day.optional().describe("Day one: month 5 and year 2 count from here."),
		week: z
			.strictObject({
				starts: scalar("bad-weekday", parseWeekday, ["monday"])
					.optional()
					.describe("The first day of the week; monday when left out."),
				days: scalar("bad-weekdays", parseWeekdays, ["monday-saturday"])
					.optional()
					.describe("The days that the pace is spread over; all seven when left out."),
				day_ends: scalar("bad-day-end", parseDayEnd, ["03:00"])
					.optional()
					.describe("Work before this time belongs to the day before; midnight when left out."),
				hours: dated(hours)
					.optional()
					.describe("The weekly aim: 4-5 is at least 4, ideally 5. The sum of the commitments when left out."),
				counts: z
					.enum(["commitments", "all"])
					.optional()
					.describe("What counts towards the aim: time on commitments, or all time."),
			})
			.optional()
			.describe("How the week is counted."),
		time_off: z
			.array(
				z.union([
					period,
					z.strictObject({
						when: period.describe("The days that ask for less."),
						hours: hours.optional().describe("What they still ask for; nothing when left out."),
						why: word.optional().describe("The reason, for yourself."),
					}),
				]),
			)
			.optional()
			.describe("Weeks and days that ask for less: the aim shrinks, forecasts skip them."),
		measures: z
			.array(
				z.strictObject({
					title: word.optional().describe("What it is called."),
					...named,
					count: z
						.enum(["latest", "total", "period"])
						.optional()
						.describe("latest: a level. total: all since day one. period: what falls into the item's time."),
				}),
			)
			.optional()
			.describe("Numbers that several targets ask for over the years, logged once."),
		phases: z
			.array(
				z.strictObject({
					title: word.describe("What the phase is called."),
					...named,
					when,
					track,
					focus: word.optional().describe("What the phase is about, in one line."),
					outcomes: z.record(areaKey, items).optional().describe("What should come of it, by area, in your own words."),
				}),
			)
			.optional()
			.describe("The stretches of the way; they may overlap."),
		tracks: z
			.array(
				z.strictObject({
					title: word.describe("What the track is called."),
					...named,
					share: dated(share)
						.optional()
						.describe("The share of the time it should get: 60%, or {year 1: 60%, year 5: 30%}."),
					stages: z
						.array(
							z.strictObject({
								title: word.describe("What the stage is called."),
								...named,
								when,
								milestones: items.optional().describe("What is reached on the way."),
							}),
						)
						.optional()
						.describe("The parts of the track, one after the other."),
				}),
			)
			.optional()
			.describe("Lines of development that run through all phases, side by side."),
		targets: z.record(periodKey, items).optional().describe("What each year, or other period, is judged by."),
		commitments: z
			.array(
				z.strictObject({
					title: word.describe("What it is called."),
					...named,
					hours: dated(hours).optional().describe("Hours every week: 2, 1-2, or by period."),
					track,
					when: period.optional().describe("The time in which it holds; always when left out."),
					activities: z.array(activity).optional().describe("Kinds of work that time can be logged on."),
				}),
			)
			.optional()
			.describe("What every week gets."),
		checkpoints: z
			.array(
				z.strictObject({
					title: word.describe("What it is called."),
					...named,
					every: duration.optional().describe("How often it falls due, from the start on."),
					when: period.optional().describe("When it falls due once: on the last day."),
					until: period.optional().describe("No more of them after this."),
					replaces: z
						.array(id)
						.optional()
						.describe("Checkpoints that need no review of their own where both fall due."),
					questions: z
						.array(
							z.union([
								word,
								z.strictObject({
									ask: word.describe("The question."),
									evidence: z.array(id).optional().describe("Ids of what should stand beside the question."),
								}),
							]),
						)
						.optional()
						.describe("What to ask yourself."),
				}),
			)
			.optional()
			.describe("Reviews."),
		indicators: z
			.strictObject({
				leading: items.optional().describe("Signs that move before the result."),
				lagging: items.optional().describe("Signs that follow it."),
			})
			.optional()
			.describe("Signs to watch."),
		factors: z
			.array(
				z.strictObject({
					title: word.describe("What it is called."),
					...named,
					practices: items.optional().describe("What keeps it alive."),
				}),
			)
			.optional()
			.describe("What success depends on."),
		risks: z
			.array(
				z.strictObject({
					title: word.describe("What it is called."),
					...named,
					mitigations: items.optional().describe("What is done against it."),
					watch: z
						.strictObject({
							hours: scalar("bad-below", parseBelow, ["below 60%"]).describe(
								"Hours of the week, as a share of the aim: below 60%.",
							),
							for: duration.describe("For how long."),
						})
						.optional()
						.describe("While this holds, the risk is live."),
				}),
			)
			.optional()
			.describe("What can go wrong."),
		advantages: z
			.array(
				z.union([
					word,
					z.strictObject({
						title: word.describe("What it is called."),
						note: named.note,
						link: named.link,
						points: z.array(word).optional().describe("What makes it one."),
					}),
				]),
			)
			.optional()
			.describe("Why this can work."),
		slips: z
			.array(
				z.strictObject({
					at: day.describe("The day from which on everything moves."),
					by: duration.describe("By how much."),
					why: word.optional().describe("What happened."),
				}),
			)
			.optional()
			.describe("Life: what lies on or after a day moves; calendar dates stay."),
	})
	.describe("A roadmap of several years.");

/** A plan as its words say it, before ids, dates and references are worked out. */
export type PlanText = z.output<typeof planSchema>;

import * as z from "zod";
import { parseHours, parseTimes } from "../../amount/hours.ts";
import { parseQuantity } from "../../amount/parseQuantity.ts";
import { parseBelow, parseShare } from "../../amount/share.ts";
import { parseDay } from "../../time/day.ts";
import { parseDayEnd } from "../../time/dayEnd.ts";
import { parseDuration } from "../../time/duration.ts";
import { parsePeriod } from "../../time/period.ts";
import { parseWeekday, parseWeekdays } from "../../time/weekday.ts";
import { remembered } from "../../util/memo/remembered.ts";
import type { PlanProblemCode } from "../planProblem.ts";
import { parseBoolean } from "./parseBoolean.ts";

// The single source for the content of a plan: types, validation, the JSON Schema and the descriptions in the
// editor.

/** The maximum length of a title, an ID or a goal. */
const maxWord = 10_000;

/** A text with a parsed value. `read` returns the value, or undefined or a reason if the text is invalid. */
function scalar<T>(
	code: PlanProblemCode,
	read: (text: string) => T | undefined | string,
	examples: ReadonlyArray<string>,
) {
	const readOnce = remembered(read);
	return z
		.codec(z.string(), z.custom<Exclude<T, string>>(), {
			decode: (text, context) => {
				const value = readOnce(text);
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
const links = z.union([link, z.array(link)]);
const day = scalar("bad-day", parseDay, ["2026-01-05"]);
const periodExamples = ["month 5", "months 6-8", "by year 2", "year 5+", "2027-Q3", "2026-09..2027-02"];
const period = scalar("bad-period", parsePeriod, periodExamples);
/** A period that can begin where the one before ends. */
const periodInList = scalar("bad-period", parsePeriod, [...periodExamples, "for 7 months"]);
const quantity = scalar("bad-quantity", parseQuantity, [
	"100+",
	"8-12 people",
	"$1M+",
	"at most 2",
	"between 190 and 200 lbs",
	"4 per quarter",
	"10 minutes daily",
]);
const duration = scalar("bad-duration", parseDuration, ["6 months", "3 years", "4 weeks"]);
const hours = scalar("bad-hours", parseHours, ["2", "4-5"]);
const times = scalar("bad-times", parseTimes, ["3", "2-3"]);
const share = scalar("bad-share", parseShare, ["60%"]);
const flag = scalar("bad-boolean", parseBoolean, ["true"]);
const choice = scalar("bad-flag", parseBoolean, ["true"]);
const periodKey = z.string().meta({ key: "period" });
const areaKey = z.string().max(maxWord);

/** A value, or values by the period in which each applies. */
const dated = <T extends z.ZodType>(value: T) => z.union([value, z.record(periodKey, value)]);

/** The keys of every named node. */
const named = {
	id: id.optional().describe("The short name that the journal and other keys use. Derived from the title by default."),
	formerly: z.array(id).optional().describe("Former IDs. Entries logged under them count toward this item."),
	note: prose.optional().describe("Notes in Markdown."),
	link: links.optional().describe("A link with more information, or a list of links."),
	private: flag.optional().describe("Left out of exports and hidden in discreet mode, together with everything in it."),
};

const when = periodInList
	.optional()
	.describe("When: month 5, months 6-8, by year 2, year 5+, 2027-Q3, 2026-09..2027-02, for 7 months.");
const track = id.optional().describe("The ID of the track that it counts toward.");

const drives = z.array(id).optional().describe("IDs of the items that this is meant to move.");

const evidence = z
	.strictObject({
		repo: word.optional().describe("A pattern of the name of the repository's folder, such as mlops-*."),
		path: word.optional().describe("A pattern of a path in the repository, such as infra/**."),
		message: word
			.optional()
			.describe("Texts, separated by |, that the first line of the message contains, such as talk|article."),
	})
	.optional()
	.describe("Which of your commits could count toward it.");

const itemFields = {
	title: word.optional().describe("The title."),
	...named,
	when,
	goal: quantity
		.optional()
		.describe("How much: 100+, 8-12 people, $1M+, at most 2, between 190 and 200 lbs, 4 per quarter."),
	of: id
		.optional()
		.describe("The ID of the measure whose value counts toward this goal; time: the time logged on it and its parts."),
	from: quantity.optional().describe("The value on the first day. Defaults to 0."),
	track,
	needs: z.array(id).optional().describe("IDs of items. This item is done when all of them are done."),
	drives,
	evidence,
	optional: choice.optional().describe("true: nice to have. Never overdue, and left out of averages and counts."),
	confirm: duration.optional().describe("How often to confirm that it still holds."),
	valid: duration.optional().describe("How long it is valid after it was done. Then it expires."),
	dropped: z
		.strictObject({
			on: day.describe("The day it was dropped."),
			why: word.optional().describe("Why it was dropped."),
			for: word.optional().describe("What replaces it."),
		})
		.optional()
		.describe(
			"Dropped: from that day it no longer counts in averages, lists of due items, and targets. Its history is kept.",
		),
};

/** An item with keys, whose parts are items. */
interface ItemMapInput extends z.output<z.ZodObject<typeof itemFields>> {
	readonly parts?: ReadonlyArray<string | ItemMapInput> | undefined;
}

const itemMap = z
	.strictObject({
		...itemFields,
		get parts(): z.ZodOptional<z.ZodType<ItemMapInput["parts"]>> {
			return z.array(item).optional().describe("The items that it consists of. It is done when all of them are.");
		},
	})
	.meta({ id: "item" });
const item: z.ZodType<string | ItemMapInput> = z
	.union([word, itemMap])
	.describe("Something to achieve, log, or mark as done: a title, or a map with more keys.");
const items = z.array(item);

const activity = z
	.union([word, z.strictObject({ title: word.describe("The title."), ...named })])
	.describe("A type of work within the commitment.");

/** The schema of `roadmap.yaml`. */
export const planSchema = z
	.strictObject({
		format: z.string().optional().describe("The version of the format: 1."),
		title: word.optional().describe("The title of the roadmap."),
		goal: word.optional().describe("Where the roadmap leads, in one line."),
		aim: z
			.array(id)
			.optional()
			.describe("Ids of the items that measure the goal; the targets of the last period if omitted."),
		about: prose.optional().describe("The reasons for the plan and the way to get there, in Markdown."),
		note: prose.optional().describe("Notes in Markdown."),
		link: links.optional().describe("A link with more information, or a list of links."),
		start: day.optional().describe("The first day of the plan. month 5 and year 2 are counted from here."),
		week: z
			.strictObject({
				starts: scalar("bad-weekday", parseWeekday, ["monday"])
					.optional()
					.describe("The first day of the week. Defaults to monday."),
				days: scalar("bad-weekdays", parseWeekdays, ["monday-saturday"])
					.optional()
					.describe("The working days over which the pace is spread. Defaults to all seven."),
				day_ends: scalar("bad-day-end", parseDayEnd, ["03:00"])
					.optional()
					.describe("Work before this time counts toward the previous day. Defaults to midnight."),
				hours: dated(hours)
					.optional()
					.describe("The weekly target: 4-5 is at least 4, ideally 5. Defaults to the sum of the commitments."),
				counts: z
					.enum(["commitments", "all"])
					.optional()
					.describe("What counts toward the weekly target: time on commitments, or all time."),
			})
			.optional()
			.describe("How the week is counted."),
		time_off: z
			.array(
				z.union([
					period,
					z.strictObject({
						when: period.describe("The days with fewer hours."),
						hours: hours.optional().describe("The hours per week that remain. Defaults to 0."),
						why: word.optional().describe("The reason."),
					}),
				]),
			)
			.optional()
			.describe("Weeks and days with fewer hours. The weekly target is lower, and forecasts skip them."),
		measures: z
			.array(
				z.strictObject({
					title: word.optional().describe("The title."),
					...named,
					count: z
						.enum(["latest", "total", "period"])
						.optional()
						.describe(
							"latest: the last value. total: everything since the first day. period: what falls into the period of the item.",
						),
				}),
			)
			.optional()
			.describe("Numbers that several targets share over the years and that are logged once."),
		phases: z
			.array(
				z.strictObject({
					title: word.describe("The title of the phase."),
					...named,
					when,
					track,
					focus: word.optional().describe("What the phase is about, in one line."),
					outcomes: z
						.union([z.record(areaKey, items), items])
						.optional()
						.describe("The outcomes of the phase: a list, or a list for each area. The names of the areas are free."),
				}),
			)
			.optional()
			.describe("The phases of the roadmap. They can overlap."),
		tracks: z
			.array(
				z.strictObject({
					title: word.describe("The title of the track."),
					...named,
					share: dated(share).optional().describe("The planned share of the time: 60%, or {year 1: 60%, year 5: 30%}."),
					stages: z
						.array(
							z.strictObject({
								title: word.describe("The title of the stage."),
								...named,
								when,
								milestones: items.optional().describe("The milestones of the stage."),
							}),
						)
						.optional()
						.describe("The stages of the track, one after the other."),
				}),
			)
			.optional()
			.describe("Lines of development that run through all phases, side by side."),
		targets: z
			.union([z.record(periodKey, items), items])
			.optional()
			.describe("The targets of each year or other period, or a list of targets without dates."),
		commitments: z
			.array(
				z.strictObject({
					title: word.describe("The title."),
					...named,
					hours: dated(hours).optional().describe("Hours per week: 2, 1-2, or by period."),
					times: dated(times).optional().describe("How often per week: 3, 2-3, or by period."),
					days: scalar("bad-weekdays", parseWeekdays, ["monday, wednesday and friday"])
						.optional()
						.describe("The days on which it is planned. Without times and hours, once on each of them."),
					track,
					drives,
					evidence,
					when: period.optional().describe("The period in which it applies. Defaults to always."),
					activities: z.array(activity).optional().describe("Types of work that you can log time for."),
				}),
			)
			.optional()
			.describe("The commitments of every week."),
		checkpoints: z
			.array(
				z.strictObject({
					title: word.describe("The title."),
					...named,
					every: duration.optional().describe("How often it is due, counted from the start."),
					when: period.optional().describe("When it is due once, on the last day."),
					until: period.optional().describe("When it stops recurring."),
					replaces: z.array(id).optional().describe("Checkpoints that don't need a separate review when both are due."),
					questions: z
						.array(
							z.union([
								word,
								z.strictObject({
									ask: word.describe("The question."),
									evidence: z.array(id).optional().describe("IDs of the items to show next to the question."),
								}),
							]),
						)
						.optional()
						.describe("The questions to answer."),
				}),
			)
			.optional()
			.describe("Reviews."),
		indicators: z
			.strictObject({
				leading: items.optional().describe("Signals that change before the result does."),
				lagging: items.optional().describe("Signals that follow the result."),
			})
			.optional()
			.describe("Signals to watch."),
		factors: z
			.array(
				z.strictObject({
					title: word.describe("The title."),
					...named,
					practices: items.optional().describe("The practices that sustain it."),
				}),
			)
			.optional()
			.describe("What success depends on."),
		risks: z
			.array(
				z.strictObject({
					title: word.describe("The title."),
					...named,
					mitigations: items.optional().describe("The measures against it."),
					watch: z
						.strictObject({
							hours: scalar("bad-below", parseBelow, ["below 60%"]).describe(
								"Hours of the week as a share of the weekly target: below 60%.",
							),
							for: duration.describe("For how long."),
						})
						.optional()
						.describe("The risk is live while this condition holds."),
				}),
			)
			.optional()
			.describe("What can go wrong."),
		advantages: z
			.array(
				z.union([
					word,
					z.strictObject({
						title: word.describe("The title."),
						note: named.note,
						link: named.link,
						private: named.private,
						points: z.array(word).optional().describe("Why it is an advantage."),
					}),
				]),
			)
			.optional()
			.describe("The advantages that you can build on."),
		slips: z
			.array(
				z.strictObject({
					at: day.describe("The day from which everything moves."),
					by: duration.describe("By how much."),
					reviews: choice
						.optional()
						.describe("true: recurring reviews move as well. Otherwise they keep their rhythm."),
					why: word.optional().describe("What happened."),
				}),
			)
			.optional()
			.describe("Delays: everything on or after a day moves. Calendar dates stay."),
	})
	.describe("A roadmap of several years.");

/** A parsed plan, before IDs, dates and references are resolved. */
export type PlanInput = z.output<typeof planSchema>;

import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Day, formatDay, parseDay } from "../../src/time/day.ts";
import { dayAt, formatMoment, instantAt } from "../../src/time/moment.ts";

export const usage = `npm run show -- PLAN [options]

  PLAN               a roadmap.yaml, or the folder of one; the journal beside it is read as well
  --date DAY         as of this day, YYYY-MM-DD; today when left out
  --now HH:MM        at this time of the day; with --date 23:59 when left out
  --zone ZONE        in this time zone, such as Europe/Paris; that of the machine when left out
  --lang LANGUAGE    in this language, such as de or zh-cn; English when left out
  --discreet         as in discreet mode
  --log LINE         only how this line is understood by Log Time
  --first KIND       what a number without a unit is in it: time or progress
  --json             as JSON

With npm run -s show nothing but the result is printed.`;

/** An invalid argument, or an unusable file that it names. The message is one line. */
export class UsageError extends Error {}

/** What is to be shown, and as of when. */
export interface ShowOptions {
	/** A file or a folder, as it was written. */
	readonly plan: string;
	readonly clock: ShownClock;
	/** A BCP 47 tag in lower case, such as `en` or `zh-cn`. */
	readonly language: string;
	readonly discreet: boolean;
	readonly json: boolean;
	/** The line to read; undefined where the views are wanted. */
	readonly log: string | undefined;
	readonly first: "time" | "progress";
}

/** A moment, and where it is. */
export interface ShownClock {
	/** ms since 1970. */
	readonly now: number;
	/** An IANA name such as `Europe/Paris`, or an offset such as `+01:00`. */
	readonly timeZone: string;
}

/** @throws UsageError where an option or its value is none; the message says which */
export function readOptions(args: ReadonlyArray<string>): ShowOptions {
	const { values, positionals } = parsed(args);
	const [plan, ...more] = positionals;
	if (plan === undefined || more.length > 0) {
		throw new UsageError(`Name one plan, a file or a folder: npm run show -- PLAN`);
	}
	const timeZone = values.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
	const { first = "time" } = values;
	if (first !== "time" && first !== "progress") {
		throw new UsageError(`--first is time or progress, not "${first}".`);
	}
	return {
		plan,
		clock: { now: instantIn(values.date, values.now, knownZone(timeZone)), timeZone },
		language: knownLanguage(values.lang ?? "en"),
		discreet: values.discreet,
		json: values.json,
		log: values.log,
		first,
	};
}

function parsed(args: ReadonlyArray<string>) {
	const text = { type: "string" } as const;
	const flag = { type: "boolean", default: false } as const;
	const options = { date: text, zone: text, now: text, lang: text, discreet: flag, log: text, first: text, json: flag };
	try {
		return parseArgs({ args: withValues(args, options), options, allowPositionals: true });
	} catch (error) {
		const [line = ""] = String(error instanceof Error ? error.message : error).split(/\r?\n|\. /);
		throw new UsageError(line);
	}
}

/** With `--log X` as `--log=X`: a line may begin with a dash, which would be taken for an option. */
function withValues(args: ReadonlyArray<string>, options: NonNullable<ParseArgsConfig["options"]>): Array<string> {
	const joined: Array<string> = [];
	for (let at = 0; at < args.length; at++) {
		const [arg = "", value] = args.slice(at, at + 2);
		const takesValue = arg.startsWith("--") && options[arg.slice(2)]?.type === "string" && value !== undefined;
		joined.push(takesValue ? `${arg}=${value}` : arg);
		at += takesValue ? 1 : 0;
	}
	return joined;
}

/** The moment at which clocks show a time on a date. Only what is left out comes from the machine's clock. */
function instantIn(date: string | undefined, time: string | undefined, timeZone: string): number {
	if (date === undefined && time === undefined) {
		return Date.now();
	}
	const day = date === undefined ? dayAt(Date.now(), timeZone, 0) : knownDay(date);
	return instantAt(day, knownMinute(time ?? "23:59"), timeZone);
}

function knownDay(text: string): Day {
	const day = parseDay(text);
	if (day === undefined) {
		throw new UsageError(`--date is a day such as ${formatDay(dayAt(Date.now(), "UTC", 0))}, not "${text}".`);
	}
	return day;
}

function knownMinute(text: string): number {
	const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
	if (hour === undefined || minute === undefined) {
		throw new UsageError(`--now is a time such as 09:30, not "${text}".`);
	}
	return Number(hour) * 60 + Number(minute);
}

function knownZone(name: string): string {
	try {
		new Intl.DateTimeFormat("en", { timeZone: name });
		formatMoment(0, name);
		return name;
	} catch {
		throw new UsageError(`--zone is a time zone such as Europe/Paris, not "${name}".`);
	}
}

function knownLanguage(tag: string): string {
	try {
		return new Intl.Locale(tag).toString().toLowerCase();
	} catch {
		throw new UsageError(`--lang is a language such as de or zh-cn, not "${tag}".`);
	}
}

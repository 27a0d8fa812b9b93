import type { LogQuestion, LogReading, LogSource } from "../logReading.ts";
import { LineDays } from "./lineDays.ts";
import type { PartContext } from "./logElements.ts";
import { hasLength, type PartReading, type PartReadings, parsePart } from "./parsePart.ts";
import { splitRanges } from "./splitRanges.ts";
import { TargetFinder } from "./targetFinder.ts";
import { type TypedWord, typedParts } from "./typedWords.ts";

/** Longer lines are not parsed, because it would take too long. */
export const maxLogText = 2000;
const mostReadings = 8;
const mostParts = 20;

/**
 * Reads what a person types to log something: `45m writing yesterday drafted the MLOps article`, `2h aws-saa done`, and
 * several at once: `writing 2h, networking 30m`. A comma begins another entry only where what follows is one by itself.
 * Whatever can be read in more than one way, or is a guess, comes with a question.
 *
 * @param finder of the same source: kept where several lines are read, since making one takes longer than a line
 */
export function parseLog(text: string, source: LogSource, finder = new TargetFinder(source)): LogReading {
	const segments = text.length > maxLogText ? [] : typedParts(text);
	if (segments.length === 0) {
		const code = text.length > maxLogText ? "long-text" : "empty";
		return { readings: [], questions: [], problems: [{ code, text: "", understood: {} }] };
	}
	const split = splitRanges(text)?.map((line) => parseLog(line, source, finder));
	if (split?.every(({ readings, questions }) => readings.length === 1 && questions.length === 0)) {
		return { readings: [split.flatMap(({ readings }) => readings[0] ?? [])], questions: [], problems: [] };
	}
	const context: PartContext = { text, source, finder, days: new LineDays(source.today), strict: false };
	const whole = () => parsePart(segments.flat(), context);
	if (segments.length === 1) {
		return joined([whole()]);
	}
	const inParts =
		segments.length > mostParts ? [] : segments.map((words) => parsePart(words, { ...context, strict: true }));
	if (inParts.length > 0 && inParts.every(({ readings }) => readings.length > 0)) {
		return joined(inParts);
	}
	const parts = inParts.length > 0 ? mergedParts(segments, inParts, text) : [];
	const single = joined([whole()]);
	if (parts.length > 1) {
		const several = joined(parts.map((words) => parsePart(words, { ...context, strict: true })));
		const readings = [...several.readings, ...single.readings].slice(0, mostReadings);
		const questions = new Set<LogQuestion>([...several.questions, ...single.questions, "list"]);
		return readings.length > 0
			? { readings, questions: readings.length > 1 ? [...questions] : several.questions, problems: [] }
			: several;
	}
	// Every part has a duration, so it may be a separate entry.
	const isList = segments.every((words) => hasLength(words, text));
	if (!isList) {
		return single;
	}
	return single.readings.length > 0
		? { ...single, questions: [...new Set([...single.questions, "list" as const])] }
		: joined(inParts);
}

/**
 * Parts that are not complete belong to the note of the previous one; only a duration with a unit starts another one.
 */
function mergedParts(
	segments: ReadonlyArray<ReadonlyArray<TypedWord>>,
	inParts: ReadonlyArray<PartReadings>,
	text: string,
): ReadonlyArray<ReadonlyArray<TypedWord>> {
	const parts: Array<Array<TypedWord>> = [];
	segments.forEach((words, at) => {
		const last = parts.at(-1);
		const begins = (inParts[at]?.readings.length ?? 0) > 0 && hasLength(words, text);
		if (last && !begins) {
			last.push(...words);
		} else {
			parts.push([...words]);
		}
	});
	return parts;
}

/** All combinations of the readings of the parts, at most 8; the last part varies first. */
function joined(parts: ReadonlyArray<PartReadings>): LogReading {
	const problems = parts.flatMap(({ problem }) => (problem ? [problem] : []));
	if (problems.length > 0) {
		return { readings: [], questions: [], problems };
	}
	let lists: ReadonlyArray<ReadonlyArray<PartReading>> = [[]];
	for (const { readings } of parts) {
		lists = lists.flatMap((list) => distinct(readings).map((reading) => [...list, reading])).slice(0, mostReadings);
	}
	const all = lists.flat();
	const guesses = all.flatMap((reading) => reading.guesses);
	const choices = lists.length > 1 ? all.flatMap((reading) => reading.questions) : [];
	return {
		readings: lists.map((list) => list.map(({ logged }) => logged)),
		questions: [...new Set([...choices, ...guesses])],
		problems: [],
	};
}

/** Removes readings that are equal to an earlier one. */
function distinct(readings: ReadonlyArray<PartReading>): ReadonlyArray<PartReading> {
	const seen = new Set<string>();
	return readings.filter(({ logged }) => seen.size < seen.add(JSON.stringify(logged)).size);
}

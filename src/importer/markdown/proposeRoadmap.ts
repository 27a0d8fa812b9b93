import { finish, type Steps, stepping } from "../../journal/steps.ts";
import { type Day, formatDay, parseDay } from "../../time/day.ts";
import { countsFromStart, firstDate, trimDraft, withStart } from "./draftTree.ts";
import { OutlineReader } from "./outlineReader.ts";
import { isDefinition, parseMarkdown } from "./parseMarkdown.ts";
import { Collector } from "./planParts.ts";
import type { ImportAnswers, ImportQuestion, LineFate, PlanDraft, Proposal, StatusDraft } from "./proposal.ts";
import { type PlanCheck, repairProposal } from "./repairProposal.ts";
import type { SourceOutline } from "./sourceOutline.ts";

/** What an import needs to know besides the source. */
export interface ImportContext {
	/** The name of the source, for the comments. */
	readonly source: string;
	readonly today: Day;
	readonly check: PlanCheck;
	readonly answers: ImportAnswers;
}

/** The most texts of a proposal. */
const mostTexts = 2000;

/** Proposes a plan for a Markdown text. Nothing in it is invented: what is not certain is a question or stays as text. */
export function proposeRoadmap(markdown: string, context: ImportContext): Proposal {
	return finish(proposeOutline(finish(parseMarkdown(markdown)), context));
}

/** Like `proposeRoadmap`, for a text that is parsed already, with pauses. */
export function* proposeOutline(outline: SourceOutline, context: ImportContext): Steps<Proposal> {
	const collector = new Collector({ answers: context.answers, mostTexts });
	const reader = new OutlineReader(collector, mostTexts);
	yield* reader.read(outline);
	const all = reader.draft(outline, collector);
	const start = startOf(outline, context, { plan: all, known: reader.start });
	const { draft: kept, dropped: tooMany } = trimDraft(all, mostTexts);
	const isBefore = (firstDate(kept) ?? start.proposed) < start.proposed;
	const isDated = countsFromStart(kept) || (start.line !== undefined && !isBefore);
	const draft = isDated ? withStart(kept, start.proposed) : kept;
	yield;
	const repaired = yield* repairProposal(draft, context.source, context.check);
	const { text } = repaired;
	const dropped = [...tooMany, ...repaired.dropped];
	for (const line of dropped) {
		collector.fates.set(line, { kind: "skipped", reason: "other" });
	}
	const used = isDated ? [start] : [];
	if (isDated && start.line !== undefined && start.line <= outline.frontLines) {
		collector.fates.set(start.line, { kind: "placed", place: "start" });
	}
	return {
		text,
		fates: yield* fatesOf(outline, collector.fates),
		questions: [
			...used,
			...markQuestions(collector, context),
			...statusQuestions(collector),
			...collector.periodQuestions.values(),
			...collector.goalQuestions.filter(({ line }) => !dropped.includes(line)),
		],
		statuses: statusesOf(collector, context).filter(({ line }) => !dropped.includes(line)),
		isRoadmap: collector.isRoadmap || reader.isNamedPlan,
	};
}

function startOf(
	{ front }: SourceOutline,
	{ today, answers }: ImportContext,
	{ plan, known }: { readonly plan: PlanDraft; readonly known: OutlineReader["start"] },
): Extract<ImportQuestion, { readonly kind: "start" }> {
	const date = front.get("start") ?? front.get("date");
	const day = date && parseDay(date.text.slice(0, 10));
	const earliest = firstDate(plan);
	const first = earliest !== undefined && earliest < formatDay(today) ? earliest : formatDay(today);
	const written = day === undefined ? known : { date: formatDay(day), line: date?.line ?? 1 };
	const line = written === undefined ? {} : { line: written.line };
	return { kind: "start", proposed: answers.start ?? written?.date ?? first, ...line };
}

/** What is done, without days in the future. */
function statusesOf({ statuses }: Collector, { today }: ImportContext): ReadonlyArray<StatusDraft> {
	return statuses.map(({ day, ...status }) =>
		day === undefined || day > formatDay(today) ? status : { ...status, day },
	);
}

function markQuestions({ markedLines }: Collector, { answers }: ImportContext): ReadonlyArray<ImportQuestion> {
	const proposed = answers.checkMarks ?? "decoration";
	return markedLines.length === 0 ? [] : [{ kind: "check-marks", proposed, lines: markedLines }];
}

function statusQuestions({ statuses }: Collector): ReadonlyArray<ImportQuestion> {
	return statuses.length === 0
		? []
		: [{ kind: "statuses", proposed: "today", lines: statuses.map(({ line }) => line) }];
}

/** A fate for each line that is not blank. */
function* fatesOf(
	{ text, front, frontLines, root }: SourceOutline,
	known: ReadonlyMap<number, LineFate>,
): Steps<ReadonlyMap<number, LineFate>> {
	const title = front.get("title")?.line;
	const fates = new Map<number, LineFate>();
	const firstHeading = root.sections[0]?.lines.first ?? 0;
	const ownFate = (line: string, number: number): LineFate => {
		if (number <= frontLines) {
			return number === title ? { kind: "placed", place: "title" } : { kind: "skipped", reason: "front-matter" };
		}
		const textReason = number < firstHeading ? "prose" : "other";
		return { kind: "skipped", reason: isDefinition(line) ? "definition" : textReason };
	};
	let number = 0;
	yield* stepping(text, (line) => {
		number++;
		if (line.trim() !== "") {
			fates.set(number, known.get(number) ?? ownFate(line, number));
		}
	});
	return fates;
}

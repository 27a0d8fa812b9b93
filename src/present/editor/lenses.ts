import * as l10n from "@vscode/l10n";
import type { Commitment, Item, Named, Plan } from "../../plan/plan.ts";
import type { Occurrence } from "../../progress/checkpoints.ts";
import { dueWords, paceWord, reachedWords, stateWord } from "../itemWords.ts";
import type { ViewSource } from "../viewSource.ts";
import { paceWords } from "../weekWords.ts";

/** What a line above something says, or does when it is clicked. */
export interface LensPart {
	readonly text: string;
	/** What a click runs; nothing where it only says something. */
	readonly command?: { readonly id: string; readonly args: Readonly<Record<string, unknown>> };
}

/** Something that has a line above it: where it begins, and how many parts its line has. */
export interface Lens {
	readonly kind: "phase" | "item" | "commitment" | "checkpoint";
	readonly id: string;
	readonly at: number;
	readonly parts: number;
}

/**
 * What has a line above it: phases, milestones, targets, commitments and checkpoints, in the order of the text. What their
 * lines say is worked out by `lensParts` for those that are looked at.
 */
export function lensesOf(plan: Plan, isDiscreet: boolean): ReadonlyArray<Lens> {
	const made = (kind: Lens["kind"], { id, range }: Named, parts: number): Lens => ({
		kind,
		id,
		at: range.start,
		parts,
	});
	const seen = <T extends Named>(nodes: ReadonlyArray<T>) => nodes.filter((node) => !(isDiscreet && node.private));
	const items = seen(plan.items).filter(({ kind }) => kind === "milestone" || kind === "target");
	return [
		...seen(plan.phases).map((phase) => made("phase", phase, 1)),
		...items.map((item) => made("item", item, isLoggable(item) ? 2 : 1)),
		...seen(plan.commitments).map((commitment) => made("commitment", commitment, 3)),
		...seen(plan.checkpoints).map((checkpoint) => made("checkpoint", checkpoint, 2)),
	].sort((a, b) => a.at - b.at);
}

/** What the line above something says and does: its state first. Empty where the plan has it no more. */
export function lensParts({ kind, id }: Pick<Lens, "kind" | "id">, source: ViewSource): ReadonlyArray<LensPart> {
	const { snapshot, plan } = source;
	switch (kind) {
		case "phase":
			return phaseParts(id, source);
		case "item": {
			const item = snapshot.items.get(id);
			return item ? itemParts(item, source) : [];
		}
		case "commitment": {
			const commitment = plan.commitments.find((each) => each.id === id);
			return commitment ? commitmentParts(commitment, source) : [];
		}
		case "checkpoint":
			return checkpointParts(id, source);
	}
}

function phaseParts(id: string, { snapshot, words }: ViewSource): ReadonlyArray<LensPart> {
	const reached = snapshot.phases.find(({ phase }) => phase.id === id);
	if (!reached) {
		return [];
	}
	const { phase, share, tense } = reached;
	const state = share === undefined ? [] : [l10n.t("{0} reached", words.share(share))];
	const dates = phase.span ? [words.dates(phase.span)] : [];
	const now = tense === "current" ? [l10n.t("current phase")] : [];
	return [{ text: [...state, ...now, ...dates].join(" · ") || l10n.t("no dates") }];
}

function itemParts(item: Item, source: ViewSource): ReadonlyArray<LensPart> {
	const progress = source.snapshot.progressOf(item);
	const { state } = progress;
	const reached = reachedWords(item, progress, source.words);
	const isSettled = state === "done" || state === "dropped";
	const more = isSettled ? [stateWord(progress)] : [...dueWords(progress, source), ...paceWord(progress)];
	const text = [...reached, ...more].join(" · ") || stateWord(progress);
	const on = { on: item.id };
	const log: LensPart =
		item.goal || state === "done"
			? { text: l10n.t("Log Progress"), command: { id: "waymark.logProgress", args: on } }
			: { text: l10n.t("Mark Done"), command: { id: "waymark.markDone", args: on } };
	return isLoggable(item) ? [{ text }, log] : [{ text }];
}

function isLoggable({ needs, dropped }: Item): boolean {
	return needs.length === 0 && !dropped;
}

function commitmentParts(commitment: Commitment, { snapshot, words }: ViewSource): ReadonlyArray<LensPart> {
	const week = snapshot.week.commitments.find((each) => each.commitment.id === commitment.id);
	const on = { on: commitment.id };
	return [
		{ text: week ? l10n.t("this week {0}", paceWords(week, words, false)) : l10n.t("nothing asked for this week") },
		{ text: l10n.t("Log Time"), command: { id: "waymark.logTime", args: on } },
		{ text: l10n.t("Start Timer"), command: { id: "waymark.startTimer", args: on } },
	];
}

function checkpointParts(id: string, source: ViewSource): ReadonlyArray<LensPart> {
	const { words, today, snapshot } = source;
	const all = snapshot.checkpoints.filter(({ checkpoint }) => checkpoint.id === id);
	const isOpen = ({ state }: Occurrence) => state === "overdue" || state === "due" || state === "coming";
	const next = all.find(isOpen);
	const last = all.findLast(({ state }) => state === "reviewed");
	const shown = next ?? last;
	if (!shown) {
		return [{ text: l10n.t("never due") }];
	}
	const { state, day, review } = shown;
	const date = words.date(day);
	const text =
		state === "reviewed"
			? l10n.t("reviewed {0}", words.date(review?.day ?? day))
			: state === "overdue"
				? l10n.t("was due {0}, {1}", words.relative(day, today), date)
				: l10n.t("due {0}, {1}", words.relative(day, today), date);
	const args = { checkpoint: id, occurrence: shown.occurrence };
	return [{ text }, { text: l10n.t("Open Review"), command: { id: "waymark.openReview", args } }];
}

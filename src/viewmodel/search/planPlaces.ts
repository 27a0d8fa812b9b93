import * as l10n from "@vscode/l10n";
import type { Named, Plan } from "../../plan/plan.ts";
import type { TextRange } from "../../util/textRange.ts";
import { type OutlineNode, outlineOf } from "../editor/outline.ts";
import type { Formatter } from "../text/formatter.ts";
import { withoutPrivate } from "../text/privacy.ts";

/** A place of the plan that can be found. */
export interface SearchablePlace {
	readonly title: string;
	readonly kind: OutlineNode["kind"];
	/** Its kind in words, such as "milestone". */
	readonly detail: string;
	/** The title of what it is in; empty at the top. */
	readonly container: string;
	/** More of its text: a note, a reason. Empty if there is none. */
	readonly text: string;
	readonly range: TextRange;
}

/** Everything with a title or a text in the plan, in the order of the file. In discreet mode without what is private. */
export function planPlaces(all: Plan, formatter: Formatter): ReadonlyArray<SearchablePlace> {
	const plan = formatter.discreet ? withoutPrivate(all) : all;
	const notes = notesOf(plan, formatter);
	const places = (node: OutlineNode, container: string): ReadonlyArray<SearchablePlace> => [
		{ ...node, container, text: notes.get(node.range.start) ?? "" },
		...node.children.flatMap((child) => places(child, node.title)),
	];
	const outlined = outlineOf(plan, formatter).flatMap((node) => places(node, ""));
	return [...outlined, ...otherPlaces(plan, formatter)].toSorted((a, b) => a.range.start - b.range.start);
}

/** The notes of what the outline has, by the start of its range. */
function notesOf(plan: Plan, formatter: Formatter): ReadonlyMap<number, string> {
	const stages = plan.tracks.flatMap((track) => track.stages);
	const named: ReadonlyArray<Named> = [
		...plan.byId.values(),
		...plan.phases,
		...stages,
		...plan.factors,
		...plan.risks,
	];
	const notes = named.map((node): readonly [number, string] => {
		const focus = plan.phases.find((phase) => phase === node)?.focus;
		const texts = [focus, node.note].filter((text) => text !== undefined);
		return [node.range.start, formatter.plain(texts.join("\n"))];
	});
	return new Map(notes);
}

/** What the outline leaves out: questions, advantages, time off, and slips. */
function otherPlaces(plan: Plan, formatter: Formatter): ReadonlyArray<SearchablePlace> {
	const place = (
		title: string,
		detail: string,
		range: TextRange,
		more: Partial<SearchablePlace> = {},
	): SearchablePlace => {
		return { kind: "other", title: formatter.plain(title), detail, range, container: "", text: "", ...more };
	};
	const questions = plan.checkpoints.flatMap((checkpoint) =>
		checkpoint.questions.map(({ ask, range }) =>
			place(ask, l10n.t("question"), range, { container: formatter.title(checkpoint) }),
		),
	);
	const advantages = plan.advantages.map(({ title, note, points, range }) =>
		place(title, l10n.t("advantage"), range, { text: formatter.plain([...points, note ?? ""].join("\n")) }),
	);
	const moved = [
		...plan.timeOff.map(({ why, range }) => ({ why, range, detail: l10n.t("time off") })),
		...plan.slips.map(({ why, range }) => ({ why, range, detail: l10n.t("slip") })),
	];
	return [
		...questions,
		...advantages,
		...moved.flatMap(({ why, range, detail }) => (why === undefined ? [] : [place(why, detail, range)])),
	];
}

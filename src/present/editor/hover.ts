import * as l10n from "@vscode/l10n";
import { nameAt, namedAt, usesIn } from "../../plan/assist/names.ts";
import { descriptionAt } from "../../plan/assist/schemaAt.ts";
import type { Item, Named, Phase, Plan } from "../../plan/plan.ts";
import type { TextRange } from "../../plan/problem.ts";
import { keyOf, type Step, spotAt } from "../../plan/spot.ts";
import { type Edge, rangeOf } from "../../plan/syntax.ts";
import { historyParts, itemTooltip } from "../itemTooltip.ts";
import type { TooltipPart } from "../row.ts";
import { targetsOfPlan } from "../targets.ts";
import type { ViewSource } from "../viewSource.ts";
import { lensParts } from "./lenses.ts";
import { PeriodWords } from "./periodWords.ts";

/** What is shown at a place of the text. */
export interface HoverText {
	readonly range: TextRange;
	readonly parts: ReadonlyArray<TooltipPart>;
	/** Whether the JSON Schema says the same, so that YAML tooling shows it by itself. */
	readonly isInSchema: boolean;
}

/**
 * What stands at an offset: of a key what it means, of a title or id what the sidebar's tooltip says and what refers to it,
 * of a period its dates.
 *
 * @param root of the same text as `plan`; the source may be a moment older
 */
export function hoverAt(root: Edge, plan: Plan, offset: number, source: ViewSource): HoverText | undefined {
	const name = nameAt(root, plan, offset);
	const { path, text } = spotAt(root, offset);
	if (!text) {
		return undefined;
	}
	const range = rangeOf(text.node, text.start);
	const named = name?.definedAt === undefined ? undefined : namedAt(plan, name.definedAt);
	if (name && named) {
		const facts = factsOf(named, source);
		// The history, under a heading of its own, stays last.
		const history = facts.findIndex(({ kind }, index) => index > 0 && kind === "heading");
		const parts = facts.toSpliced(history < 0 ? facts.length : history, 0, ...references(root, plan, named, source));
		return { range, parts, isInSchema: false };
	}
	const phase = phaseAt(plan, path);
	if (phase) {
		return { range, parts: phaseFacts(phase, source), isInSchema: false };
	}
	const dates = new PeriodWords(plan, source.words).of(text.node.value);
	if (dates !== undefined) {
		return { range, parts: [{ kind: "text", text: dates }], isInSchema: false };
	}
	const description = text.isKey ? descriptionAt(path) : undefined;
	return description ? { range, parts: [{ kind: "text", text: description }], isInSchema: true } : undefined;
}

function factsOf(named: Named, source: ViewSource): ReadonlyArray<TooltipPart> {
	const { snapshot, words, plan } = source;
	const item = snapshot.items.get(named.id);
	if (item) {
		return words.discreet && item.private
			? [{ kind: "heading", text: words.title(item) }]
			: itemTooltip(item, snapshot.progressOf(item), source);
	}
	const standing = standingOf(named, source);
	const kind = targetsOfPlan(plan).find(({ id }) => id === named.id)?.kind;
	return [
		{ kind: "heading", text: words.title(named) },
		...(kind === undefined ? [] : [{ kind: "fact" as const, name: l10n.t("What it is"), text: words.plain(kind) }]),
		...(standing === undefined ? [] : [{ kind: "fact" as const, name: l10n.t("Where it stands"), text: standing }]),
		...(named.note === undefined ? [] : [{ kind: "text" as const, text: words.plain(named.note) }]),
		...historyParts([named.id], source),
	];
}

/** Where a commitment or checkpoint stands, as the line above it says. */
function standingOf({ id }: Named, source: ViewSource): string | undefined {
	const { commitments, checkpoints } = source.plan;
	const kind = commitments.some((each) => each.id === id)
		? "commitment"
		: checkpoints.some((each) => each.id === id)
			? "checkpoint"
			: undefined;
	return kind && lensParts({ kind, id }, source)[0]?.text;
}

/** The phase whose title or id a way leads to. */
function phaseAt({ phases }: Plan, path: ReadonlyArray<Step>): Phase | undefined {
	const step = path.at(-1);
	const key = step && keyOf(step);
	return key === "title" || key === "id" ? phases.find(({ range }) => range.start === step?.start) : undefined;
}

function phaseFacts(phase: Phase, source: ViewSource): ReadonlyArray<TooltipPart> {
	const { words } = source;
	const [state] = lensParts({ kind: "phase", id: phase.id }, source);
	return [
		{ kind: "heading", text: words.title(phase) },
		...(state ? [{ kind: "fact" as const, name: l10n.t("Where it stands"), text: state.text }] : []),
		...[phase.focus, phase.note].flatMap(
			(text): ReadonlyArray<TooltipPart> => (text === undefined ? [] : [{ kind: "text", text: words.plain(text) }]),
		),
	];
}

/** The titles of what names it, each once. */
function references(root: Edge, plan: Plan, named: Named, { words }: ViewSource): ReadonlyArray<TooltipPart> {
	const uses = usesIn(root, plan).filter(({ id }) => id === named.id);
	const around: ReadonlyArray<Named> = [...plan.items, ...plan.commitments, ...plan.checkpoints, ...plan.phases];
	const holders = uses.flatMap(({ range }) => around.find((each) => holds(each, range)) ?? []);
	const titles = new Set(holders.map((holder) => words.title(holder)));
	return titles.size === 0 ? [] : [{ kind: "fact", name: l10n.t("Referred to by"), text: [...titles].join(", ") }];
}

function holds({ range }: Pick<Item, "range">, { start, end }: TextRange): boolean {
	return range.start <= start && end <= range.end;
}

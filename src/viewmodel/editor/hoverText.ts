import * as l10n from "@vscode/l10n";
import { logTargets } from "../../logging/logTargets.ts";
import { definitionAt, findReferences, referenceAt } from "../../plan/assist/references.ts";
import { descriptionAt } from "../../plan/assist/schemaAt.ts";
import type { Item, Named, Phase, Plan } from "../../plan/plan.ts";
import { type PathStep, pathAt, stepKey } from "../../plan/syntax/syntaxPath.ts";
import { type ChildRef, nodeRange } from "../../plan/syntax/syntaxTree.ts";
import type { TextRange } from "../../util/textRange.ts";
import { drivenTitles } from "../drives/driveText.ts";
import { historyParts, itemTooltip } from "../rows/itemTooltip.ts";
import type { TooltipPart } from "../rows/row.ts";
import { logTargetKindText } from "../text/logTargetText.ts";
import { PeriodFormatter } from "../text/periodFormatter.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { lensParts } from "./codeLenses.ts";
import { keyText } from "./keyText.ts";

/** What is shown at an offset of the text. */
export interface HoverText {
	readonly range: TextRange;
	readonly parts: ReadonlyArray<TooltipPart>;
	/** Whether the JSON Schema has the same text, so that YAML tools show it as well. */
	readonly isInSchema: boolean;
}

/**
 * The hover at an offset: the description of a key; the tooltip and the references of a title or ID; the dates of a
 * period.
 *
 * @param root of the same text as `plan`; the source may be slightly older
 */
export function hoverText(root: ChildRef, plan: Plan, offset: number, source: ViewSource): HoverText | undefined {
	const name = referenceAt(root, plan, offset);
	const { path, text } = pathAt(root, offset);
	if (!text) {
		return undefined;
	}
	const range = nodeRange(text.node);
	const named = name?.definedAt === undefined ? undefined : definitionAt(plan, name.definedAt);
	const phase = phaseAt(plan, path);
	const hidden = [named, phase].find((each) => isHidden(each, source.formatter));
	if (hidden) {
		return { range, parts: [{ kind: "heading", text: source.formatter.title(hidden) }], isInSchema: false };
	}
	if (name && named) {
		const facts = factsOf(named, source);
		// The history has its own heading and stays last.
		const history = facts.findIndex(({ kind }, index) => index > 0 && kind === "heading");
		const parts = facts.toSpliced(history < 0 ? facts.length : history, 0, ...references(root, plan, named, source));
		return { range, parts, isInSchema: false };
	}
	if (phase) {
		return { range, parts: phaseFacts(phase, source), isInSchema: false };
	}
	const dates = new PeriodFormatter(plan, source.formatter).of(text.node.value);
	if (dates !== undefined) {
		return { range, parts: [{ kind: "text", text: dates }], isInSchema: false };
	}
	const description = text.isKey ? descriptionAt(path) : undefined;
	if (!description) {
		return undefined;
	}
	const shown = keyText(description);
	return { range, parts: [{ kind: "text", text: shown }], isInSchema: shown === description };
}

function factsOf(named: Named, source: ViewSource): ReadonlyArray<TooltipPart> {
	const { snapshot, formatter, plan } = source;
	const item = snapshot.items.get(named.id);
	if (item) {
		return itemTooltip(item, snapshot.progressOf(item), source);
	}
	const status = statusOf(named, source);
	const commitment = plan.commitments.find(({ id }) => id === named.id);
	const drives = commitment ? drivenTitles(commitment, plan, formatter) : [];
	const target = logTargets(plan).find(({ id }) => id === named.id);
	return [
		{ kind: "heading", text: formatter.title(named) },
		...(target
			? [
					{
						kind: "fact" as const,
						name: l10n.t("Type"),
						text: formatter.plain(logTargetKindText(target, formatter)),
					},
				]
			: []),
		...(status === undefined ? [] : [{ kind: "fact" as const, name: l10n.t("Status"), text: status }]),
		...(drives.length === 0 ? [] : [{ kind: "fact" as const, name: l10n.t("Drives"), text: drives.join(", ") }]),
		...(named.note === undefined ? [] : [{ kind: "text" as const, text: formatter.plain(named.note) }]),
		...historyParts([named.id], source),
	];
}

/** The status of a commitment or checkpoint, as in the code lens above it. */
function statusOf({ id }: Named, source: ViewSource): string | undefined {
	const { commitments, checkpoints } = source.plan;
	const kinds = { commitment: commitments, checkpoint: checkpoints } as const;
	const kind = (["commitment", "checkpoint"] as const).find((each) => kinds[each].some((node) => node.id === id));
	return kind && lensParts({ kind, id }, source)[0]?.text;
}

/** The phase whose title or ID a path leads to. */
function phaseAt({ phases }: Plan, path: ReadonlyArray<PathStep>): Phase | undefined {
	const step = path.at(-1);
	const key = step && stepKey(step);
	return key === "title" || key === "id" ? phases.find(({ range }) => range.start === step?.node.start) : undefined;
}

function phaseFacts(phase: Phase, source: ViewSource): ReadonlyArray<TooltipPart> {
	const { formatter } = source;
	const [state] = lensParts({ kind: "phase", id: phase.id }, source);
	return [
		{ kind: "heading", text: formatter.title(phase) },
		...(state ? [{ kind: "fact" as const, name: l10n.t("Status"), text: state.text }] : []),
		...[phase.focus, phase.note].flatMap(
			(text): ReadonlyArray<TooltipPart> => (text === undefined ? [] : [{ kind: "text", text: formatter.plain(text) }]),
		),
	];
}

/** The titles of the nodes that refer to it, each once. */
function references(root: ChildRef, plan: Plan, named: Named, { formatter }: ViewSource): ReadonlyArray<TooltipPart> {
	const uses = findReferences(root, plan).filter(({ id }) => id === named.id);
	const around: ReadonlyArray<Named> = [...plan.items, ...plan.commitments, ...plan.checkpoints, ...plan.phases];
	const holders = uses.flatMap(({ range }) => around.find((each) => holds(each, range)) ?? []);
	const titles = new Set(holders.map((holder) => formatter.title(holder)));
	return titles.size === 0 ? [] : [{ kind: "fact", name: l10n.t("Referenced by"), text: [...titles].join(", ") }];
}

function holds({ range }: Pick<Item, "range">, { start, end }: TextRange): boolean {
	return range.start <= start && end <= range.end;
}

import { formatPeriod, parsePeriod } from "../../time/period.ts";
import { nearestName } from "../../util/nearest.ts";
import type { TextRange } from "../../util/textRange.ts";
import { childEnd } from "../edit/yaml/collectionEntries.ts";
import type { PlanProblem } from "../planProblem.ts";
import { foreignKey } from "../schema/foreignKeys.ts";
import { pathAt } from "../syntax/syntaxPath.ts";
import { type MapNode, type Pair, pairWithKey, type SyntaxNode } from "../syntax/syntaxTree.ts";
import { writeScalar } from "../syntax/writeScalar.ts";
import { type FixDraft, fixDraft } from "./fix.ts";
import { type FixContext, rewrite } from "./fixContext.ts";
import { fixLogged } from "./fixLogged.ts";

/** Fixes of an unknown key: the key with a similar spelling or the same meaning, or a note that keeps the content. */
export function fixKey(context: FixContext, { range, args }: PlanProblem): ReadonlyArray<FixDraft> {
	const [key = "", ...known] = args;
	const step = context.root && pathAt(context.root, range.start).path.at(-1);
	const pair = step?.node.kind === "map" ? step.node.pairs[step.index] : undefined;
	const foreign = foreignKey(key, known);
	const nearest = nearestName(key, known);
	const respelled =
		nearest === undefined ? [] : [fixDraft("write", [nearest], rewrite(context, range, nearest), !foreign)];
	if (!foreign) {
		const parent = context.root && pathAt(context.root, range.start).path.at(-2);
		const isOnly = step?.node.kind === "map" && step.node.pairs.length === 1 && parent?.node.kind === "list";
		const isTitle = nearest === undefined && isOnly && known.includes("title");
		return pair && isTitle ? [...respelled, ...intoTitle(context, pair, key)] : respelled;
	}
	if (step?.node.kind !== "map" || !pair) {
		return [];
	}
	const note = known.includes("note") ? intoNote(context, { map: step.node, pair }, key) : [];
	if (foreign.kind === "logged") {
		return [...fixLogged(context, step.node, pair, key), ...note];
	}
	return foreign.kind === "synonym" && !pairWithKey(step.node, foreign.key)
		? [...renamed(context, range, pair, foreign.key), ...note, ...respelled]
		: note;
}

/** `- Burnout: too many shifts`, which has become a key: the whole is the title. */
function intoTitle({ text }: FixContext, { key: node, value }: Pair, key: string): ReadonlyArray<FixDraft> {
	if (value?.node.kind !== "text" || value.isAlias) {
		return [];
	}
	const title = `title: ${writeScalar(`${key}: ${value.node.value}`, { flow: false })}`;
	return [fixDraft("write", [title], [{ start: node.at, end: childEnd(text, value), text: title }])];
}

interface PairPlace {
	readonly map: MapNode;
	readonly pair: Pair;
}

/** Replaces the key by the one of this format. Something `due` on a day may be done any time before. */
function renamed(context: FixContext, range: TextRange, { value }: Pair, key: string): ReadonlyArray<FixDraft> {
	const edits = rewrite(context, range, key);
	if (typeof edits === "string" || key !== "when" || value?.node.kind !== "text") {
		return [fixDraft("write", [key], edits)];
	}
	const { node } = value;
	const period = parsePeriod(node.value);
	if (typeof period === "string") {
		// An invalid period is reported once it is under its key.
		return [fixDraft("write", [key], edits)];
	}
	const isEnd = period.mode === "in" && period.stretch.kind === "calendar" && period.stretch.end !== undefined;
	const by = isEnd ? `by ${node.value}` : node.value;
	const shown = typeof parsePeriod(by) === "string" ? formatPeriod({ ...period, mode: "by" }) : by;
	const edit = { start: value.at, end: childEnd(context.text, value), text: by };
	return [fixDraft("write", [`${key}: ${shown}`], [...edits, edit])];
}

/** Moves the content of a key into the note: `priority: high`. */
function intoNote({ text }: FixContext, { map, pair }: PairPlace, key: string): ReadonlyArray<FixDraft> {
	const content = textOf(pair.value?.node);
	if (content === undefined || !pair.value || pair.value.isAlias) {
		return [];
	}
	const note = pairWithKey(map, "note");
	const written = `${key}: ${content}`;
	const end = childEnd(text, pair.value);
	if (!note) {
		const edit = { start: pair.key.at, end, text: `note: ${writeScalar(written, { flow: map.flow })}` };
		return [fixDraft("to-note", [key], [edit])];
	}
	const old = note.value;
	const before = map.pairs[map.pairs.indexOf(pair) - 1];
	if (old?.node.kind !== "text" || old.node.style === "block" || old.isAlias || !before) {
		return [];
	}
	const more = writeScalar(`${old.node.value}; ${written}`, { flow: map.flow });
	const edits = [
		{ start: old.at, end: childEnd(text, old), text: more },
		// The pair is removed together with the comma or the line break before it.
		{ start: childEnd(text, before.value ?? before.key), end, text: "" },
	];
	return [fixDraft("to-note", [key], edits)];
}

/** A text, or a list of texts joined by commas; undefined for anything else. */
function textOf(node: SyntaxNode | undefined): string | undefined {
	if (node?.kind === "text") {
		return node.style === "block" ? undefined : node.value;
	}
	const texts = node?.kind === "list" ? node.items.map(({ child }) => textOf(child?.node)) : [undefined];
	return texts.every((each) => each !== undefined) ? texts.join(", ") : undefined;
}

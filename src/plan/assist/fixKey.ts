import { nearestName } from "../../util/nearest.ts";
import { childEnd } from "../edit/yaml/collectionEntries.ts";
import type { PlanProblem } from "../planProblem.ts";
import { foreignKey } from "../schema/foreignKeys.ts";
import { pathAt } from "../syntax/syntaxPath.ts";
import { type Pair, pairWithKey } from "../syntax/syntaxTree.ts";
import { writeScalar } from "../syntax/writeScalar.ts";
import { type FixDraft, fixDraft } from "./fix.ts";
import { type FixContext, rewrite } from "./fixContext.ts";
import { fixLogged } from "./fixLogged.ts";
import { joinSpan } from "./keys/joinSpan.ts";
import { keyIntoNote } from "./keys/keyIntoNote.ts";
import { renameKey } from "./keys/renameKey.ts";

/** Fixes of an unknown key: the key with a similar spelling or the same meaning, or a note that keeps the content. */
export function fixKey(context: FixContext, { range, args }: PlanProblem): ReadonlyArray<FixDraft> {
	const [key = "", ...known] = args;
	const path = context.root ? pathAt(context.root, range.start).path : [];
	const step = path.at(-1);
	const pair = step?.node.kind === "map" ? step.node.pairs[step.index] : undefined;
	const foreign = foreignKey(key, known);
	const nearest = nearestName(key, known);
	const respelled =
		nearest === undefined ? [] : [fixDraft("write", [nearest], rewrite(context, range, nearest), !foreign)];
	if (step?.node.kind !== "map" || !pair) {
		return foreign ? [] : respelled;
	}
	const place = { map: step.node, pair };
	const note = known.includes("note") ? keyIntoNote(context, place, key) : [];
	const span = known.includes("when") ? joinSpan(context, place, key) : [];
	if (foreign?.kind === "logged") {
		return [...fixLogged(context, step.node, pair, key), ...note];
	}
	if (foreign?.kind === "synonym" && !pairWithKey(step.node, foreign.key)) {
		return [...span, ...renameKey(context, range, pair, foreign.key), ...note, ...respelled];
	}
	if (foreign) {
		return note;
	}
	const isOnly = step.node.pairs.length === 1 && path.at(-2)?.node.kind === "list";
	const title = isOnly && nearest === undefined && known.includes("title") ? intoTitle(context, pair, key) : [];
	return [...span, ...respelled, ...title, ...(nearest === undefined ? note : [])];
}

/** `- Burnout: too many shifts`, which has become a key: the whole is the title. */
function intoTitle({ text }: FixContext, { key: node, value }: Pair, key: string): ReadonlyArray<FixDraft> {
	if (value?.node.kind !== "text" || value.isAlias) {
		return [];
	}
	const title = `title: ${writeScalar(`${key}: ${value.node.value}`, { flow: false })}`;
	return [fixDraft("write", [title], [{ start: node.at, end: childEnd(text, value), text: title }])];
}

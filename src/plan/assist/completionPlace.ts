import { columnOf, lineEnd, lineStart } from "../edit/lines.ts";
import type { Plan } from "../plan.ts";
import type { TextRange } from "../problem.ts";
import type { PlanParser } from "../readPlan.ts";
import { keyOf, type Step, spotAt } from "../spot.ts";

/** Where something may be typed, and what stands around it. */
export interface CompletionPlace {
	/** Keys may stand there, values, or both (`- |` in a list of items). */
	readonly takes: "key" | "value" | "both";
	/** From the top to the map that the key belongs to. Empty where only a value may stand. */
	readonly keyPath: ReadonlyArray<Step>;
	/** From the top to what holds the value. Empty where only a key may stand. */
	readonly valuePath: ReadonlyArray<Step>;
	/** What is there already and gives way. */
	readonly range: TextRange;
	/** Whether it stands inside `[]` or `{}`. */
	readonly flow: boolean;
	/** Spaces before it, hyphens counted as such: what belongs below stands further in. */
	readonly column: number;
	/** Whether a colon follows already. */
	readonly hasColon: boolean;
	/** Whether what was typed begins with a quote. */
	readonly quoted: boolean;
	/** What the plan says with a word in the place of the one that is typed; see `isTyped`. */
	readonly plan: Plan;
}

/** Stands for what is being typed: no plan has it. */
const marker = "zqxwaymarkqxz";

/** Whether an id or key of the place's plan is only the word that stands for what is typed. */
export function isTyped(name: string): boolean {
	return name.startsWith(marker);
}

/**
 * Finds what may be typed at an offset. The text need not be valid, as it seldom is while somebody types: the word at the
 * offset gives way to one that makes it so, open brackets are closed, and at worst what follows is left out.
 *
 * @param parser one for this alone: from one key to the next it reads only what changed
 */
export function completionPlace(text: string, offset: number, parser: PlanParser): CompletionPlace | undefined {
	const line = lineStart(text, offset);
	const before = text.slice(line, offset);
	const typed = /(?:^\s*|[[{,]\s*|:\s+|-\s+)(["']?)((?:(?!-\s)[^\s[\]{},:#"'](?:[^[\]{},#"':]|:(?!\s))*)?)$/.exec(
		before,
	);
	if (!typed || /(?:^|\s)#/.test(before)) {
		return undefined;
	}
	const [, quote = "", word = ""] = typed;
	const start = offset - word.length - quote.length;
	const end = offset + (/^[\p{L}\p{N}_-]*["']?/u.exec(text.slice(offset, lineEnd(text, offset)))?.[0].length ?? 0);
	const rest = text.slice(end, lineEnd(text, offset));
	const isAlone = /^\s*(?:-\s+)*$/.test(text.slice(line, start)) && rest.trim() === "";
	const found = spotOfMarker(text, start, end, isAlone && quote === "", parser);
	if (!found) {
		return undefined;
	}
	const { path, isKey, plan } = found;
	const last = path.at(-1);
	const map = isKey ? last?.node : undefined;
	const isOnlyKey = map?.kind === "map" && map.pairs.length === 1 && isAlone;
	return {
		takes: !isKey ? "value" : isOnlyKey ? "both" : "key",
		keyPath: isKey ? path : [],
		valuePath: isKey ? path.slice(0, -1) : path,
		range: { start, end },
		flow: last?.node.flow ?? false,
		column: columnOf(text, start),
		hasColon: /^\s*:/.test(rest),
		quoted: quote !== "",
		plan,
	};
}

/** The keys that stand in the map already, without the one that is typed. */
export function keysBeside({ keyPath }: CompletionPlace): ReadonlySet<string> {
	const last = keyPath.at(-1);
	const pairs = last?.node.kind === "map" ? last.node.pairs : [];
	return new Set(pairs.flatMap(({ key }) => (key.node.kind === "text" ? [key.node.value] : [])));
}

function spotOfMarker(text: string, start: number, end: number, asKey: boolean, parser: PlanParser) {
	const close = closers(text.slice(lineStart(text, start), start));
	const written = asKey ? `${marker}:` : marker;
	const head = text.slice(0, start) + written;
	const restOfLine = text.slice(end, lineEnd(text, end));
	const below = text.slice(lineEnd(text, end));
	for (const candidate of [
		head + restOfLine + below,
		head + close + below,
		head + restOfLine,
		head + close,
		// A text that is already there below or behind makes no map of this line: a key among keys.
		`${text.slice(0, start)}${marker}: x${below}`,
	]) {
		const { root, plan } = parser.read(candidate);
		const spot = root && spotAt(root, start + 1);
		if (plan && spot?.text && isTyped(spot.text.node.value)) {
			return { path: spot.path, isKey: spot.text.isKey, plan };
		}
	}
	return undefined;
}

/** What closes the brackets that are open at the end of a line. */
function closers(line: string): string {
	const open: Array<string> = [];
	for (const { 0: sign } of line.replace(/"[^"]*"|'[^']*'/g, "").matchAll(/[[\]{}]/g)) {
		if (sign === "[" || sign === "{") {
			open.unshift(sign === "[" ? "]" : "}");
		} else {
			open.shift();
		}
	}
	return open.length > 0 ? ` ${open.join(" ")}` : "";
}

/** The key whose value, or list of values, stands at the end of a way. */
export function keyAbove(path: ReadonlyArray<Step>): string | undefined {
	const inList = path.at(-1)?.node.kind === "list";
	const step = path.at(inList ? -2 : -1);
	return step && keyOf(step);
}

import { columnOf, lineEnd, lineStart } from "../../util/textLines.ts";
import type { TextRange } from "../../util/textRange.ts";
import type { Plan } from "../plan.ts";
import type { PlanParser } from "../planParser.ts";
import { type PathStep, pathAt, stepKey } from "../syntax/syntaxPath.ts";

/** The context of a completion. */
export interface CompletionContext {
	/** Whether keys, values, or both (`- |` in a list of items) can be completed. */
	readonly takes: "key" | "value" | "both";
	/** The path to the map that the key belongs to. Empty if only a value can be completed. */
	readonly keyPath: ReadonlyArray<PathStep>;
	/** The path to the parent of the value. Empty if only a key can be completed. */
	readonly valuePath: ReadonlyArray<PathStep>;
	/** The typed text, which the completion replaces. */
	readonly range: TextRange;
	/** Whether it is inside `[]` or `{}`. */
	readonly flow: boolean;
	/** The column, counting hyphens as spaces: nested content is indented further. */
	readonly column: number;
	/** Whether a colon follows already. */
	readonly hasColon: boolean;
	/** Whether the typed text begins with a quotation mark. */
	readonly quoted: boolean;
	/** The plan with a placeholder instead of the typed word; see `isBeingTyped`. */
	readonly plan: Plan;
}

/** The placeholder for the typed word: no plan contains it. */
const marker = "zqxwaymarkqxz";

/** Whether an ID or key is only the placeholder for the typed word. */
export function isBeingTyped(name: string): boolean {
	return name.startsWith(marker);
}

/**
 * Finds what can be completed at an offset. The text is usually invalid while it is typed: the word at the offset is
 * replaced by a placeholder, open brackets are closed, and as a last resort the rest of the text is ignored.
 *
 * @param parser one for this alone: the texts it reads are not the plan
 */
export function completionContext(text: string, offset: number, parser: PlanParser): CompletionContext | undefined {
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
	const found = pathOfMarker(text, { start, end }, isAlone && quote === "", parser);
	if (!found) {
		return undefined;
	}
	const { path, isKey, plan } = found;
	const last = path.at(-1);
	const map = isKey ? last?.node : undefined;
	const keyTakes = map?.kind === "map" && map.pairs.length === 1 && isAlone ? "both" : "key";
	return {
		takes: isKey ? keyTakes : "value",
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

/** The existing keys of the map, without the typed one. */
export function siblingKeys({ keyPath }: CompletionContext): ReadonlySet<string> {
	const last = keyPath.at(-1);
	const pairs = last?.node.kind === "map" ? last.node.pairs : [];
	return new Set(pairs.flatMap(({ key }) => (key.node.kind === "text" ? [key.node.value] : [])));
}

function pathOfMarker(text: string, { start, end }: TextRange, asKey: boolean, parser: PlanParser) {
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
		// Content below would make this line invalid: complete it as a key among keys.
		`${text.slice(0, start)}${marker}: x${below}`,
	]) {
		const { root, plan } = parser.parse(candidate);
		const path = root && pathAt(root, start + 1);
		if (plan && path?.text && isBeingTyped(path.text.node.value)) {
			return { path: path.path, isKey: path.text.isKey, plan };
		}
	}
	return undefined;
}

/** The closing brackets for those that are open at the end of a line. */
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

/** The key whose value, or list of values, is at the end of a path. */
export function parentKey(path: ReadonlyArray<PathStep>): string | undefined {
	const inList = path.at(-1)?.node.kind === "list";
	const step = path.at(inList ? -2 : -1);
	return step && stepKey(step);
}

import { marginOf } from "../../util/textLines.ts";
import type { PlanProblemCode } from "../planProblem.ts";
import { isFormatKey } from "./formatKeys.ts";
import {
	blockHeader,
	endOfBlock,
	hasColon,
	isInside,
	type Line,
	type LineValue,
	linesOf,
	splitLine,
} from "./lineValue.ts";
import { isYaml, type Repair, repair, repairGreater, repairUnclosed } from "./repair.ts";
import { repairFlow } from "./repairFlow.ts";
import { indentedKey, movedLeft, nextFilled } from "./repairIndent.ts";

/** The repairs found so far, and how much more may be read. */
interface Repairs {
	readonly list: Array<Repair>;
	unread: number;
}

/** Longer lines are not repaired. */
const longestLine = 2000;
/** The total number of characters to parse again to find out whether a list or map in brackets is valid YAML. */
const mostRead = 2_000_000;

/** Keys that can follow a title. */
const itemKey =
	/^(?:when|goal|of|from|track|needs|drives|confirm|valid|dropped|id|formerly|note|link|private|hours|activities|focus|outcomes|share|stages|milestones|every|until|questions|practices|mitigations|watch|points|replaces):(?:\s|$)/;

/**
 * Finds the values that YAML cannot parse (`title: Phase 1: Core`, `- [x] Plan`, `- @home`) or parses without a part of
 * the text (`- !important thing`), and how to read each instead: mostly as if it were in quotes.
 */
export function repairLines(text: string): ReadonlyArray<Repair> {
	const lines = linesOf(text);
	const repairs: Repairs = { list: [], unread: mostRead };
	for (let at = 0; at < lines.length; ) {
		const line = lines[at] as Line;
		// YAML and editors disagree about a carriage return within a line.
		if (line.text.length > longestLine || line.text.includes("\r")) {
			at++;
			continue;
		}
		const tabs = /^(?: *\t[ \t]*)(?=[^\s#])/.exec(line.text)?.[0];
		if (tabs !== undefined) {
			repairs.list.push({
				code: "tab",
				start: line.start,
				end: line.start + tabs.length,
				text: tabs.replaceAll("\t", "  "),
			});
		}
		const hidden = privateLine(line);
		if (hidden) {
			repairs.list.push(hidden);
			at++;
			continue;
		}
		at = splitLine(line, at, tabs?.replaceAll("\t", "  ").length, (value) => readValue(text, lines, value, repairs));
	}
	return repairs.list.sort((a, b) => a.start - b.start);
}

/** `private`, `private true`, `private:yes` on a line by itself: a mistake must not reveal what was meant to be hidden. */
function privateLine({ text, start }: Line): Repair | undefined {
	const [, margin = "", word = "", colon = "", value = ""] =
		/^( *)(priv[a-z]{0,5}|confidential|secret|hidden)(?:(:)| +|$)(true|yes|on|1|)\s*$/i.exec(text) ?? [];
	if (word === "" || (colon !== "" && value === "")) {
		return undefined;
	}
	const at = start + margin.length;
	const code = colon === "" ? "no-colon" : "colon-without-space";
	return { code, start: at, end: start + text.trimEnd().length, text: "private: true", meant: word };
}

function readValue(text: string, lines: ReadonlyArray<Line>, value: LineValue, repairs: Repairs): number {
	const next = value.line + 1;
	const anchor = /^&[^\s,[\]{}]+(?:\s+|$)/.exec(value.text)?.[0];
	if (anchor && text.includes(`*${anchor.slice(1).trimEnd()}`)) {
		const rest = { ...value, text: value.text.slice(anchor.length), start: value.start + anchor.length };
		return readValue(text, lines, rest, repairs);
	}
	const [sign = ""] = value.text;
	if (sign !== "" && !/^[|>#&]/.test(sign) && (!/["'[{]/.test(sign) || /["'\]}]$/.test(value.text))) {
		moveKeys(lines, value, repairs);
	}
	switch (sign) {
		case "":
			return titleKey(lines, value, repairs);
		case "#":
			if (isTitleKey(value) && /^#+[^\s#]/.test(value.text) && endOfBlock(lines, value) === next) {
				// `- Fix: #42 now`: a title with a colon, and a comment to YAML.
				const meant = `${value.key}${withoutComment(value.text)}`;
				const { key, start } = value;
				repairs.list.push({
					...repair("read-as-text", start - key.length, start - key.length + meant.length, meant),
					isLost: true,
				});
				return next;
			}
			// `- #42 is open`: a comment to YAML, and nothing would be left.
			return value.isTitle && /^#+[^\s#]/.test(value.text) && endOfBlock(lines, value) === next
				? quoteLine(value, "read-as-text", repairs)
				: next;
		case "&":
			return isAnchor(text, lines, value) ? next : quotePlain(lines, value, repairs);
		case "|":
		case ">":
			if (blockHeader.test(value.text)) {
				return endOfBlock(lines, value);
			}
			return value.isAmount ? greaterThan(value, repairs) : quotePlain(lines, value, repairs);
		case '"':
		case "'":
			return quotedText(lines, value, repairs);
		case "[":
		case "{":
			return flowValue(text, lines, value, repairs);
		case "*":
			return isAlias(text, value.text) ? next : quoteLine(value, "read-as-text", repairs);
		case "!":
		case "@":
		case "%":
		case "`":
		case ",":
		case "]":
		case "}":
			return quotePlain(lines, value, repairs);
		default:
			if (hasKeysBelow(lines, value)) {
				const meant = withoutComment(value.text);
				const { start, end, text: quoted } = repair("expected-map", value.start, value.start + meant.length, meant);
				repairs.list.push({ code: "expected-map", start, end, text: `title: ${quoted}`, meant });
				return next;
			}
			return hasColon(value.text) || /^[?:-](?:\s|$)/.test(value.text) || goesOnWithColon(lines, value)
				? quotePlain(lines, value, repairs)
				: endOfPlain(lines, value);
	}
}

/** A valid alias; an alias without an anchor is a separate problem. */
function isAlias(text: string, value: string): boolean {
	const name = /^\*([^\s,[\]{}]+)(?:\s+#.*)?$/.exec(value)?.[1];
	return name !== undefined && (text.includes(`&${name}`) || !name.includes("*"));
}

/** Moves keys that are indented too far below a value to the column of its own key. */
function moveKeys(lines: ReadonlyArray<Line>, value: LineValue, repairs: Repairs): void {
	const at = indentedKey(lines, value);
	const edits = at === undefined ? [] : movedLeft(lines, at, value.indent);
	const codes = edits.map((edit, index): Repair => ({ ...edit, code: "indented-key", meant: "", isMore: index > 0 }));
	repairs.list.push(...codes);
}

/** Whether the key begins an item of a list and is none of the format: most likely a title. */
function isTitleKey({ key, inList }: LineValue): boolean {
	return inList && key !== "" && !/^["']/.test(key) && !isFormatKey(key.replace(/\s*:\s*$/, ""));
}

/** `- Talks:` with keys of an item below it, as if it were `- title: Talks`. */
function titleKey(lines: ReadonlyArray<Line>, value: LineValue, repairs: Repairs): number {
	const next = nextFilled(lines, value.line);
	const { text = "" } = lines[next] ?? {};
	const column = value.start - value.key.length - (lines[value.line]?.start ?? 0);
	const margin = marginOf(text);
	if (isTitleKey(value) && margin >= column && itemKey.test(text.trimStart())) {
		const start = value.start - value.key.length;
		const meant = value.key.trimEnd();
		const title = `title: ${repair("expected-map", 0, 0, meant.replace(/\s*:$/, "")).text}`;
		repairs.list.push({ code: "expected-map", start, end: start + meant.length, text: title, meant, isLost: true });
		const moved = margin > column ? movedLeft(lines, next, column) : [];
		repairs.list.push(...moved.map((edit): Repair => ({ ...edit, code: "indented-key", isMore: true, isLost: true })));
	}
	return value.line + 1;
}

/** `- Talks` with keys of it in the same column below, as if `title:` stood before the text. */
function hasKeysBelow(lines: ReadonlyArray<Line>, { key, isTitle, start, line }: LineValue): boolean {
	const column = start - (lines[line]?.start ?? 0);
	const below = lines.slice(line + 1, line + 4).find(({ text }) => text.trim() !== "")?.text ?? "";
	return key === "" && isTitle && marginOf(below) === column && /^[a-z_]{2,12}:(?:\s|$)/i.test(below.trimStart());
}

/** An anchor of a value, a list, a map, or of what is below it; before a title it is part of the title. */
function isAnchor(text: string, lines: ReadonlyArray<Line>, value: LineValue): boolean {
	if ((!value.isTitle || value.isAmount) && isYaml(value.text, text)) {
		return !/^\S+$/.test(value.text) || value.key === "" || endOfBlock(lines, value) > value.line + 1 || value.isAmount;
	}
	const rest = value.text.replace(/^&[^\s,[\]{}]*/, "").replace(/\s+#.*$/, "");
	return rest.trim() === "" ? endOfBlock(lines, value) > value.line + 1 : /^\s+(?:[[{|>"']|[\w-]+:\s)/.test(rest);
}

/** Text without quotes can continue over several lines. */
function endOfPlain(lines: ReadonlyArray<Line>, value: LineValue): number {
	const end = endOfBlock(lines, value);
	for (let next = value.line + 1; next < end; next++) {
		const text = (lines[next] as Line).text.trim();
		if (text.startsWith("#") || isKeyLine(text, value)) {
			return next;
		}
	}
	return end;
}

/** Whether a line below a text is a key and not more of the text: a single word, in prose one of the format. */
function isKeyLine(text: string, { key }: LineValue): boolean {
	const [, word] = /^(\S[^#]*?) *:(?:\s|$)/.exec(text) ?? [];
	const isProse = /^(?:about|note) *:/.test(key);
	return word !== undefined && (isProse || /\s/.test(word) ? isFormatKey(word) : true);
}

/** `about: This plan is long` and below it `and goes on: with a colon`, at which YAML ends. */
function goesOnWithColon(lines: ReadonlyArray<Line>, value: LineValue): boolean {
	const more = lines.slice(value.line + 1, endOfPlain(lines, value));
	return more.some(({ text }) => hasColon(text.trim()));
}

function quoteLine(value: LineValue, code: PlanProblemCode, repairs: Repairs): number {
	const meant = withoutComment(value.text);
	repairs.list.push(repair(code, value.start, value.start + meant.length, meant));
	return value.line + 1;
}

/** `>= 5` means at least that much, as a plain number does. */
function greaterThan(value: LineValue, repairs: Repairs): number {
	const meant = withoutComment(value.text);
	repairs.list.push(repairGreater(value.start, meant));
	return value.line + 1;
}

/** Quotes a text, including its continuation lines. */
function quotePlain(lines: ReadonlyArray<Line>, value: LineValue, repairs: Repairs): number {
	const inside = lines.slice(value.line + 1, endOfPlain(lines, value));
	const bullet = inside.findIndex(({ text }) => /^\s*-(?:\s|$)/.test(text));
	const last = inside.slice(0, bullet < 0 ? undefined : bullet).findLastIndex(({ text }) => text.trim() !== "");
	if (last < 0) {
		return quoteLine(value, "read-as-text", repairs);
	}
	const more = lines.slice(value.line + 1, value.line + 2 + last);
	const line = more[more.length - 1] as Line;
	const meant = [value.text, ...more.map(({ text }) => text.trim())].filter(Boolean).join(" ");
	repairs.list.push({ ...repair("read-as-text", value.start, line.start + line.text.trimEnd().length, meant) });
	return value.line + 2 + last;
}

function withoutComment(text: string): string {
	const comment = /\s+#\s/.exec(text);
	return comment ? text.slice(0, comment.index) : text;
}

function quotedText(lines: ReadonlyArray<Line>, value: LineValue, repairs: Repairs): number {
	const whole = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(.*)$/s;
	const rest = whole.exec(value.text)?.[1];
	if (rest !== undefined) {
		return /^\s*(?:\s#.*)?$/.test(rest) ? value.line + 1 : quoteLine(value, "quoted-and-more", repairs);
	}
	let text = value.text;
	const end = endOfBlock(lines, value);
	for (let next = value.line + 1; next < Math.min(end, value.line + 100); next++) {
		text += `\n${(lines[next] as Line).text}`;
		const behind = whole.exec(text)?.[1];
		if (behind !== undefined) {
			if (/^\s*(?:\s#.*)?$/.test(behind)) {
				return next + 1;
			}
			break;
		}
	}
	const written = withoutComment(value.text);
	const isClosed = closeText(written, value.start + written.length, written.slice(0, 1), repairs);
	return isClosed ? value.line + 1 : quoteLine(value, "read-as-text", repairs);
}

/** Reads a text as if it were closed at its end; false if YAML cannot read it even so. */
function closeText(written: string, end: number, sign: string, repairs: Repairs): boolean {
	repairs.unread -= written.length;
	if (repairs.unread < 0 || !isYaml(`${written} ${sign}`)) {
		return false;
	}
	repairs.list.push(repairUnclosed(end, sign));
	return true;
}

/** Reads `[...` or `{...` as if it were closed, with the lines inside it or by itself. @returns the line to go on with */
function closeFlow(lines: ReadonlyArray<Line>, value: LineValue, next: number, repairs: Repairs): number | undefined {
	const isMap = value.text.startsWith("{");
	if (isMap ? !/^\{\s*(?:[\w ]+:\s|$)/.test(value.text) : value.key === "" || value.isTitle) {
		return undefined;
	}
	const sign = isMap ? "}" : "]";
	const inner = lines.slice(value.line + 1, next).filter(({ text }) => text.trim() !== "");
	const last = inner[inner.length - 1];
	if (last && !/(?:^|\s)#/.test(last.text)) {
		const written = [value.text, ...inner.map(({ text }) => text)].join("\n").trimEnd();
		if (closeText(written, last.start + last.text.trimEnd().length, sign, repairs)) {
			return next;
		}
	}
	const written = withoutComment(value.text);
	const isOpen = !/[\]}]$/.test(written);
	return isOpen && closeText(written, value.start + written.length, sign, repairs) ? value.line + 1 : undefined;
}

/** `[...]` and `{...}`, on one line or on several. */
function flowValue(text: string, lines: ReadonlyArray<Line>, value: LineValue, repairs: Repairs): number {
	const hasTag = /[[{,:] ?(?:!|&\S+ [^[{])/.test(value.text);
	repairs.unread -= value.text.length;
	if (repairs.unread < 0 || (!hasTag && isYaml(value.text, text))) {
		return value.line + 1;
	}
	let flow = value.text;
	let next = value.line + 1;
	for (; next < lines.length; next++) {
		const line = lines[next] as Line;
		if (!isInside(line, value.indent) && !/^\s*[\]}]/.test(line.text)) {
			break;
		}
		flow += `\n${line.text}`;
		if (line.text.length > longestLine) {
			break;
		}
		repairs.unread -= flow.length;
		if (repairs.unread < 0 || (/[\]}],?$/.test(withoutComment(line.text).trimEnd()) && isYaml(flow, text))) {
			return next + 1;
		}
	}
	const closed = closeFlow(lines, value, next, repairs);
	if (closed !== undefined) {
		return closed;
	}
	if (value.isTitle && value.key !== "") {
		return quoteLine(value, "read-as-text", repairs);
	}
	const meant = withoutComment(value.text);
	const inside = repairFlow(meant, value.start, value.key !== "");
	if (inside && inside.length > 0) {
		repairs.list.push(...inside);
		return value.line + 1;
	}
	return inside ? value.line + 1 : quoteLine(value, "read-as-text", repairs);
}

import { isYaml, type Repair, repair, repairGreater } from "./repair.ts";

/** An entry between two commas. */
interface Part {
	readonly start: number;
	readonly end: number;
}

/**
 * Finds what cannot be read in a `[...]` or `{...}` on one line.
 *
 * @param text all of it; it starts at the offset `start`
 * @returns undefined if it is neither a list nor a map but text, as in `[x] Plan`
 */
export function repairFlow(text: string, start: number, hasKey: boolean): ReadonlyArray<Repair> | undefined {
	const isMap = text.startsWith("{");
	const close = isMap ? "}" : "]";
	if (!text.endsWith(close)) {
		return undefined;
	}
	if (isMap && !/^\{\s*(?:["']?[\w ]+["']?\s*:(?:\s|$)|\})/.test(text)) {
		return undefined;
	}
	if (!isMap && !hasKey) {
		return undefined;
	}
	const parts = partsOf(text);
	const repairs: Array<Repair> = [];
	for (let at = 0; at < parts.length; at++) {
		const { start: from, end } = parts[at] as Part;
		const part = text.slice(from, end);
		const key = isMap ? (/^\s*(?:[^\s:,"'[\]{}][^:,[\]{}]*?|"[^"]*"|'[^']*')\s*:(?:\s+|$)/.exec(part)?.[0] ?? "") : "";
		let last = end;
		while (isMap && at + 1 < parts.length && !isEntry(text.slice(parts[at + 1]?.start, parts[at + 1]?.end))) {
			at++;
			last = (parts[at] as Part).end;
		}
		const lead = key === "" ? part.length - part.trimStart().length : key.length;
		const value = text.slice(from + lead, last).trimEnd();
		repairs.push(...valueRepairs(value, start + from + lead, last > end, /^\s*(?:goal|from)\b/.test(key)));
	}
	return repairs;
}

function valueRepairs(value: string, start: number, isGlued: boolean, isAmount: boolean): ReadonlyArray<Repair> {
	if (/^&\S+\s+[[{]/.test(value)) {
		return [];
	}
	if (value === "" || (!isGlued && !/^[!&]/.test(value) && isYaml(`[${value}]`) && !/:\s/.test(plainPart(value)))) {
		return [];
	}
	const inside = /^[[{]/.test(value) ? repairFlow(value, start, true) : undefined;
	return inside && inside.length > 0
		? inside
		: [isAmount ? repairGreater(start, value) : repair("read-as-text", start, start + value.length, value)];
}

function plainPart(value: string): string {
	return /^["'[{]/.test(value) ? "" : value;
}

function isEntry(part: string): boolean {
	return part.trim() === "" || /^\s*(?:[\w -]+|"[^"]*"|'[^']*')\s*:(?:\s|$)/.test(part);
}

/** The entries of a flow collection. A bracket counts only where a value can start; elsewhere it is text. */
function partsOf(text: string): ReadonlyArray<Part> {
	const parts: Array<Part> = [];
	const open: Array<string> = [];
	let start = 1;
	let before = "{";
	for (let at = 1; at < text.length - 1; at++) {
		const sign = text[at] as string;
		const begins = /[[{,:]/.test(before);
		if (begins && (sign === '"' || sign === "'")) {
			const rest = text.slice(at);
			const whole = (sign === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/).exec(rest)?.[0];
			at += (whole?.length ?? 1) - 1;
		} else if (begins && (sign === "[" || sign === "{")) {
			open.push(sign === "[" ? "]" : "}");
		} else if (sign === open[open.length - 1]) {
			open.pop();
		} else if (sign === "," && open.length === 0) {
			parts.push({ start, end: at });
			start = at + 1;
		}
		before = sign === " " ? before : sign;
	}
	return [...parts, { start, end: text.length - 1 }];
}

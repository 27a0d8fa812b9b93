/** What a plan says: a text, nothing, a list or a map. */
export type Model =
	| string
	| undefined
	| { readonly list: ReadonlyArray<Model> }
	| { readonly map: ReadonlyArray<Pair> };
export type Pair = readonly [string, Model];

/** A source of chance that gives the same numbers for the same seed. */
export class Chance {
	private state: number;

	constructor(seed: number) {
		this.state = seed;
	}

	/** A number from 0 up to, not including, `below`. */
	below(below: number): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	}

	/** Whether something of a likelihood from 0 to 1 happens. */
	happens(likelihood: number): boolean {
		return this.below(1000) < likelihood * 1000;
	}

	pick<T>(from: ReadonlyArray<T>): T {
		return from[this.below(from.length)] as T;
	}
}

export const keys = [
	"title",
	"id",
	"goal",
	"when",
	"note",
	"needs",
	"formerly",
	"dropped",
	"outcomes",
	"year 1",
	"a-b",
	"ключ",
];
const plainTexts = [
	"a",
	"b",
	"old",
	"Lead a team",
	"8-12",
	"$1M+",
	"x:y",
	"a#b",
	"Über 目标",
	"-5",
	"2026-01-05",
	"it's",
	"🚀 go",
];
const blockTexts = ["Lead, then talk", "more [or less]", "{a", "a{b}, c"];
const hardTexts = [
	"",
	"~",
	"null",
	"a: b",
	"a #b",
	" a",
	"- a",
	">= 5",
	'"q" and',
	"a\nb",
	"tab\tb",
	"\u2028",
	'don\'t: "x"',
];

/** Any text that a plan may hold. */
export function anyText(chance: Chance): string {
	return chance.pick(chance.pick([plainTexts, plainTexts, blockTexts, hardTexts]));
}

/** A tree as it may stand in a plan. */
export function anyModel(chance: Chance, depth: number): Model {
	const kind = chance.below(depth <= 0 ? 5 : 10);
	if (kind < 4) {
		return anyText(chance);
	}
	if (kind === 4) {
		return undefined;
	}
	return kind < 7 ? anyList(chance, depth - 1) : anyMap(chance, depth - 1);
}

export function anyMap(chance: Chance, depth: number, least = 0): Model {
	const taken = keys.filter(() => chance.happens(0.3)).slice(0, 5);
	const chosen = taken.length < least ? ["title", "goal", "phases"] : taken;
	return { map: chosen.map((key) => [key, anyModel(chance, depth)]) };
}

function anyList(chance: Chance, depth: number): Model {
	return { list: Array.from({ length: chance.below(4) }, () => anyModel(chance, depth)) };
}

/** Writes a tree as YAML in a style of its own for each node: block or flow, quoted or not, with comments and blank lines. */
export class PlanWriter {
	private readonly step: number;
	private readonly hyphenGap: string;
	private readonly unindented: boolean;
	private readonly pad: string;
	private anchors = 0;

	constructor(private readonly chance: Chance) {
		this.step = chance.pick([2, 2, 4]);
		this.hyphenGap = chance.pick([" ", " ", "   "]);
		this.unindented = chance.happens(0.3);
		this.pad = chance.pick(["", " "]);
	}

	/** The whole file. */
	write(model: Model): string {
		const { chance } = this;
		const head = chance.pick(["", "", "# A plan\n", "\n", "---\n"]);
		const body = this.block(model, 0).replace(/^\n/, "");
		const tail = chance.pick(["", "", "# end\n", "\n", "  # deep end\n"]);
		let text = head + body + tail;
		if (chance.happens(0.3)) {
			text = text.replace(/\n$/, "");
		}
		if (chance.happens(0.3)) {
			text = text.replace(/\n/g, () => (chance.happens(0.95) ? "\r\n" : "\n"));
		}
		return (chance.happens(0.1) ? "\uFEFF" : "") + text;
	}

	/** What stands behind a colon or a hyphen, up to the end of its last line. At the top: on lines of its own. */
	private block(model: Model, indent: number): string {
		const { chance } = this;
		if (model === undefined) {
			return chance.pick(["", " ~", " null"]) + this.comment();
		}
		if (typeof model === "string") {
			return this.blockText(model, indent);
		}
		const entries = "list" in model ? model.list : model.map;
		if (entries.length === 0 || (indent > 0 && chance.happens(0.35))) {
			return ` ${this.flow(model, indent)}${this.comment()}`;
		}
		return `${indent > 0 ? this.comment().replace(/\n$/, "") : ""}\n${this.lines(model, indent)}`;
	}

	private lines(model: Exclude<Model, string | undefined>, indent: number): string {
		const margin = " ".repeat(indent);
		if ("map" in model) {
			return model.map.map(([key, value]) => this.between(indent) + margin + this.pair(key, value, indent)).join("");
		}
		return model.list.map((item) => this.between(indent) + margin + this.item(item, indent)).join("");
	}

	private pair(key: string, value: Model, indent: number): string {
		const isList = typeof value === "object" && "list" in value;
		const inner = isList && this.unindented ? indent : indent + this.step;
		// Whatever is written below may also be on the line itself; at the margin only the list of a key may.
		return `${this.key(key)}:${inner === 0 && isList && value.list.length > 0 ? `\n${this.lines(value, 0)}` : this.block(value, inner)}`;
	}

	private item(item: Model, indent: number): string {
		const inner = indent + 1 + this.hyphenGap.length;
		if (typeof item !== "object" || this.chance.happens(0.2)) {
			return `-${this.block(item, inner)}`;
		}
		const entries = "list" in item ? item.list : item.map;
		if (entries.length === 0 || this.chance.happens(0.3)) {
			return `-${this.hyphenGap}${this.flow(item, inner)}${this.comment()}`;
		}
		return `-${this.hyphenGap}${this.lines(item, inner).replace(/^(?:\s|#.*\n)*/, "")}`;
	}

	private key(key: string): string {
		return this.chance.happens(0.1) ? this.chance.pick([`"${key}"`, `'${key}'`]) : key;
	}

	private blockText(text: string, indent: number): string {
		const { chance } = this;
		const deep = Math.max(indent, this.step);
		if (chance.happens(0.1) && /^[\w][^\t\u2028]*$/.test(text)) {
			const body = text.split("\n").map((line) => `\n${" ".repeat(deep + 1)}${line}`);
			return ` ${chance.pick(["|", "|-", ">-", "|+"])}${chance.pick(["", " # why"])}${body.join("")}\n${chance.pick(["", "", "\n"])}`;
		}
		if (chance.happens(0.1) && /^\w+ \w/.test(text) && plainTexts.includes(text)) {
			return ` ${text.replace(" ", `\n${" ".repeat(deep + 1)}`)}${this.comment()}`;
		}
		const scalar = this.scalar(text, false);
		// Before a title without quotes an ampersand is a part of the title.
		const isNamed = chance.happens(0.02) && /^["']/.test(scalar);
		const anchor = isNamed ? ` &n${++this.anchors}` : "";
		const alias = anchor === "" && this.anchors > 0 && chance.happens(0.1) ? ` *n${this.anchors}` : undefined;
		return (alias ?? `${anchor}${chance.pick([" ", " ", " ", "  ", "\t"])}${scalar}`) + this.comment();
	}

	private scalar(text: string, flow: boolean): string {
		const mayBePlain = plainTexts.includes(text) || (!flow && blockTexts.includes(text) && !text.startsWith("{"));
		if (mayBePlain && this.chance.happens(0.7)) {
			return text;
		}
		const mayBeSingle = !/[\n\t\u2028]/.test(text);
		return mayBeSingle && this.chance.happens(0.5) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
	}

	private flow(model: Model, indent: number): string {
		const { chance } = this;
		if (model === undefined) {
			return "~";
		}
		if (typeof model === "string") {
			return this.scalar(model, true);
		}
		const isList = "list" in model;
		const [open, close] = isList ? ["[", "]"] : ["{", "}"];
		const tall = chance.happens(0.2);
		const inner = indent + this.step;
		const entries = isList
			? model.list.map((item) => this.flow(item, inner))
			: model.map.map(([key, value]) => this.flowPair(key, value, inner));
		if (entries.length === 0) {
			return `${open}${chance.pick(["", " "])}${close}`;
		}
		if (tall) {
			const last = chance.pick(["", ","]);
			const lines = entries.map((each, at) => {
				const comma = at < entries.length - 1 ? "," : last;
				return `\n${" ".repeat(inner)}${each}${comma}${chance.pick(["", "", " # c, d"])}`;
			});
			return `${open}${lines.join("")}${chance.pick(["", `\n${" ".repeat(indent)}`].slice(lines.at(-1)?.endsWith("d") ? 1 : 0))}${close}`;
		}
		const pad = isList ? "" : this.pad;
		return `${open}${pad}${entries.join(chance.pick([", ", ", ", ",  "]))}${chance.pick(["", "", ","])}${pad}${close}`;
	}

	private flowPair(key: string, value: Model, indent: number): string {
		if (value === undefined) {
			return this.chance.pick([key, `${key}:`, `${key}: ~`, `${key}: `]);
		}
		return `${this.key(key)}: ${this.flow(value, indent)}`;
	}

	private comment(): string {
		return `${this.chance.pick(["", "", "", "", " # null, ~", "  # it's, [c]", "\t# e"])}\n`;
	}

	private between(indent: number): string {
		const { chance } = this;
		if (!chance.happens(0.15)) {
			return "";
		}
		return chance.pick(["\n", "# far left\n", `${" ".repeat(indent)}# on top\n`, `${" ".repeat(indent)}# a: b\n\n`]);
	}
}

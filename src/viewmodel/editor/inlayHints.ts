import * as l10n from "@vscode/l10n";
import type { Hours } from "../../amount/hours.ts";
import { periodsAt } from "../../plan/assist/schemaAt.ts";
import { shareOn, valueOn } from "../../plan/datedValues.ts";
import type { Dated, Plan } from "../../plan/plan.ts";
import type { PathStep } from "../../plan/syntax/syntaxPath.ts";
import type { ChildRef, MapNode, SyntaxNode, TextNode } from "../../plan/syntax/syntaxTree.ts";
import type { Day, Span } from "../../time/day.ts";
import type { TextRange } from "../../util/textRange.ts";
import type { Formatter } from "../text/formatter.ts";
import { PeriodFormatter } from "../text/periodFormatter.ts";
import { privateNodes } from "../text/privacy.ts";

/** An inlay hint. */
export interface InlayHintText {
	/** The position, after the value. */
	readonly at: number;
	readonly text: string;
}

/** The input of inlay hints. */
export interface HintSource {
	readonly text: string;
	readonly root: ChildRef;
	readonly plan: Plan;
	readonly today: Day;
	readonly formatter: Formatter;
}

/** The hints in a range: dates of relative periods, and current values of those that change over time. */
export function inlayHints(source: HintSource, range: TextRange): ReadonlyArray<InlayHintText> {
	return new Hints(source, range).all();
}

class Hints {
	private readonly found: Array<InlayHintText> = [];
	private readonly periods: PeriodFormatter;
	/** The days of what only has a length, by the start of its map, or of the key of targets. */
	private readonly lengths: ReadonlyMap<number, Span>;
	/** The starts of private nodes, in discreet mode. */
	private readonly hidden: ReadonlySet<number>;

	constructor(
		private readonly source: HintSource,
		private readonly range: TextRange,
	) {
		this.periods = new PeriodFormatter(source.plan, source.formatter);
		this.lengths = lengthSpans(source.plan);
		this.hidden = new Set(
			source.formatter.discreet ? privateNodes(source.plan).map(({ range: { start } }) => start) : [],
		);
	}

	all(): ReadonlyArray<InlayHintText> {
		const { root } = this.source;
		this.visit(root.node, []);
		return this.found;
	}

	/** Only what touches the range is looked into, and nothing private where others see it. */
	private visit(node: SyntaxNode, path: ReadonlyArray<PathStep>): void {
		const isOutside = node.start > this.range.end || node.end < this.range.start;
		if (isOutside || (node.kind === "map" && this.hidden.has(node.start))) {
			return;
		}
		if (node.kind === "list") {
			for (const [index, { child }] of node.items.entries()) {
				this.below(child, [...path, { node, index }]);
			}
		} else if (node.kind === "map") {
			const isPeriods = this.hasPeriods(node) && periodsAt(path).asKeys;
			for (const [index, { key, value }] of node.pairs.entries()) {
				if (isPeriods && key.node.kind === "text") {
					this.period(key.node, key.node.start, true);
				}
				this.changing(node, index);
				this.below(value, [...path, { node, index }]);
			}
		} else if (this.mayBePeriod(node) && periodsAt(path).asValue) {
			this.period(node, path.at(-1)?.node.start ?? 0, false);
		}
	}

	private below(child: ChildRef | undefined, path: ReadonlyArray<PathStep>): void {
		if (child && !child.isAlias) {
			this.visit(child.node, path);
		}
	}

	/** The schema lookup is expensive, so the text is checked first. */
	private mayBePeriod({ value }: TextNode): boolean {
		return value.length < 40 && /day|week|month|quarter|year|tag|woche|monat|quartal|jahr|[天周月季年]/i.test(value);
	}

	private hasPeriods({ pairs }: MapNode): boolean {
		return pairs.some(({ key }) => key.node.kind === "text" && this.mayBePeriod(key.node));
	}

	/** @param owner where the node begins that has the period */
	private period(node: TextNode, owner: number, isKey: boolean): void {
		const { start, end } = node;
		if (end < this.range.start || start > this.range.end) {
			return;
		}
		const span = this.lengths.get(owner);
		const text = span ? this.source.formatter.dates(span) : this.periods.of(node.value);
		if (text !== undefined) {
			this.found.push({ at: isKey ? this.behindColon(end) : end, text });
		}
	}

	private behindColon(keyEnd: number): number {
		const colon = /\s*:/y;
		colon.lastIndex = keyEnd;
		return colon.test(this.source.text) ? colon.lastIndex : keyEnd;
	}

	/** `share: {year 1: 60%, year 5: 30%}` and hours that change: what holds today, behind the key. */
	private changing(node: MapNode, index: number): void {
		const { key, value } = node.pairs[index] ?? {};
		const name = key?.node.kind === "text" ? key.node.value : "";
		if (!key || value?.node.kind !== "map" || (name !== "share" && name !== "hours")) {
			return;
		}
		const { plan, today, formatter } = this.source;
		const { start, end } = value.node;
		const isHere = ([first]: ReadonlyArray<Dated<unknown>>) =>
			first !== undefined && start <= first.range.start && first.range.start < end;
		const at = this.behindColon(key.at + key.node.end - key.node.start);
		const shares = plan.tracks.find((track) => isHere(track.shares))?.shares;
		const share = shares && shareOn(shares, today);
		const hours: ReadonlyArray<ReadonlyArray<Dated<Hours>>> = [
			plan.week.hours,
			...plan.commitments.map((each) => each.hours),
		];
		const dated = hours.find(isHere);
		const aim = dated && valueOn(dated, today);
		if (share !== undefined) {
			this.found.push({ at, text: l10n.t("today {0}", formatter.rounded(share)) });
		} else if (aim) {
			this.found.push({ at, text: l10n.t("today {0}", formatter.aim(aim)) });
		}
	}
}

/** The days of everything that only has a length, such as `for 7 months`. */
function lengthSpans({ phases, tracks, targets, items }: Plan): ReadonlyMap<number, Span> {
	const timed = [...phases, ...tracks.flatMap(({ stages }) => stages), ...targets, ...items];
	return new Map(
		timed.flatMap(({ when, span, range }) =>
			span && when?.stretch.kind === "length" ? [[range.start, span] as const] : [],
		),
	);
}

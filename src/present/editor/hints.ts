import * as l10n from "@vscode/l10n";
import { periodsAt } from "../../plan/assist/schemaAt.ts";
import type { Day } from "../../plan/day.ts";
import type { Dated, Plan } from "../../plan/plan.ts";
import type { TextRange } from "../../plan/problem.ts";
import type { Hours } from "../../plan/scalars.ts";
import { shareOn, valueOn } from "../../plan/shares.ts";
import type { Step } from "../../plan/spot.ts";
import type { Edge, MapNode, SyntaxNode, TextNode } from "../../plan/syntax.ts";
import type { Words } from "../words.ts";
import { PeriodWords } from "./periodWords.ts";

/** Something that is shown in the text and stands in none of its lines. */
export interface Hint {
	/** Behind what it stands. */
	readonly at: number;
	readonly text: string;
}

/** What hints are made from. */
export interface HintSource {
	readonly text: string;
	readonly root: Edge;
	readonly plan: Plan;
	readonly today: Day;
	readonly words: Words;
}

/** The hints of a stretch of the text: dates of periods that count from the start, and today's value of what changes over the years. */
export function hintsIn(source: HintSource, range: TextRange): ReadonlyArray<Hint> {
	return new Hints(source, range).all();
}

class Hints {
	private readonly found: Array<Hint> = [];
	private readonly periods: PeriodWords;

	constructor(
		private readonly source: HintSource,
		private readonly range: TextRange,
	) {
		this.periods = new PeriodWords(source.plan, source.words);
	}

	all(): ReadonlyArray<Hint> {
		const { root } = this.source;
		this.visit(root.node, root.at, []);
		return this.found;
	}

	/** Only what touches the range is looked into. */
	private visit(node: SyntaxNode, start: number, path: ReadonlyArray<Step>): void {
		if (start > this.range.end || start + node.length < this.range.start) {
			return;
		}
		if (node.kind === "list") {
			for (const [index, { edge }] of node.items.entries()) {
				this.below(edge, start, [...path, { node, start, index }]);
			}
		} else if (node.kind === "map") {
			const isPeriods = this.hasPeriods(node) && periodsAt(path).asKeys;
			for (const [index, { key, value }] of node.pairs.entries()) {
				if (isPeriods && key.node.kind === "text") {
					this.period(key.node, start + key.at, true);
				}
				this.changing(node, start, index);
				this.below(value, start, [...path, { node, start, index }]);
			}
		} else if (this.mayBePeriod(node) && periodsAt(path).asValue) {
			this.period(node, start, false);
		}
	}

	private below(edge: Edge | undefined, above: number, path: ReadonlyArray<Step>): void {
		if (edge && edge.anchoredAt === undefined) {
			this.visit(edge.node, above + edge.at, path);
		}
	}

	/** Asking the schema is dear, so that a look at the words comes first. */
	private mayBePeriod({ value }: TextNode): boolean {
		return value.length < 40 && /(?:week|month|quarter|year)/i.test(value);
	}

	private hasPeriods({ pairs }: MapNode): boolean {
		return pairs.some(({ key }) => key.node.kind === "text" && this.mayBePeriod(key.node));
	}

	private period(node: TextNode, start: number, isKey: boolean): void {
		const end = start + node.length;
		const text = end < this.range.start || start > this.range.end ? undefined : this.periods.of(node.value);
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
	private changing(node: MapNode, start: number, index: number): void {
		const { key, value } = node.pairs[index] ?? {};
		const name = key?.node.kind === "text" ? key.node.value : "";
		if (!key || value?.node.kind !== "map" || (name !== "share" && name !== "hours")) {
			return;
		}
		const { plan, today, words } = this.source;
		const valueAt = start + value.at;
		const isHere = ([first]: ReadonlyArray<Dated<unknown>>) =>
			first !== undefined && valueAt <= first.range.start && first.range.start < valueAt + value.node.length;
		const at = this.behindColon(start + key.at + key.node.length);
		const shares = plan.tracks.find((track) => isHere(track.shares))?.shares;
		const share = shares && shareOn(shares, today);
		const hours: ReadonlyArray<ReadonlyArray<Dated<Hours>>> = [
			plan.week.hours,
			...plan.commitments.map((each) => each.hours),
		];
		const dated = hours.find(isHere);
		const aim = dated && valueOn(dated, today);
		if (share !== undefined) {
			this.found.push({ at, text: l10n.t("today {0}", words.rounded(share)) });
		} else if (aim) {
			this.found.push({ at, text: l10n.t("today {0}", words.aim(aim)) });
		}
	}
}

import { writeScalar } from "../../plan/syntax/writeScalar.ts";
import type { PlanDraft } from "./proposal.ts";

/** A value, with its place in the written text. */
export interface WrittenValue {
	readonly start: number;
	readonly end: number;
	/** The keys and indexes that lead to it. */
	readonly path: ReadonlyArray<string | number>;
}

/** A proposed plan as text in block style. Behind each item is a comment with its line in the source. */
export function writeProposal(
	draft: PlanDraft,
	source: string,
): { readonly text: string; readonly values: ReadonlyArray<WrittenValue> } {
	const writer = new ProposalWriter(source.replace(/[^\x20-\uD7FF\uE000-\uFFFD]/g, " ").trim());
	writer.value(draft, 0, []);
	return { text: `${writer.text.slice(1)}\n`, values: writer.values };
}

class ProposalWriter {
	text = "";
	readonly values: Array<WrittenValue> = [];

	constructor(private readonly source: string) {}

	/** Writes a value behind a key or a hyphen. @param column where nested values are indented to */
	value(draft: PlanDraft, column: number, path: WrittenValue["path"]): void {
		const start = this.offset();
		switch (draft.kind) {
			case "text":
				this.scalar(draft.text, column, this.comment(draft.line));
				break;
			case "list":
				for (const [at, item] of draft.items.entries()) {
					this.text += `${this.lineBreak(column)}-`;
					this.value(item, column + 2, [...path, at]);
				}
				break;
			case "map": {
				const isInList = typeof path.at(-1) === "number";
				for (const [at, [key, value]] of draft.entries.entries()) {
					this.text += at === 0 && isInList ? " " : this.lineBreak(column);
					const begin = this.offset();
					this.text += `${writeScalar(key, { flow: false, key: true })}:`;
					const isFirst = at === 0 && value.kind === "text" && value.line === undefined && draft.line !== undefined;
					const shown = isFirst ? { ...value, line: draft.line } : value;
					this.value(shown as PlanDraft, column + 2, [...path, key]);
					this.values.push({ start: begin, end: this.offset(), path: [...path, key] });
				}
			}
		}
		this.values.push({ start, end: this.offset(), path });
	}

	/** The first line break is not written. */
	private offset(): number {
		return Math.max(0, this.text.length - 1);
	}

	private lineBreak(column: number): string {
		return `\n${" ".repeat(column)}`;
	}

	private comment(line: number | undefined): string {
		return line === undefined ? "" : ` # ${this.source}:${line}`;
	}

	private scalar(text: string, column: number, comment: string): void {
		const lines = text.split("\n").map((line) => line.trimEnd());
		const isBlock =
			lines.length > 1 &&
			lines.every((line) => /^[\t\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]*$/.test(line));
		if (!isBlock || /^[\s]/.test(lines[0] ?? "") || (lines[0] ?? "") === "") {
			this.text += ` ${writeScalar(text, { flow: false })}${comment}`;
			return;
		}
		this.text += ` |${comment}`;
		for (const line of lines) {
			this.text += line === "" ? "\n" : `${this.lineBreak(column)}${line}`;
		}
	}
}

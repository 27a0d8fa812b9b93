import * as vscode from "vscode";
import type { TextRange } from "../plan/problem.ts";

/** Turns offsets in a text into the editor's lines and columns, for a file that no editor has open. */
export class LineStarts {
	private readonly starts: Array<number> = [0];

	constructor(text: string) {
		for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
			this.starts.push(index + end.length);
		}
	}

	/** The editor's range of a stretch of the text. */
	range({ start, end }: TextRange): vscode.Range {
		return new vscode.Range(this.position(start), this.position(end));
	}

	/** The line and column, both from 0, of an offset. */
	position(offset: number): vscode.Position {
		let low = 0;
		let high = this.starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.starts[middle] ?? 0) <= offset) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return new vscode.Position(low, offset - (this.starts[low] ?? 0));
	}
}

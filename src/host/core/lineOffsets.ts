import * as vscode from "vscode";
import { leadingCount } from "../../util/leadingCount.ts";
import type { TextRange } from "../../util/textRange.ts";

/** Converts offsets to lines and columns of the editor, for a file that is not open. */
export class LineOffsets {
	private readonly starts: Array<number> = [0];

	constructor(text: string) {
		for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
			this.starts.push(index + end.length);
		}
	}

	/** The editor range of a text range. */
	range({ start, end }: TextRange): vscode.Range {
		return new vscode.Range(this.position(start), this.position(end));
	}

	/** The line and column, both from 0, of an offset. */
	position(offset: number): vscode.Position {
		const begun = leadingCount(this.starts.length, (index) => (this.starts[index] ?? 0) <= offset);
		const line = Math.max(0, begun - 1);
		return new vscode.Position(line, offset - (this.starts[line] ?? 0));
	}
}

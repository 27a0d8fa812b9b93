import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isTestLine } from "./testReport.ts";

/** What a VS Code logs while it runs a suite: the lines of the tests are printed, all of it goes to a file. */
export class SuiteLog {
	readonly #last: Array<string> = [];
	#hasTests = false;

	constructor(readonly file: string) {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, "");
	}

	/** Whether any test has been run. */
	get hasTests(): boolean {
		return this.#hasTests;
	}

	add(text: string): void {
		if (isTestLine(text)) {
			this.#hasTests = true;
			console.log(text);
		}
		appendFileSync(this.file, `${text}\n`);
		this.#last.push(text);
		if (this.#last.length > 20) this.#last.shift();
	}

	/** The newest of it, for when something went wrong. */
	tail(): string {
		return this.#last.join("\n");
	}
}

import { strict as assert } from "node:assert";
import * as vscode from "vscode";

/** What a quick pick or an input box shows when it is answered. */
export interface Shown {
	readonly title: string;
	/** What is typed already. */
	readonly value: string;
	readonly items: ReadonlyArray<vscode.QuickPickItem>;
}

/** An answer: the start of the label of an item, or a text to type; undefined is Escape. */
export type Answer = (shown: Shown) => string | undefined | Promise<string | undefined>;

/** Answers the prompts of this window instead of a user, one after the other, until it is disposed. */
export class Answers implements vscode.Disposable {
	private readonly create = {
		createQuickPick: vscode.window.createQuickPick,
		createInputBox: vscode.window.createInputBox,
	};
	/** The titles of the prompts, with the labels and descriptions of their items. */
	readonly shown: Array<string> = [];

	constructor(private readonly answers: Array<Answer>) {
		Object.assign(vscode.window, {
			createQuickPick: () => this.input(),
			createInputBox: () => this.input(),
		});
	}

	/** How many answers weren't needed. */
	get left(): number {
		return this.answers.length;
	}

	dispose(): void {
		Object.assign(vscode.window, this.create);
	}

	/** A prompt that is answered when it is shown. */
	private input(): object {
		const accepted = new vscode.EventEmitter<void>();
		const hidden = new vscode.EventEmitter<void>();
		const never = new vscode.EventEmitter<unknown>().event;
		const input = {
			title: "",
			value: "",
			items: [] as ReadonlyArray<vscode.QuickPickItem>,
			selectedItems: [] as ReadonlyArray<vscode.QuickPickItem>,
			onDidAccept: accepted.event,
			onDidHide: hidden.event,
			onDidTriggerButton: never,
			onDidTriggerItemButton: never,
			onDidChangeValue: never,
			onDidChangeSelection: never,
			dispose: () => vscode.Disposable.from(accepted, hidden).dispose(),
			show: () =>
				void this.answer(input).then((answer) => {
					if (answer === undefined) {
						hidden.fire();
						return;
					}
					input.value = answer;
					input.selectedItems = input.items.filter(({ label }) => plain(label).startsWith(answer));
					accepted.fire();
				}),
		};
		return input;
	}

	private async answer(shown: Shown): Promise<string | undefined> {
		const text = (item: vscode.QuickPickItem) =>
			[plain(item.label), item.description, item.detail].filter(Boolean).join(" | ");
		this.shown.push([shown.title, ...shown.items.map(text)].join("\n"));
		const next = this.answers.shift();
		const answer = await next?.(shown);
		const isThere = shown.items.length === 0 || shown.items.some(({ label }) => plain(label).startsWith(answer ?? ""));
		assert.ok(isThere, `no "${answer}" in ${this.shown.at(-1)}`);
		return answer;
	}
}

/** A label without its icon. */
function plain(label: string): string {
	return label.replace(/^\$\([\w-]+\) /, "");
}

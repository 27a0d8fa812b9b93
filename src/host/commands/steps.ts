import * as vscode from "vscode";

/** What the window of every step shows. */
interface Step {
	readonly title: string;
	/** Counted from 1. */
	readonly step: number;
	readonly totalSteps: number;
	readonly placeholder: string;
}

/** A choice of one among several. */
export interface PickStep<T extends vscode.QuickPickItem> extends Step {
	readonly items: ReadonlyArray<T>;
	/** The one that Enter takes; the first when left out. */
	readonly active?: T | undefined;
}

/** A line of text to type, with a Back button. */
export interface InputStep extends Step {
	readonly prompt: string;
	/** What stands there at first, selected. */
	readonly value: string;
	/** What is wrong with a text, undefined where nothing is. */
	validate(value: string): string | undefined;
}

/** What was typed, and whether to go on with it or back to the step before. */
export interface Typed {
	readonly value: string;
	readonly back: boolean;
}

/** Asks for one of the items; undefined when it was cancelled. */
export function pickStep<T extends vscode.QuickPickItem>(step: PickStep<T>): Promise<T | undefined> {
	const pick = vscode.window.createQuickPick<T>();
	const { title, step: number, totalSteps, placeholder, items } = step;
	Object.assign(pick, { title, step: number, totalSteps, placeholder, items, matchOnDetail: true });
	pick.activeItems = step.active ? [step.active] : items.slice(0, 1);
	return answerOf<T>(pick, (answer) => [
		pick.onDidAccept(() => {
			const [chosen] = pick.selectedItems;
			// Enter while no item matches what was typed.
			if (chosen) {
				answer(chosen);
			}
		}),
	]);
}

/** Asks for a text; Enter does nothing while it is wrong. Undefined when it was cancelled. */
export function inputStep(step: InputStep): Promise<Typed | undefined> {
	const input = vscode.window.createInputBox();
	const { title, step: number, totalSteps, placeholder, prompt, value } = step;
	Object.assign(input, { title, step: number, totalSteps, placeholder, prompt, value });
	input.buttons = [vscode.QuickInputButtons.Back];
	const validate = () => {
		input.validationMessage = step.validate(input.value);
		return input.validationMessage === undefined;
	};
	validate();
	return answerOf<Typed>(input, (answer) => [
		input.onDidChangeValue(validate),
		input.onDidAccept(() => {
			if (validate()) {
				answer({ value: input.value, back: false });
			}
		}),
		input.onDidTriggerButton(() => answer({ value: input.value, back: true })),
	]);
}

/** Shows an input until it is answered or hidden, which Escape does too, and disposes it with its listeners. */
function answerOf<T>(
	input: vscode.QuickInput,
	listen: (answer: (value: T) => void) => ReadonlyArray<vscode.Disposable>,
): Promise<T | undefined> {
	return new Promise<T | undefined>((resolve) => {
		const disposables: Array<vscode.Disposable> = [input];
		const end = (value: T | undefined) => {
			resolve(value);
			vscode.Disposable.from(...disposables).dispose();
		};
		disposables.push(
			...listen(end),
			input.onDidHide(() => end(undefined)),
		);
		input.show();
	});
}

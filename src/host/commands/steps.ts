import * as vscode from "vscode";
import { plainLabel, plainText } from "../plainText.ts";

/** What the window of every step shows. */
interface Step {
	readonly title: string;
	/** Counted from 1; left out where nobody can say how many steps there will be. */
	readonly step?: number;
	readonly totalSteps?: number;
	readonly placeholder: string;
}

/** A choice of one among several. */
export interface PickStep<T extends vscode.QuickPickItem> extends Step {
	readonly items: ReadonlyArray<T>;
	/** The one that Enter takes; the first when left out. */
	readonly active?: T | undefined;
	/** Whether there is a Back button. */
	readonly back?: boolean;
}

/** A choice among more than can be listed: the items are asked for anew with each key. */
export interface SearchStep<T extends vscode.QuickPickItem> extends Step {
	itemsFor(typed: string): Listing<T>;
	/** What was typed before. */
	readonly typed: string;
	readonly active?: ((item: T) => boolean) | undefined;
	/** Whether Enter takes an item; one that only says something stays. All are taken when left out. */
	readonly isTaken?: (item: T) => boolean;
}

/** What there is to choose from. */
export interface Listing<T> {
	readonly items: ReadonlyArray<T>;
	/** Whether one of them has to be chosen by hand, since Enter alone would take a guess. */
	readonly isOpen?: boolean;
}

/** What was chosen, and what was typed to find it. */
export interface Found<T> {
	readonly item: T;
	readonly typed: string;
	/** The button of the item, where that was pressed and not the item itself. */
	readonly button?: vscode.QuickInputButton;
}

/** A line of text to type, with a Back button. */
export interface InputStep extends Step {
	readonly prompt: string;
	/** What stands there at first, selected. */
	readonly value: string;
	/** What is wrong with a text, or as `Info` what is made of it; undefined where there is nothing to say. */
	readonly validate: (value: string) => string | vscode.InputBoxValidationMessage | undefined;
}

/** What was typed, and whether to go on with it or back to the step before. */
export interface Typed {
	readonly value: string;
	readonly back: boolean;
}

/** Asks for one of the items; undefined when it was cancelled, "back" where the Back button was pressed. */
export function pickStep<T extends vscode.QuickPickItem>(
	step: PickStep<T> & { readonly back: true },
): Promise<T | "back" | undefined>;
export function pickStep<T extends vscode.QuickPickItem>(step: PickStep<T>): Promise<T | undefined>;
export function pickStep<T extends vscode.QuickPickItem>(step: PickStep<T>): Promise<T | "back" | undefined> {
	const pick = vscode.window.createQuickPick<T>();
	describe(pick, step);
	const items = step.items.map(plainItem);
	const active = step.active ? items[step.items.indexOf(step.active)] : items.find(isChoice);
	Object.assign(pick, { items, matchOnDescription: true, matchOnDetail: true });
	pick.activeItems = active ? [active] : [];
	pick.buttons = step.back ? [vscode.QuickInputButtons.Back] : [];
	return answerOf<T | "back">(pick, (answer) => [
		pick.onDidAccept(() => {
			const [chosen] = pick.selectedItems;
			const own = chosen && step.items[items.indexOf(chosen)];
			// Enter while no item matches what was typed.
			if (own) {
				answer(own);
			}
		}),
		pick.onDidTriggerButton(() => answer("back")),
	]);
}

/** Asks for one of the items that go with what is typed; undefined when it was cancelled. */
export function searchStep<T extends vscode.QuickPickItem>(step: SearchStep<T>): Promise<Found<T> | undefined> {
	const pick = vscode.window.createQuickPick<T>();
	describe(pick, step);
	pick.value = step.typed;
	const list = () => {
		const { items, isOpen } = step.itemsFor(pick.value);
		pick.items = items.map(plainItem);
		if (isOpen) {
			pick.activeItems = [];
		}
	};
	list();
	const active = step.active && pick.items.find(step.active);
	if (active) {
		pick.activeItems = [active];
	}
	return answerOf<Found<T>>(pick, (answer) => [
		pick.onDidChangeValue(list),
		pick.onDidAccept(() => {
			const [item] = pick.selectedItems;
			if (item && (step.isTaken?.(item) ?? true)) {
				answer({ item, typed: pick.value });
			}
		}),
		pick.onDidTriggerItemButton(({ item, button }) => answer({ item, typed: pick.value, button })),
	]);
}

/** Asks for a text; Enter does nothing while it is wrong. Undefined when it was cancelled. */
export function inputStep(step: InputStep): Promise<Typed | undefined> {
	const input = vscode.window.createInputBox();
	describe(input, step);
	Object.assign(input, { prompt: plainText(step.prompt), value: step.value });
	input.buttons = [vscode.QuickInputButtons.Back];
	const validate = () => {
		const message = plainMessage(step.validate(input.value));
		input.validationMessage = message;
		return (
			message === undefined ||
			(typeof message === "object" && message.severity === vscode.InputBoxValidationSeverity.Info)
		);
	};
	// Before anything is typed nothing is wrong with it, and the prompt says what to type.
	if (step.value !== "") {
		validate();
	}
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

function describe(
	input: vscode.QuickInput & { placeholder: string | undefined },
	{ title, step, totalSteps, placeholder }: Step,
): void {
	Object.assign(input, { title, step, totalSteps, placeholder });
}

/** What texts of the plan say in it is not taken for icons. */
function plainItem<T extends vscode.QuickPickItem>(item: T): T {
	const { label, description, detail } = item;
	return {
		...item,
		label: plainLabel(label),
		...(description === undefined ? {} : { description: plainText(description) }),
		...(detail === undefined ? {} : { detail: plainText(detail) }),
	};
}

/** What texts of the plan say in it is not taken for links. */
function plainMessage(message: ReturnType<InputStep["validate"]>): ReturnType<InputStep["validate"]> {
	return typeof message === "object"
		? { severity: message.severity, message: plainText(message.message) }
		: message && plainText(message);
}

function isChoice({ kind }: vscode.QuickPickItem): boolean {
	return kind !== vscode.QuickPickItemKind.Separator;
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

import * as vscode from "vscode";
import { detach } from "../core/detach.ts";
import type { DraftField } from "../core/promptDrafts.ts";
import { escapeLabel, escapeLabelWithIcon } from "./escapeLabel.ts";

/** Properties of every step. */
interface Step {
	readonly title: string;
	/** Counted from 1; omitted if the number of steps is unknown. */
	readonly step?: number;
	readonly totalSteps?: number;
	readonly placeholder: string;
}

/** A choice between several items. */
export interface PickStep<T extends vscode.QuickPickItem> extends Step {
	readonly items: ReadonlyArray<T>;
	/** The preselected item; by default the first. */
	readonly active?: T | undefined;
	/** Whether there is a Back button. */
	readonly back?: boolean;
	/** Whether it stays open while an editor has the focus. */
	readonly keepOpen?: boolean;
}

/** A choice of any number of items. */
export interface PickManyStep<T extends vscode.QuickPickItem> extends Step {
	readonly items: ReadonlyArray<T>;
	/** Whether an item is selected at first. */
	readonly isSelected: (item: T) => boolean;
	/** Called with the selected items on each change. */
	readonly onSelect: (items: ReadonlyArray<T>) => void;
	/** Why a selection can't be accepted, shown in place of the title; undefined if it can. */
	readonly validate?: (items: ReadonlyArray<T>) => string | undefined;
}

type Picks<T> = ReadonlyArray<T> | "back" | undefined;

/** A choice between more items than can be listed: they are queried on every keystroke. */
export interface SearchStep<T extends vscode.QuickPickItem> extends Step {
	/**
	 * The items for a typed text; a promise if the search takes longer. The same array as before leaves it to VS Code to filter
	 * them.
	 *
	 * @param isWanted whether nothing else has been typed since
	 */
	itemsFor(typed: string, isWanted: () => boolean): SearchResults<T> | Promise<SearchResults<T>>;
	/** The initial text. */
	readonly typed: string;
	readonly active?: ((item: T) => boolean) | undefined;
	/** Whether an item can be chosen; others only inform. By default all can. */
	readonly isTaken?: (item: T) => boolean;
	/** Remembers what is typed until it is saved. */
	readonly draft?: DraftField;
	/** A text that choosing an item types instead of accepting it; undefined if it is accepted. */
	readonly types?: (item: T) => string | undefined;
}

/** The items. */
export interface SearchResults<T> {
	readonly items: ReadonlyArray<T>;
	/** Whether the user must choose an item explicitly, because the first one is a guess. */
	readonly isOpen?: boolean;
}

/** The chosen item, and the typed text. */
export interface SearchChoice<T> {
	readonly item: T;
	readonly typed: string;
	/** The pressed button of the item, if any. */
	readonly button?: vscode.QuickInputButton;
}

/** A text input with a Back button. */
export interface InputStep extends Step {
	readonly prompt: string;
	/** The initial value, selected. */
	readonly value: string;
	/** The error for a text, or its interpretation as `Info`; undefined if there is none. */
	readonly validate: (value: string) => string | vscode.InputBoxValidationMessage | undefined;
	/** Remembers what is typed until it is saved, and offers it instead of the initial value. */
	readonly draft?: DraftField | undefined;
}

/** The typed text, and whether the user pressed Back. */
export interface InputResult {
	readonly value: string;
	readonly back: boolean;
}

/** Prompts for one of the items; undefined if canceled, "back" if the Back button was pressed. */
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
	pick.ignoreFocusOut = step.keepOpen ?? false;
	return answerOf<T | "back">(pick, (answer) => [
		pick.onDidAccept(() => {
			const [chosen] = pick.selectedItems;
			const own = chosen && step.items[items.indexOf(chosen)];
			// Enter without a matching item.
			if (own) {
				answer(own);
			}
		}),
		pick.onDidTriggerButton(() => answer("back")),
	]);
}

/** Prompts for any number of items; undefined if canceled, "back" if the Back button was pressed. */
export function pickManyStep<T extends vscode.QuickPickItem>(step: PickManyStep<T>): Promise<Picks<T>> {
	const pick = vscode.window.createQuickPick<T>();
	describe(pick, step);
	const items = step.items.map(plainItem);
	const own = (shown: ReadonlyArray<T>) => shown.flatMap((item) => step.items[items.indexOf(item)] ?? []);
	Object.assign(pick, { items, canSelectMany: true, matchOnDescription: true });
	pick.selectedItems = items.filter((_, at) => step.items.slice(at, at + 1).some(step.isSelected));
	pick.buttons = [vscode.QuickInputButtons.Back];
	return answerOf<ReadonlyArray<T> | "back">(pick, (answer) => [
		pick.onDidChangeSelection((selected) => {
			step.onSelect(own(selected));
			pick.title = step.validate?.(own(selected)) ?? step.title;
		}),
		pick.onDidAccept(() => step.validate?.(own(pick.selectedItems)) ?? answer(own(pick.selectedItems))),
		pick.onDidTriggerButton(() => answer("back")),
	]);
}

/** Prompts for one of the items that match the typed text; undefined if canceled. */
export function searchStep<T extends vscode.QuickPickItem>(step: SearchStep<T>): Promise<SearchChoice<T> | undefined> {
	const pick = vscode.window.createQuickPick<T>();
	describe(pick, step);
	pick.value = step.typed;
	let searches = 0;
	let shown: ReadonlyArray<T> | undefined;
	const show = ({ items, isOpen }: SearchResults<T>, isFirst: boolean) => {
		if (items === shown) {
			// VS Code filters them, and chooses among those that match.
			return;
		}
		shown = items;
		pick.items = items.map(plainItem);
		// Set each time: VS Code may apply what was set for the items before to these.
		const first = pick.items.filter(isChoice).slice(0, 1);
		const active = isFirst && step.active ? pick.items.filter(step.active).slice(0, 1) : [];
		pick.activeItems = isOpen || active.length > 0 ? active : first;
	};
	const list = () => {
		const search = ++searches;
		const isWanted = () => search === searches;
		const found = step.itemsFor(pick.value, isWanted);
		pick.busy = found instanceof Promise;
		if (!(found instanceof Promise)) {
			show(found, search === 1);
			return;
		}
		detach(
			found.then((results) => {
				if (isWanted()) {
					pick.busy = false;
					show(results, search === 1);
				}
			}),
		);
	};
	list();
	return answerOf<SearchChoice<T>>(pick, (answer) => [
		pick.onDidChangeValue((typed) => {
			step.draft?.keep(typed);
			list();
		}),
		pick.onDidAccept(() => {
			const [item] = pick.selectedItems;
			if (!item || pick.busy) {
				// While a search runs, the items are those of an earlier text.
				return;
			}
			const text = step.types?.(item);
			if (text !== undefined) {
				pick.value = text;
				list();
			} else if (step.isTaken?.(item) ?? true) {
				answer({ item, typed: pick.value });
			}
		}),
		pick.onDidTriggerItemButton(({ item, button }) => answer({ item, typed: pick.value, button })),
		// A search that still runs ends.
		pick.onDidHide(() => searches++),
	]);
}

/** Prompts for a text; Enter does nothing while it is invalid. Undefined if canceled. */
export function inputStep(step: InputStep): Promise<InputResult | undefined> {
	const input = vscode.window.createInputBox();
	describe(input, step);
	const kept = step.draft?.text;
	const prompt = !step.draft?.isRestored ? step.prompt : vscode.l10n.t("{0} (not saved last time)", step.prompt);
	Object.assign(input, { prompt: escapeLabel(prompt), value: kept ?? step.value });
	input.buttons = [vscode.QuickInputButtons.Back];
	const validate = () => {
		const message = plainMessage(step.validate(input.value));
		input.validationMessage = message;
		return (
			message === undefined ||
			(typeof message === "object" && message.severity === vscode.InputBoxValidationSeverity.Info)
		);
	};
	// An empty input shows the prompt instead of an error.
	if (input.value !== "") {
		validate();
	}
	return answerOf<InputResult>(input, (answer) => [
		input.onDidChangeValue((typed) => {
			step.draft?.keep(typed === step.value ? undefined : typed);
			validate();
		}),
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

/** Escapes icons in texts of the plan. */
function plainItem<T extends vscode.QuickPickItem>(item: T): T {
	const { label, description, detail } = item;
	return {
		...item,
		label: escapeLabelWithIcon(label),
		...(description === undefined ? {} : { description: escapeLabel(description) }),
		...(detail === undefined ? {} : { detail: escapeLabel(detail) }),
	};
}

/** Escapes links in texts of the plan. */
function plainMessage(message: ReturnType<InputStep["validate"]>): ReturnType<InputStep["validate"]> {
	return typeof message === "object"
		? { severity: message.severity, message: escapeLabel(message.message) }
		: message && escapeLabel(message);
}

function isChoice({ kind }: vscode.QuickPickItem): boolean {
	return kind !== vscode.QuickPickItemKind.Separator;
}

/** Shows an input until it is answered or hidden, such as by Escape, and disposes it with its listeners. */
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

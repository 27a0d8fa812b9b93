import * as vscode from "vscode";
import { formatChange, parseChange } from "../../../amount/change.ts";
import type { Quantity } from "../../../amount/quantity.ts";
import type { LogItem } from "../../../logging/logReading.ts";
import { parseTypedDay } from "../../../logging/typedDay.ts";
import { type Day, formatDay } from "../../../time/day.ts";
import { formatMinutes, parseMinutes } from "../../../time/minutes.ts";
import { dayProblem, minutesProblem } from "../../../viewmodel/journal/entryFields.ts";
import { currentValueText } from "../../../viewmodel/logSuggestions.ts";
import { targetTitle } from "../../../viewmodel/text/changeText.ts";
import { isHidden } from "../../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import type { Clock } from "../../core/clock.ts";
import type { DraftField, PromptDraft } from "../../core/promptDrafts.ts";
import { inputStep } from "../../ui/quickInput.ts";
import { pickTarget } from "./pickTarget.ts";

/**
 * Prompts for item, amount, date and note, one after the other, with Back buttons. Known values are prefilled, and what
 * was typed before and isn't saved yet.
 */
export async function logWizard(
	source: ViewSource,
	{ title, first, on: fixed, draft }: LogPromptOptions,
	begun: Partial<LogItem>,
): Promise<ReadonlyArray<LogItem> | undefined> {
	const { plan, today } = source;
	let on = begun.on ?? fixed;
	resumeDraft(draft, on, begun);
	const isTime = asksForTime(first, begun, draft);
	const answers: WizardAnswers = {
		amount: initialAmount(begun, isTime),
		day: formatDay(begun.day ?? today),
		note: [begun.note, begun.link].filter(Boolean).join(" "),
	};
	let asksTarget = on === undefined;
	for (let step = asksTarget ? 1 : 2; ; ) {
		// A known item is no step.
		const count = asksTarget ? { step, totalSteps: 4 } : { step: step - 1, totalSteps: 3 };
		if (step === 1) {
			const placeholder = vscode.l10n.t("What it was");
			const picked = await pickTarget(plan, source.formatter, { ...count, title, placeholder, active: on });
			if (picked === undefined || picked === "back") {
				return undefined;
			}
			on = picked;
			resumeDraft(draft, on, begun);
			step = 2;
			continue;
		}
		const target = on ?? "";
		const field = step === 2 ? amountField(source, target, isTime) : laterField(step, today);
		const value = answers[field.key];
		const kept = fieldDraft(draft, field.key, { isTime, today });
		const titled = { ...field, ...count, title: targetTitle(source, target) };
		const answer = await inputStep({ ...titled, value, draft: kept });
		if (!answer) {
			return undefined;
		}
		answers[field.key] = answer.value;
		if (answer.back) {
			step = Math.max(1, step - 1);
			asksTarget ||= step === 1;
		} else if (step < 4) {
			step++;
		} else {
			return [loggedItem(source, target, answers, { ...begun, isTime })];
		}
	}
}

function asksForTime(first: LogPromptOptions["first"], begun: Partial<LogItem>, { texts }: PromptDraft): boolean {
	if (begun.minutes !== undefined || begun.change !== undefined) {
		return begun.minutes !== undefined;
	}
	return first === "time" ? texts["change"] === undefined : texts["minutes"] !== undefined;
}

/** Forgets a draft of another item, and what is known already. */
function resumeDraft(draft: PromptDraft, on: string | undefined, begun: Partial<LogItem>): void {
	const { on: before } = draft.texts;
	if (on === undefined) {
		return;
	}
	if (before !== undefined && before !== on) {
		forgetSteps(draft);
	}
	if (begun.minutes !== undefined || begun.change !== undefined) {
		draft.field("minutes").keep(undefined);
		draft.field("change").keep(undefined);
	}
	if (begun.day !== undefined) {
		draft.field("day").keep(undefined);
	}
	if (begun.note !== undefined || begun.link !== undefined) {
		draft.field("note").keep(undefined);
	}
	draft.field("on").keep(on);
}

function forgetSteps(draft: PromptDraft): void {
	for (const step of ["on", "minutes", "change", "day", "note"]) {
		draft.field(step).keep(undefined);
	}
}

/** The draft of a step. A day is remembered as a date: "yesterday" is another day tomorrow. */
function fieldDraft(
	draft: PromptDraft,
	key: keyof WizardAnswers,
	{ isTime, today }: { readonly isTime: boolean; readonly today: Day },
): DraftField {
	if (key === "amount") {
		return draft.field(isTime ? "minutes" : "change");
	}
	const field = draft.field(key);
	if (key === "note") {
		return field;
	}
	const keep = (text: string | undefined) => {
		const read = text === undefined ? undefined : parseTypedDay(text, today);
		field.keep(read?.kind === "day" ? formatDay(read.day) : undefined);
	};
	return { text: field.text, isRestored: field.isRestored, keep };
}

interface WizardAnswers {
	amount: string;
	day: string;
	note: string;
}

/** What one step asks for. */
interface WizardField {
	readonly key: keyof WizardAnswers;
	readonly placeholder: string;
	readonly prompt: string;
	readonly validate: (text: string) => string | undefined;
}

function initialAmount({ minutes, change }: Partial<LogItem>, isTime: boolean): string {
	if (isTime) {
		return minutes === undefined ? "" : formatMinutes(minutes);
	}
	return change ? formatChange(change) : "";
}

function amountField(source: ViewSource, target: string, isTime: boolean): WizardField {
	if (isTime) {
		return {
			key: "amount",
			placeholder: "45m",
			prompt: vscode.l10n.t("How long it took, for example 45m, 1h30, or 1.5h"),
			validate: minutesProblem,
		};
	}
	const goal = goalOf(source, target);
	const { plan, formatter } = source;
	const prompt = vscode.l10n.t("The new value or the change, for example 7, +1, 50%, done, not done, or rising");
	const current = currentValueText(source, target);
	return {
		key: "amount",
		placeholder: goal && !isHidden(plan.byId.get(target), formatter) ? formatter.goal(goal) : vscode.l10n.t("done"),
		prompt: current === "" ? prompt : vscode.l10n.t("Now: {0}. {1}", current, prompt),
		validate: (text) =>
			parseChange(text, goal, formatter.numbers)
				? undefined
				: vscode.l10n.t("Enter a value, for example 7, +1, 50%, done, not done, rising, steady, or falling."),
	};
}

function laterField(step: number, today: Day): WizardField {
	return step === 3
		? {
				key: "day",
				placeholder: formatDay(today),
				prompt: vscode.l10n.t("When it happened, for example yesterday, monday, 20 Nov, or 2026-11-20"),
				validate: (text) => dayProblem(text, today),
			}
		: {
				key: "note",
				placeholder: vscode.l10n.t("Note"),
				prompt: vscode.l10n.t("What it was about (optional)"),
				validate: () => undefined,
			};
}

function goalOf({ plan }: ViewSource, target: string): Quantity | undefined {
	return plan.items.find(({ id }) => id === target)?.goal;
}

/** The item to log, from the answers. Its clock time is kept only if the day was not changed. */
function loggedItem(
	source: ViewSource,
	target: string,
	{ amount, day, note }: WizardAnswers,
	begun: Partial<LogItem> & { readonly isTime: boolean },
): LogItem {
	const { today, formatter } = source;
	const minutes = begun.isTime ? parseMinutes(amount) : undefined;
	const change = begun.isTime ? begun.change : parseChange(amount, goalOf(source, target), formatter.numbers);
	const read = parseTypedDay(day, today);
	const typedDay = read?.kind === "day" ? read.day : undefined;
	return {
		on: target,
		...(minutes?.kind === "minutes" ? { minutes: minutes.minutes } : {}),
		...(change ? { change } : {}),
		day: typedDay ?? today,
		...(begun.end === undefined || typedDay === undefined || typedDay !== begun.day ? {} : { end: begun.end }),
		...noteAndLink(note, change !== undefined),
	};
}

/** A URL at the end of a note is the evidence of a change. */
function noteAndLink(typed: string, hasChange: boolean): Pick<LogItem, "note" | "link"> {
	const text = typed.trim();
	const link = hasChange ? /(?:^|\s)(https?:\/\/\S+)$/.exec(text)?.[1] : undefined;
	const note = link === undefined ? text : text.slice(0, -link.length).trim();
	return { ...(note === "" ? {} : { note }), ...(link === undefined ? {} : { link }) };
}

/** Options of a log prompt. */
export interface LogPromptOptions {
	readonly title: string;
	/** The preferred meaning of a number without a unit. */
	readonly first: "time" | "progress";
	/** The ID of the item, if it is already known. */
	readonly on?: string | undefined;
	readonly clock: Clock;
	/** What was typed before and isn't saved yet. */
	readonly draft: PromptDraft;
}

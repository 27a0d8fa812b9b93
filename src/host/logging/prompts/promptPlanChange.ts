import * as vscode from "vscode";
import { formatHours, parseHours } from "../../../amount/hours.ts";
import { parseQuantity } from "../../../amount/parseQuantity.ts";
import { readWhen, spanOfWhen } from "../../../logging/delayedWhen.ts";
import { type DatedNode, datedNodes, type PlanChange } from "../../../logging/planChange.ts";
import type { Item, Plan } from "../../../plan/plan.ts";
import { formatDay, parseDay } from "../../../time/day.ts";
import { parseDuration } from "../../../time/duration.ts";
import { parsePeriod } from "../../../time/period.ts";
import type { Formatter } from "../../../viewmodel/text/formatter.ts";
import { editableDates, editableGoal, editableWhen } from "../../../viewmodel/text/planChangeText.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import { detach } from "../../core/detach.ts";
import type { DraftField, PromptDraft } from "../../core/promptDrafts.ts";
import { inputStep, pickStep } from "../../ui/quickInput.ts";

type Kind = Exclude<PlanChange["kind"], "hours" | "weekDays"> | "add";

/** What is known about a change before the user is prompted. */
interface GivenChange {
	readonly item: Item | undefined;
	readonly when: string | undefined;
	readonly goal: string | undefined;
}

/** Prompts for a change of the plan; undefined if canceled. */
export function promptPlanChange(
	draft: PromptDraft,
	source: ViewSource,
	{ item, when, goal }: GivenChange,
): Promise<PlanChange | undefined> {
	if (item && when !== undefined) {
		return promptWhen(draft, source, item, when);
	}
	return item && goal !== undefined ? askForGoal(draft, source, item, goal) : askForChange(draft, source, item);
}

async function askForChange(
	draft: PromptDraft,
	source: ViewSource,
	item: Item | undefined,
): Promise<PlanChange | undefined> {
	const isDropped = item?.dropped !== undefined;
	const all: ReadonlyArray<vscode.QuickPickItem & { readonly kindOf: Kind }> = [
		{ kindOf: "when", label: vscode.l10n.t("Change a due date") },
		{ kindOf: "goal", label: vscode.l10n.t("Change a goal") },
		{ kindOf: "drop", label: vscode.l10n.t("Drop an item") },
		{ kindOf: "revive", label: vscode.l10n.t("Restore a dropped item") },
		{ kindOf: "slip", label: vscode.l10n.t("Move everything after a date") },
		{ kindOf: "timeOff", label: vscode.l10n.t("Plan time off") },
		{ kindOf: "weekHours", label: vscode.l10n.t("Change the hours per week") },
		{ kindOf: "start", label: vscode.l10n.t("Move the start of the plan") },
		{ kindOf: "add", label: vscode.l10n.t("Add to Plan") },
	];
	const items = item
		? all.filter(({ kindOf }) => ["when", "goal", isDropped ? "revive" : "drop"].includes(kindOf))
		: all;
	const title = item ? source.formatter.title(item) : vscode.l10n.t("Replan");
	const chosen = await pickStep({ title, placeholder: vscode.l10n.t("What do you want to change?"), items });
	switch (chosen?.kindOf) {
		case undefined:
			return undefined;
		case "add":
			// What is added has prompts and a journal entry of its own.
			detach(vscode.commands.executeCommand("waymark.add"));
			return undefined;
		case "start":
			return askForStart(draft, source.plan);
		case "slip":
			return askForSlip(draft, source);
		case "timeOff":
			return askForTimeOff(draft, source);
		case "weekHours":
			return promptWeekHours(draft.field("week hours"), source);
		case "when": {
			const node =
				item ??
				(await pickNode(
					source,
					datedNodes(source.plan).map(([, node]) => node),
				));
			return node && promptWhen(draft, source, node);
		}
		case "goal": {
			const node = item ?? (await pickItem(source));
			return node && askForGoal(draft, source, node);
		}
		case "drop": {
			const node = item ?? (await pickItem(source, ({ dropped }) => !dropped));
			return node && { kind: "drop", node, on: formatDay(source.today) };
		}
		case "revive": {
			const node = item ?? (await pickItem(source, ({ dropped }) => dropped !== undefined));
			return node && { kind: "revive", node };
		}
	}
}

function pickItem(source: ViewSource, isListed: (item: Item) => boolean = () => true): Promise<Item | undefined> {
	return pickNode(source, source.plan.items.filter(isListed));
}

async function pickNode<T extends DatedNode>(
	{ formatter }: ViewSource,
	nodes: ReadonlyArray<T>,
): Promise<T | undefined> {
	if (nodes.length === 0) {
		detach(vscode.window.showInformationMessage(vscode.l10n.t("The plan has nothing of that kind.")));
		return undefined;
	}
	const items = nodes.map((node) => ({
		node,
		label: formatter.title(node),
		description: editableDates(node, formatter),
	}));
	const placeholder = vscode.l10n.t("Which one?");
	return (await pickStep({ title: vscode.l10n.t("Replan"), placeholder, items }))?.node;
}

async function askForStart(draft: PromptDraft, { start }: Plan): Promise<PlanChange | undefined> {
	const value = start === undefined ? "" : formatDay(start);
	const typed = await ask(draft.field("start"), {
		prompt: vscode.l10n.t("Day one of the plan"),
		value,
		placeholder: "2026-01-05",
		problemOf: isDay,
	});
	return typed === undefined ? undefined : { kind: "start", start: typed };
}

async function askForSlip(draft: PromptDraft, { today }: ViewSource): Promise<PlanChange | undefined> {
	const at = await ask(draft.field("slip from"), {
		prompt: vscode.l10n.t("Move items from this date"),
		value: formatDay(today),
		placeholder: "2026-01-05",
		problemOf: isDay,
	});
	const by =
		at &&
		(await ask(draft.field("slip by"), {
			prompt: vscode.l10n.t("Move them by"),
			value: "1 month",
			placeholder: "6 months",
			problemOf: isDuration,
		}));
	return at && by ? { kind: "slip", at, by } : undefined;
}

async function askForTimeOff(
	draft: PromptDraft,
	{ plan, formatter, today }: ViewSource,
): Promise<PlanChange | undefined> {
	const isPeriod = (text: string) => typeof parsePeriod(text) === "object";
	const when = await ask(draft.field("time off"), {
		prompt: vscode.l10n.t("Days without hours. The weekly target is lower, and forecasts skip them."),
		value: "",
		placeholder: `${formatDay(today + 1)}..${formatDay(today + 7)}`,
		problemOf: (text) =>
			isPeriod(text) ? undefined : vscode.l10n.t("Enter days, for example 2026-07-20..2026-08-02 or month 8."),
		infoOf: (text) => datesOf(isPeriod(text) ? text : undefined, plan, formatter),
	});
	return when === undefined ? undefined : { kind: "timeOff", when };
}

/** Prompts for the hours per week from now on; undefined if canceled. */
export async function promptWeekHours(
	draft: DraftField,
	{ snapshot }: ViewSource,
	title?: string,
): Promise<(PlanChange & { readonly kind: "weekHours" }) | undefined> {
	const was = formatHours(snapshot.week.aim);
	const typed = await ask(draft, {
		...(title === undefined ? {} : { title }),
		prompt: vscode.l10n.t("Hours per week from now on, for example 2 or 2-3. You can change it at any time."),
		value: was,
		placeholder: "2-3",
		problemOf: (text) =>
			parseHours(text) ? undefined : vscode.l10n.t("Enter hours per week, for example 2, 1.5, or 4-5."),
	});
	const hours = typed === undefined ? undefined : parseHours(typed);
	return hours && { kind: "weekHours", hours: formatHours(hours), was };
}

/** The dates of a period, to be shown while it is typed. */
function datesOf(when: string | undefined, plan: Plan, formatter: Formatter): string | undefined {
	const span = when === undefined ? undefined : spanOfWhen(when, plan);
	return span && formatter.dates(span);
}

/** Prompts for the dates of a node; undefined if canceled. @param given what to fill in, in place of its dates */
export async function promptWhen(
	draft: PromptDraft,
	{ formatter, plan }: ViewSource,
	node: DatedNode,
	given?: string,
): Promise<PlanChange | undefined> {
	const value = given ?? editableWhen(node, formatter);
	forgetTyped(draft.field(`when ${node.id}`), given);
	const phaseEnd = vscode.l10n.t("end of the phase");
	const read = (text: string) => readWhen(text, node, plan, phaseEnd);
	const when = await ask(draft.field(`when ${node.id}`), {
		prompt: formatter.title(node),
		value,
		placeholder: vscode.l10n.t("by month 6, +3 months, or {0}", phaseEnd),
		problemOf: (text) =>
			read(text) === undefined
				? vscode.l10n.t("Enter when, for example +3 months, {0}, month 3, by year 2, or 2027-06.", phaseEnd)
				: undefined,
		infoOf: (text) => {
			const dates = datesOf(read(text), plan, formatter);
			// It stands where the prompt was.
			return dates && `${formatter.title(node)}: ${dates}`;
		},
	});
	const found = when === undefined ? undefined : read(when);
	return found === undefined ? undefined : { kind: "when", node, when: found };
}

async function askForGoal(
	draft: PromptDraft,
	{ formatter }: ViewSource,
	node: Item,
	given?: string,
): Promise<PlanChange | undefined> {
	const value = given ?? editableGoal(node, formatter);
	forgetTyped(draft.field(`goal ${node.id}`), given);
	const goal = await ask(draft.field(`goal ${node.id}`), {
		prompt: formatter.title(node),
		value,
		placeholder: "100+",
		problemOf: (text) =>
			typeof parseQuantity(text) === "string"
				? vscode.l10n.t("Enter how much, for example 100+, 8-12 people, $1M+, at most 2, or 4 per quarter.")
				: undefined,
	});
	return goal === undefined ? undefined : { kind: "goal", node, goal };
}

/** What is given replaces what was typed before. */
function forgetTyped(field: DraftField, given: string | undefined): void {
	if (given !== undefined) {
		field.keep(undefined);
	}
}

interface Question {
	readonly title?: string;
	readonly prompt: string;
	readonly value: string;
	readonly placeholder: string;
	/** The error for a trimmed text; undefined if it is valid. */
	readonly problemOf: (text: string) => string | undefined;
	/** What a valid text stands for, shown while it is typed. */
	readonly infoOf?: (text: string) => string | undefined;
}

async function ask(draft: DraftField, { problemOf, infoOf, ...question }: Question): Promise<string | undefined> {
	const validate = (typed: string) => {
		const text = typed.trim();
		const message = infoOf?.(text);
		return problemOf(text) ?? (message && { message, severity: vscode.InputBoxValidationSeverity.Info });
	};
	const typed = await inputStep({ title: vscode.l10n.t("Replan"), ...question, validate, draft });
	return typed && !typed.back ? typed.value.trim() : undefined;
}

/** Prompts for the reason of a change; undefined if canceled. */
export function promptReason(draft: PromptDraft): Promise<string | undefined> {
	return ask(draft.field("why"), {
		prompt: vscode.l10n.t("Reason for the change (optional). It's kept in the journal for the next review."),
		value: "",
		placeholder: vscode.l10n.t("Reason"),
		problemOf: () => undefined,
	});
}

function isDay(text: string): string | undefined {
	return parseDay(text) === undefined
		? vscode.l10n.t("Enter a date as YYYY-MM-DD, for example 2026-01-05.")
		: undefined;
}

function isDuration(text: string): string | undefined {
	return parseDuration(text)
		? undefined
		: vscode.l10n.t("Enter a duration, for example 6 months, 2 weeks, or 10 days.");
}

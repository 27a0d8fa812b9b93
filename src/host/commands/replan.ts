import * as vscode from "vscode";
import { formatDay, parseDay } from "../../plan/day.ts";
import { parseDuration } from "../../plan/duration.ts";
import { applyEdits } from "../../plan/edit/textEdit.ts";
import { formatPeriod, parsePeriod } from "../../plan/period.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import { parseQuantity } from "../../plan/quantity.ts";
import { readPlan } from "../../plan/readPlan.ts";
import {
	amendment,
	type DatedNode,
	goalToChange,
	type MovedDate,
	movedDates,
	type PlanChange,
	replanEdits,
} from "../../present/replan.ts";
import type { ViewSource } from "../../present/viewSource.ts";
import { changePlan } from "../changePlan.ts";
import type { Session } from "../session.ts";
import { argumentsOf, textIn } from "./commandArguments.ts";
import { needSession } from "./needSession.ts";
import { inputStep, pickStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";
import { offerUndo } from "./undo.ts";

type Kind = PlanChange["kind"];

/**
 * Changes dates or goals of the plan, with a reason, after a look at every date that moves. The journal keeps a record, and
 * one Undo takes back both.
 *
 * @param given a row, or `{on}`, to change that item; left out, what is to change is asked for
 */
export async function replan(context: CommandContext, given?: unknown): Promise<void> {
	const found = await needSession(context);
	const source = await found?.session.source();
	if (!found || !source) {
		return;
	}
	const on = textIn(argumentsOf(given), "on");
	const item = on === undefined ? undefined : source.snapshot.items.get(source.aliases.idOf(on) ?? "");
	const change = await askForChange(source, item);
	const why = change && (await askForReason());
	if (change && why !== undefined) {
		await previewAndApply(found.session, source, change, why);
	}
}

async function askForChange(source: ViewSource, item: Item | undefined): Promise<PlanChange | undefined> {
	const isDropped = item?.dropped !== undefined;
	const all: ReadonlyArray<vscode.QuickPickItem & { readonly kindOf: Kind }> = [
		{ kindOf: "when", label: vscode.l10n.t("Change when something is due") },
		{ kindOf: "goal", label: vscode.l10n.t("Change a goal") },
		{ kindOf: "drop", label: vscode.l10n.t("Give something up") },
		{ kindOf: "revive", label: vscode.l10n.t("Take something up again") },
		{ kindOf: "slip", label: vscode.l10n.t("Move everything after a day") },
		{ kindOf: "start", label: vscode.l10n.t("Move the start") },
	];
	const items = item
		? all.filter(({ kindOf }) => ["when", "goal", isDropped ? "revive" : "drop"].includes(kindOf))
		: all;
	const title = item ? source.words.title(item) : vscode.l10n.t("Replan");
	const chosen = await pickStep({ title, placeholder: vscode.l10n.t("What is to change?"), items });
	switch (chosen?.kindOf) {
		case undefined:
			return undefined;
		case "start":
			return askForStart(source.plan);
		case "slip":
			return askForSlip(source);
		case "when": {
			const node = item ?? (await pickNode(source, datedNodes(source.plan)));
			return node && askForWhen(source, node);
		}
		case "goal": {
			const node = item ?? (await pickNode(source, source.plan.items));
			return node && askForGoal(source, node);
		}
		case "drop": {
			const node =
				item ??
				(await pickNode(
					source,
					source.plan.items.filter(({ dropped }) => !dropped),
				));
			return node && { kind: "drop", node, on: formatDay(source.today) };
		}
		case "revive": {
			const node =
				item ??
				(await pickNode(
					source,
					source.plan.items.filter(({ dropped }) => dropped),
				));
			return node && { kind: "revive", node };
		}
	}
}

function datedNodes({ phases, tracks, items, commitments }: Plan): ReadonlyArray<DatedNode> {
	return [...phases, ...tracks.flatMap(({ stages }) => stages), ...items, ...commitments];
}

async function pickNode<T extends DatedNode>({ words }: ViewSource, nodes: ReadonlyArray<T>): Promise<T | undefined> {
	if (nodes.length === 0) {
		void vscode.window.showInformationMessage(vscode.l10n.t("There is nothing of that kind in the plan."));
		return undefined;
	}
	const items = nodes.map((node) => ({
		node,
		label: words.title(node),
		description: node.span ? words.dates(node.span) : "",
	}));
	const placeholder = vscode.l10n.t("Which one?");
	return (await pickStep({ title: vscode.l10n.t("Replan"), placeholder, items }))?.node;
}

async function askForStart({ start }: Plan): Promise<PlanChange | undefined> {
	const value = start === undefined ? "" : formatDay(start);
	const typed = await ask(vscode.l10n.t("Day one of the plan"), value, "2026-01-05", isDay);
	return typed === undefined ? undefined : { kind: "start", start: typed };
}

async function askForSlip({ today }: ViewSource): Promise<PlanChange | undefined> {
	const at = await ask(vscode.l10n.t("From which day on things move"), formatDay(today), "2026-01-05", isDay);
	const by = at && (await ask(vscode.l10n.t("By how much they move"), "1 month", "6 months", isDuration));
	return at && by ? { kind: "slip", at, by } : undefined;
}

async function askForWhen({ words }: ViewSource, node: DatedNode): Promise<PlanChange | undefined> {
	const value = node.when ? formatPeriod(node.when) : "";
	const when = await ask(words.title(node), value, "by month 6", (text) =>
		parsePeriod(text) === undefined || typeof parsePeriod(text) === "string"
			? vscode.l10n.t("Write when, as in: month 3, by year 2, years 4-6, 2027-06")
			: undefined,
	);
	return when === undefined ? undefined : { kind: "when", node, when };
}

async function askForGoal({ words }: ViewSource, node: Item): Promise<PlanChange | undefined> {
	const goal = await ask(words.title(node), goalToChange(node, words), "100+", (text) =>
		typeof parseQuantity(text) === "string"
			? vscode.l10n.t("Write how much, as in: 100+, 8-12 people, $1M+, at most 2, 4 per quarter")
			: undefined,
	);
	return goal === undefined ? undefined : { kind: "goal", node, goal };
}

async function ask(
	prompt: string,
	value: string,
	placeholder: string,
	problemOf: (text: string) => string | undefined,
): Promise<string | undefined> {
	const validate = (text: string) => problemOf(text.trim());
	const typed = await inputStep({ title: vscode.l10n.t("Replan"), placeholder, prompt, value, validate });
	return typed && !typed.back ? typed.value.trim() : undefined;
}

function askForReason(): Promise<string | undefined> {
	const prompt = vscode.l10n.t("Why? It stays in the journal, for the next review. It may stay empty.");
	return ask(prompt, "", vscode.l10n.t("Reason"), () => undefined);
}

function isDay(text: string): string | undefined {
	return parseDay(text) === undefined ? vscode.l10n.t("Write a day as year-month-day: 2026-01-05") : undefined;
}

function isDuration(text: string): string | undefined {
	return parseDuration(text) ? undefined : vscode.l10n.t("Write a length of time, as in: 6 months, 2 weeks, 10 days");
}

async function previewAndApply(session: Session, source: ViewSource, change: PlanChange, why: string): Promise<void> {
	const { plan, words } = source;
	const before = await session.planText();
	const edits = replanEdits(before, change, why);
	const after = typeof edits === "string" ? undefined : applyEdits(before, edits);
	const planned = after === undefined ? undefined : readPlan(after).plan;
	if (after === undefined || !planned) {
		void vscode.window.showWarningMessage(
			vscode.l10n.t("The plan is written in a way that cannot be changed here. Change it by hand."),
		);
		return;
	}
	const moved = movedDates(plan, planned);
	const apply = {
		label: `$(check) ${vscode.l10n.t("Change the plan")}`,
		description: movesText(moved.length),
	};
	const items = [apply, ...moved.map((each) => movedItem(each, source))];
	const placeholder = vscode.l10n.t("Enter changes the plan; Escape leaves it as it is");
	const chosen = await pickStep<vscode.QuickPickItem>({ title: vscode.l10n.t("What would move"), placeholder, items });
	if (chosen && (await changePlan(session, { before, after }, [amendment(plan, change, why)]))) {
		offerUndo(
			"node" in change
				? vscode.l10n.t("Replanned: {0}", words.title(change.node))
				: vscode.l10n.t("Replanned: {0}", movesText(moved.length)),
		);
	}
}

function movesText(count: number): string {
	return count === 0
		? vscode.l10n.t("no date moves")
		: count === 1
			? vscode.l10n.t("1 date moves")
			: vscode.l10n.t("{0} dates move", count);
}

function movedItem({ node, was, now }: MovedDate, { words }: ViewSource): vscode.QuickPickItem {
	const text = (day: number | undefined) => (day === undefined ? vscode.l10n.t("no date") : words.date(day));
	return { label: words.title(node), description: `${text(was)} → ${text(now)}` };
}

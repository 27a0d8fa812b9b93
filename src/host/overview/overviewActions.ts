import * as vscode from "vscode";
import { formatDay } from "../../time/day.ts";
import { dueDay } from "../../time/period.ts";
import { itemTooltip } from "../../viewmodel/rows/itemTooltip.ts";
import { isHidden } from "../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";

/** Shows the node of a row in the plan. */
export async function showRow(source: ViewSource, key: string): Promise<void> {
	const range = rangeOf(source, key);
	if (range) {
		await vscode.commands.executeCommand("waymark.openPlan", { range });
	}
}

/** Logs progress on the item of a row, or opens its review. */
export async function logRow(source: ViewSource, key: string): Promise<void> {
	const [, kind, id = ""] = /^(\w+):(.*)$/s.exec(key) ?? [];
	const node = source.plan.byId.get(id);
	if (!node || isHidden(node, source.formatter)) {
		return;
	}
	if (kind === "review") {
		await vscode.commands.executeCommand("waymark.openReview", { checkpoint: id });
	} else if (source.snapshot.items.has(id)) {
		await vscode.commands.executeCommand("waymark.logProgress", { on: id });
	} else {
		await vscode.commands.executeCommand("waymark.logTime", { on: id });
	}
}

/** Changes the date of an item with Replan. @param day its new last day; without it, Replan asks */
export async function replanRow({ plan, snapshot }: ViewSource, key: string, day: number | undefined): Promise<void> {
	const item = snapshot.items.get(key.replace(/^item:/, ""));
	if (!item) {
		return;
	}
	const start = item.span?.start;
	const isWhole = item.kind !== "milestone" && start !== undefined && item.when?.mode === "in";
	const whole = isWhole && day !== undefined ? `${formatDay(Math.min(start, day))}..${formatDay(day)}` : undefined;
	const single = day === undefined ? undefined : `by ${formatDay(day)}`;
	const when = whole ?? single;
	const isSame = day !== undefined && day === dueDay(item.span);
	if (!isSame && plan.items.includes(item)) {
		await vscode.commands.executeCommand("waymark.replan", { on: item.id, ...(when === undefined ? {} : { when }) });
	}
}

/** The tooltip of a row as text, as the view shows it. */
export function rowTip(source: ViewSource, key: string): string {
	const item = source.snapshot.items.get(key.replace(/^item:/, ""));
	if (!item || isHidden(item, source.formatter)) {
		return "";
	}
	return itemTooltip(item, source.snapshot.progressOf(item), source)
		.map((part) => (part.kind === "fact" ? `${part.name}: ${part.text}` : part.text))
		.join("\n");
}

function rangeOf({ plan, formatter }: ViewSource, key: string) {
	const [, kind, id = ""] = /^(\w+):(.*)$/s.exec(key) ?? [];
	if (kind === "phase") {
		return plan.phases[Number(id)]?.range;
	}
	if (kind === "stage") {
		const [, track, index] = /^(.*):(\d+)$/s.exec(id) ?? [];
		return plan.tracks.find((each) => each.id === track)?.stages[Number(index)]?.range;
	}
	const node = plan.byId.get(id);
	return isHidden(node, formatter) ? undefined : node?.range;
}

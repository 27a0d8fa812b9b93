import * as vscode from "vscode";
import type { DateOrder, DurationUnit } from "../../importer/time/timeCells.ts";
import { type MappingKind, mappingKinds } from "../../importer/time/timeMapping.ts";
import { type ColumnRole, columnRoles, type TimeTable } from "../../importer/time/timeTable.ts";
import type { PlanTarget } from "../../logging/logTargets.ts";
import { logTargetKindText } from "../../viewmodel/text/logTargetText.ts";
import { isHidden } from "../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { pickStep } from "../ui/quickInput.ts";

/** Prompts for the order of dates such as 3/4/2026. @param example the row with one */
export function askForOrder(example: string): Promise<DateOrder | undefined> {
	const placeholder = vscode.l10n.t("Which comes first, the day or the month?");
	return choose(example === "" ? placeholder : `${placeholder} ${example.slice(0, 100)}`, [
		...(["day-first", "month-first"] as const).map((value) => ({ value, label: orderText(value) })),
	]);
}

/** Prompts for the unit of durations without one. */
export function askForUnit(): Promise<DurationUnit | undefined> {
	const units = ["hours", "minutes", "seconds"] as const;
	return choose(
		vscode.l10n.t("What is the unit of the durations?"),
		units.map((value) => ({ value, label: unitText(value) })),
	);
}

/** Prompts for the time zone of times without an offset. @param current is first */
export function askForZone(current: string): Promise<string | undefined> {
	const zones = [...new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")])];
	return choose(
		vscode.l10n.t("Time zone of the times"),
		zones.map((value) => ({ value, label: value })),
	);
}

/** Prompts for the meaning of a column. */
export function askForColumn({ heads }: TimeTable, at: number, current: ColumnRole): Promise<ColumnRole | undefined> {
	const name = heads[at] || vscode.l10n.t("Column {0}", at + 1);
	return choose(
		vscode.l10n.t("What does “{0}” mean?", name),
		columnRoles.map((value) => ({ value, label: roleText(value) })),
		current,
	);
}

/** Prompts for what entries are assigned by. */
export function askForGrouping(current: MappingKind): Promise<MappingKind | undefined> {
	return choose(
		vscode.l10n.t("Assign by"),
		mappingKinds.map((value) => ({ value, label: groupingText(value) })),
		current,
	);
}

/** Prompts for what a project, tag, or text belongs to: the ID of a target, or null to leave it out. */
export function askForTarget(
	value: string,
	targets: ReadonlyArray<PlanTarget>,
	current: string | null | undefined,
	{ plan, formatter }: ViewSource,
): Promise<string | null | undefined> {
	const items = targets.map((target) => {
		const node = plan.byId.get(target.id);
		return {
			value: target.id,
			label: formatter.title(node ?? target),
			description: isHidden(node, formatter) ? "" : logTargetKindText(target, formatter),
		};
	});
	const leaveOut = { value: null, label: `$(circle-slash) ${vscode.l10n.t("Leave out")}`, description: "" };
	return choose<string | null>(
		vscode.l10n.t("What does “{0}” belong to?", value.slice(0, 100)),
		[...items, leaveOut],
		current,
	);
}

async function choose<T>(
	placeholder: string,
	items: ReadonlyArray<vscode.QuickPickItem & { readonly value: T }>,
	current?: T,
): Promise<T | undefined> {
	const active = current === undefined ? undefined : items.find(({ value }) => value === current);
	const chosen = await pickStep({ title: vscode.l10n.t("Import Time"), placeholder, items, active, keepOpen: true });
	return chosen?.value;
}

/** The text of an order of day and month. */
export function orderText(order: DateOrder): string {
	return order === "day-first"
		? vscode.l10n.t("Day first: 3/4 is 3 April")
		: vscode.l10n.t("Month first: 3/4 is March 4");
}

/** The text of a unit. */
export function unitText(unit: DurationUnit): string {
	switch (unit) {
		case "hours":
			return vscode.l10n.t("Hours");
		case "minutes":
			return vscode.l10n.t("Minutes");
		case "seconds":
			return vscode.l10n.t("Seconds");
	}
}

/** The text of what entries are assigned by. */
export function groupingText(kind: MappingKind): string {
	switch (kind) {
		case "project":
			return vscode.l10n.t("Project");
		case "tag":
			return vscode.l10n.t("Tag");
		case "text":
			return vscode.l10n.t("Text");
	}
}

/** The text of the meaning of a column. */
export function roleText(role: ColumnRole): string {
	switch (role) {
		case "date":
			return vscode.l10n.t("Date");
		case "start":
			return vscode.l10n.t("Start");
		case "endDate":
			return vscode.l10n.t("End date");
		case "end":
			return vscode.l10n.t("End");
		case "duration":
			return vscode.l10n.t("Duration");
		case "project":
			return vscode.l10n.t("Project");
		case "task":
			return vscode.l10n.t("Task");
		case "tags":
			return vscode.l10n.t("Tags");
		case "text":
			return vscode.l10n.t("Text");
		case "none":
			return vscode.l10n.t("Ignored");
	}
}

import * as vscode from "vscode";
import type { ProposedTime } from "../../importer/time/proposeTime.ts";
import type { MappingGroup } from "../../importer/time/timeMapping.ts";
import type { TimeTable } from "../../importer/time/timeTable.ts";
import { plural } from "../../util/plural.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import type { TimeImportState } from "./timeImport.ts";
import { groupingText, orderText, roleText, unitText } from "./timeQuestions.ts";

/** What a row of the preview does. */
export type PreviewAction = { readonly kind: "accept" | "nothing" | "report" } | ChangeAction;

/** What a row of the preview changes. */
export type ChangeAction =
	| { readonly kind: "unit" }
	| { readonly kind: "zone" }
	| { readonly kind: "grouping" }
	| { readonly kind: "order"; readonly example: string }
	| { readonly kind: "column"; readonly at: number }
	| { readonly kind: "group"; readonly group: MappingGroup };

/** A row of the preview; a separator has no action. */
export type PreviewItem = vscode.QuickPickItem & { readonly action?: PreviewAction };

/** The most groups that are listed. */
const mostGroups = 300;

/** The rows of the preview: the result first, then what it depends on. */
export function previewItems(state: TimeImportState, table: TimeTable, source: ViewSource): ReadonlyArray<PreviewItem> {
	return [
		...resultItems(state, source),
		...readingItems(state),
		...(table.isFixed ? [] : columnItems(state, table)),
		...groupItems(state, source),
	];
}

function resultItems(state: TimeImportState, { formatter }: ViewSource): ReadonlyArray<PreviewItem> {
	const { proposed, rows } = state;
	const added = proposed.filter(({ fate }) => fate === "new");
	const minutes = added.reduce((sum, { entry }) => sum + entry.minutes, 0);
	const count = (fate: ProposedTime["fate"]) => proposed.filter((each) => each.fate === fate).length;
	const counts = [
		[vscode.l10n.t("Already logged"), count("logged")],
		[vscode.l10n.t("Repeated in the file"), count("repeated")],
		[vscode.l10n.t("Without a target"), count("unmapped")],
		[vscode.l10n.t("Left out"), count("left-out")],
		[vscode.l10n.t("Not read"), rows.problems.length],
		[vscode.l10n.t("Overlapping"), added.filter(({ overlaps }) => overlaps).length],
	] as const;
	const others = counts.filter(([, number]) => number > 0).map(([label, number]) => `${label}: ${number}`);
	const label = plural(
		added.length,
		vscode.l10n.t("Import 1 entry"),
		vscode.l10n.t("Import {0} entries", added.length),
	);
	const detail = others.length === 0 ? {} : { detail: others.join(" · ") };
	return [
		added.length === 0
			? { label: `$(info) ${vscode.l10n.t("Nothing new to import")}`, ...detail, action: { kind: "nothing" } }
			: {
					label: `$(check) ${label}`,
					description: formatter.minutes(minutes),
					...detail,
					action: { kind: "accept" },
				},
		{
			label: `$(list-unordered) ${vscode.l10n.t("Show what becomes of each line")}`,
			action: { kind: "report" },
		},
	];
}

/** What is asked, if the file doesn't say it: the order of day and month, the unit, and the time zone. */
function readingItems({ rows, settings }: TimeImportState): ReadonlyArray<PreviewItem> {
	const choose = vscode.l10n.t("Choose");
	const example = rows.problems.find(({ why }) => why === "order")?.text ?? "";
	const items: ReadonlyArray<PreviewItem> = [
		...(rows.asksOrder || settings.order
			? [
					{
						label: `$(question) ${vscode.l10n.t("Which comes first, the day or the month?")}`,
						description: settings.order ? orderText(settings.order) : choose,
						...(example === "" ? {} : { detail: example }),
						action: { kind: "order" as const, example },
					},
				]
			: []),
		...(rows.asksUnit || settings.unit
			? [
					{
						label: `$(question) ${vscode.l10n.t("What is the unit of the durations?")}`,
						description: settings.unit ? unitText(settings.unit) : choose,
						action: { kind: "unit" as const },
					},
				]
			: []),
		...(rows.usesZone
			? [
					{
						label: `$(globe) ${vscode.l10n.t("Time zone of the times")}`,
						description: settings.timeZone,
						action: { kind: "zone" as const },
					},
				]
			: []),
	];
	return items.length === 0 ? [] : [separator(vscode.l10n.t("How the file is read")), ...items];
}

function columnItems({ settings }: TimeImportState, { heads, rows }: TimeTable): ReadonlyArray<PreviewItem> {
	const items = heads.map((head, at): PreviewItem => {
		const examples = rows.slice(0, 200).flatMap(({ cells }) => cells[at] || []);
		return {
			label: `$(symbol-field) ${head === "" ? vscode.l10n.t("Column {0}", at + 1) : head.slice(0, 100)}`,
			description: roleText(settings.roles[at] ?? "none"),
			detail: [...new Set(examples)].slice(0, 3).join(" · ").slice(0, 150),
			action: { kind: "column", at },
		};
	});
	return [separator(vscode.l10n.t("What the columns mean")), ...items];
}

function groupItems({ groups, settings }: TimeImportState, source: ViewSource): ReadonlyArray<PreviewItem> {
	if (groups.length === 0) {
		return [];
	}
	const { formatter, plan } = source;
	const items = groups.slice(0, mostGroups).map((group): PreviewItem => {
		const { kind, value, entries, minutes, target } = group;
		const node = target ? plan.byId.get(target) : undefined;
		const unknown = target === null ? vscode.l10n.t("Left out") : vscode.l10n.t("Choose");
		const count = plural(entries, vscode.l10n.t("1 entry"), vscode.l10n.t("{0} entries", entries));
		return {
			label: `$(${target ? "target" : "circle-slash"}) ${value.slice(0, 100)}`,
			description: `→ ${node ? formatter.title(node) : unknown}`,
			detail: `${groupingText(kind)} · ${count} · ${formatter.minutes(minutes)}`,
			action: { kind: "group", group },
		};
	});
	const grouping: PreviewItem = {
		label: `$(list-tree) ${vscode.l10n.t("Assign by")}`,
		description: groupingText(settings.groupBy),
		action: { kind: "grouping" },
	};
	return [separator(vscode.l10n.t("What it belongs to")), ...items, grouping];
}

function separator(label: string): PreviewItem {
	return { label, kind: vscode.QuickPickItemKind.Separator };
}

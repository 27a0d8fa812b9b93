import * as vscode from "vscode";
import { dropPlace } from "../../plan/edit/place/dropPlace.ts";
import { nodesAt } from "../../plan/edit/place/nodesAt.ts";
import { placeName, placeOf } from "../../plan/edit/place/placeOf.ts";
import type { Item } from "../../plan/plan.ts";
import type { Row } from "../../viewmodel/rows/row.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { detach } from "../core/detach.ts";
import { applyPlanEdit } from "../logging/planEdit/applyPlanEdit.ts";
import { areaChoices, stageChoices, targetChoices } from "../logging/planEdit/placeChoices.ts";
import { planNodeOf } from "../logging/planEdit/planNodeOf.ts";
import { type NamedPlace, promptPlace } from "../logging/planEdit/promptPlace.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep } from "../ui/quickInput.ts";

/**
 * Moves an outcome, milestone, or target to another phase, stage, or year, with a preview of the dates that move.
 *
 * @param given a row, `{on}` with an ID, or `{focused: true}` for the focused row of the Roadmap view; otherwise the user
 * chooses. With `{onto}`, another row, the item was dropped on it
 */
export async function moveInPlan(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(context);
	if (!found) {
		return;
	}
	const { session, source } = found;
	const { plan, formatter } = source;
	const items = plan.items.filter(({ kind }) => kind === "outcome" || kind === "milestone" || kind === "target");
	const node = await planNodeOf(context.selectedRows, given, items, { source, title: vscode.l10n.t("Move") });
	if (!node) {
		return;
	}
	const draft = await session.promptDraft("move");
	const { onto } = (given ?? {}) as { readonly onto?: Row };
	const title = vscode.l10n.t("Move: {0}", formatter.title(node));
	const place = onto
		? droppedPlace(node, onto, source)
		: await promptPlace(choicesFor(node, source), title, draft.field("area"));
	const own = placeOf(node, plan);
	const was = own ? placeName(own, plan) : "";
	const dates = place && (place.name === was ? "keep" : await promptDates(node, source, place.name));
	if (!place || !dates) {
		return;
	}
	const at = place.index === undefined ? {} : { index: place.index };
	const edit = { kind: "move", node, to: place.place, ...at, dates, was, now: place.name } as const;
	if (await applyPlanEdit(session, source, edit)) {
		draft.clear();
	}
}

/** Where a dropped item goes; undefined, after a message, where it doesn't belong. */
function droppedPlace(item: Item, row: Row, { plan }: ViewSource): NamedPlace | undefined {
	const dropped = dropPlace(item, row, plan);
	if (!dropped) {
		detach(vscode.window.showInformationMessage(dropHint(item)));
		return undefined;
	}
	const { to, ...at } = dropped;
	return { place: to, name: placeName(to, plan), ...at };
}

function dropHint({ kind }: Item): string {
	switch (kind) {
		case "outcome":
			return vscode.l10n.t("Drop an outcome on an area, a phase, or another outcome. Move to... offers other places.");
		case "milestone":
			return vscode.l10n.t("Drop a milestone on a stage or another milestone. Move to... offers other places.");
		default:
			return vscode.l10n.t("Drop a target on a year or another target. Move to... offers other places.");
	}
}

/** All places but its own; those of its kind first. */
function choicesFor(item: Item, source: ViewSource) {
	const groups = [
		{ kind: "target", label: vscode.l10n.t("Targets"), choices: targetChoices(source) },
		{ kind: "outcome", label: vscode.l10n.t("Outcomes"), choices: areaChoices(source) },
		{ kind: "milestone", label: vscode.l10n.t("Milestones"), choices: stageChoices(source) },
	];
	return groups
		.sort((a, b) => Number(b.kind === item.kind) - Number(a.kind === item.kind))
		.flatMap(({ label, choices }) => {
			const others = choices.filter(({ place }) => !nodesAt(source.plan, place).includes(item));
			return others.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...others];
		});
}

/** An item with dates of its own may keep them. */
async function promptDates(
	item: Item,
	{ formatter }: ViewSource,
	place: string,
): Promise<"keep" | "inherit" | undefined> {
	if (!item.when) {
		return "keep";
	}
	const own = item.span ? formatter.dates(item.span) : "";
	const items: ReadonlyArray<vscode.QuickPickItem & { readonly dates: "keep" | "inherit" }> = [
		{ dates: "inherit", label: vscode.l10n.t("Use the dates of {0}", formatter.plain(place)) },
		{ dates: "keep", label: vscode.l10n.t("Keep its own dates"), description: own },
	];
	const title = vscode.l10n.t("Move: {0}", formatter.title(item));
	return (await pickStep({ title, placeholder: vscode.l10n.t("Which dates?"), items }))?.dates;
}

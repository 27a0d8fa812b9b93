import * as vscode from "vscode";
import type { ItemPlace } from "../../plan/edit/place/itemPlace.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { applyPlanEdit } from "../logging/planEdit/applyPlanEdit.ts";
import { areaChoices, stageChoices, targetChoices } from "../logging/planEdit/placeChoices.ts";
import { planNodeOf } from "../logging/planEdit/planNodeOf.ts";
import { promptPlace } from "../logging/planEdit/promptPlace.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep } from "../ui/quickInput.ts";

/**
 * Moves an outcome, milestone, or target to another phase, stage, or year, with a preview of the dates that move.
 *
 * @param given a row, `{on}` with an ID, or `{focused: true}` for the focused row of the Roadmap view; otherwise the user chooses
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
	const title = vscode.l10n.t("Move: {0}", formatter.title(node));
	const to = await promptPlace(choicesFor(node, source), title, draft.field("area"));
	const dates = to && (await promptDates(node, source, to.name));
	if (!to || !dates) {
		return;
	}
	const edit = { kind: "move", node, to: to.place, dates, was: placeName(node, plan), now: to.name } as const;
	if (await applyPlanEdit(session, source, edit)) {
		draft.clear();
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
			const others = choices.filter(({ place }) => !itemsAt(place, source.plan)?.includes(item));
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

function itemsAt(place: ItemPlace, { phases, tracks, targets }: Plan): ReadonlyArray<Item> | undefined {
	switch (place.kind) {
		case "area":
			return phases.find(({ range }) => range.start === place.phaseAt)?.areas.find(({ title }) => title === place.area)
				?.items;
		case "stage":
			return tracks.flatMap(({ stages }) => stages).find(({ range }) => range.start === place.stageAt)?.items;
		case "targets":
			return targets.find(({ title }) => title === place.period)?.items;
	}
}

/** Where an item is, as the journal names it. */
function placeName(item: Item, { phases, tracks, targets }: Plan): string {
	const group = targets.find(({ items }) => items.includes(item));
	const stages = tracks.flatMap((track) => track.stages.map((stage) => ({ track, stage })));
	const milestone = stages.find(({ stage }) => stage.items.includes(item));
	const areas = phases.flatMap((phase) => phase.areas.map((area) => ({ phase, area })));
	const outcome = areas.find(({ area }) => area.items.includes(item));
	return (
		group?.title ??
		(milestone && `${milestone.track.title}: ${milestone.stage.title}`) ??
		(outcome && `${outcome.phase.title}: ${outcome.area.title}`) ??
		""
	);
}

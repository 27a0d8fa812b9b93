import * as vscode from "vscode";
import type { PlanPlace } from "../../plan/edit/place/itemPlace.ts";
import type { Row, RowPlace } from "../../viewmodel/rows/row.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import type { PromptDraft } from "../core/promptDrafts.ts";
import { applyPlanEdit } from "../logging/planEdit/applyPlanEdit.ts";
import { areaChoices, type PlaceChoice, stageChoices, targetChoices } from "../logging/planEdit/placeChoices.ts";
import { promptNewNode } from "../logging/planEdit/promptNewNode.ts";
import { promptPlace } from "../logging/planEdit/promptPlace.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep } from "../ui/quickInput.ts";

/**
 * Adds a target, milestone, outcome, commitment, or phase to the plan.
 *
 * @param given a row with a list, to add there; without it, the user is prompted for what to add and where
 */
export async function addToPlan(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(context);
	if (!found) {
		return;
	}
	const { session, source } = found;
	const draft = await session.promptDraft("add");
	const row = (given as { readonly row?: Row } | undefined)?.row;
	const place = row?.place ? await placeOfRow(row.place, source, draft) : await promptKind(source, draft);
	const node = place && (await promptNewNode(draft, source, place.kind, titleFor(place.kind)));
	if (place && node && (await applyPlanEdit(session, source, { kind: "add", place, node }))) {
		draft.clear();
	}
}

/** A phase has several areas, and a track several stages. */
async function placeOfRow(place: RowPlace, source: ViewSource, draft: PromptDraft): Promise<PlanPlace | undefined> {
	if (place.kind === "track") {
		return choosePlace("stage", stageChoices(source, place.trackAt), draft);
	}
	return place.kind === "area" && place.area === ""
		? choosePlace("area", areaChoices(source, place.phaseAt), draft)
		: place;
}

async function promptKind(source: ViewSource, draft: PromptDraft): Promise<PlanPlace | undefined> {
	const [areas, stages, targets] = [areaChoices(source), stageChoices(source), targetChoices(source)];
	const kinds: ReadonlyArray<vscode.QuickPickItem & { readonly kindOf: PlanPlace["kind"] }> = [
		{ kindOf: "targets", label: vscode.l10n.t("Target"), description: vscode.l10n.t("of a year or another period") },
		...(stages.length === 0
			? []
			: [
					{
						kindOf: "stage" as const,
						label: vscode.l10n.t("Milestone"),
						description: vscode.l10n.t("of a stage of a track"),
					},
				]),
		...(areas.length === 0
			? []
			: [{ kindOf: "area" as const, label: vscode.l10n.t("Outcome"), description: vscode.l10n.t("of a phase") }]),
		{ kindOf: "commitments", label: vscode.l10n.t("Commitment"), description: vscode.l10n.t("for every week") },
		{
			kindOf: "phases",
			label: vscode.l10n.t("Phase"),
			description: vscode.l10n.t("a stretch of the plan with a focus"),
		},
	];
	const title = vscode.l10n.t("Add to Plan");
	const chosen = await pickStep({ title, placeholder: vscode.l10n.t("What do you want to add?"), items: kinds });
	switch (chosen?.kindOf) {
		case undefined:
			return undefined;
		case "targets":
			return choosePlace("targets", targets, draft);
		case "stage":
			return choosePlace("stage", stages, draft);
		case "area":
			return choosePlace("area", areas, draft);
		case "phases":
		case "commitments":
			return { kind: chosen.kindOf };
	}
}

async function choosePlace(
	kind: PlanPlace["kind"],
	choices: ReadonlyArray<PlaceChoice>,
	draft: PromptDraft,
): Promise<PlanPlace | undefined> {
	return (await promptPlace(choices, titleFor(kind), draft.field("area")))?.place;
}

function titleFor(kind: PlanPlace["kind"]): string {
	switch (kind) {
		case "area":
			return vscode.l10n.t("Add an Outcome");
		case "stage":
			return vscode.l10n.t("Add a Milestone");
		case "targets":
			return vscode.l10n.t("Add a Target");
		case "phases":
			return vscode.l10n.t("Add a Phase");
		case "commitments":
			return vscode.l10n.t("Add a Commitment");
	}
}

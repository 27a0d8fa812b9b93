import * as vscode from "vscode";
import { applyChoices, offKey, type RepairChoice, type RepairState } from "../../../logging/backOnTrack/planRepairs.ts";
import { type OffTrack, offItem } from "../../../progress/backOnTrack/offTrack.ts";
import type { PlanRepair } from "../../../progress/backOnTrack/planRepair.ts";
import { formatDay } from "../../../time/day.ts";
import { plural } from "../../../util/plural.ts";
import { isPromiseWhole, promiseText, repairFailureText } from "../../../viewmodel/backOnTrack/repairText.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import { detach } from "../../core/detach.ts";
import type { PlanSession } from "../../session/planSession.ts";
import { escapeLabel } from "../../ui/escapeLabel.ts";
import { changePlan } from "../changePlan.ts";
import { offerUndo } from "../offerUndo.ts";
import { promptReason } from "../prompts/promptPlanChange.ts";
import { chooseOff, chooseRepair, openOff } from "./chooseRepair.ts";
import { previewRepairs } from "./previewRepairs.ts";
import { readRepairState } from "./readRepairState.ts";

/** What a way back is for, and what may become of it. */
export interface BackOnTrackOptions {
	/** The key of something that is off; undefined for everything. */
	readonly only?: string | undefined;
	/** Adds a promise to the review from which the ways back are listed. */
	readonly promise?: ((promise: PromisedRepair) => Promise<void>) | undefined;
}

/** A way back as a promise. */
export interface PromisedRepair {
	readonly text: string;
	/** The ID of the item. */
	readonly on?: string;
	/** `YYYY-MM-DD` */
	readonly due?: string;
}

/**
 * Lists what is off track, takes a choice for as many of them as the user likes, shows the changes, and makes them with a
 * reason as one step for Undo.
 */
export async function runBackOnTrack(
	session: PlanSession,
	source: ViewSource,
	options: BackOnTrackOptions = {},
): Promise<void> {
	let start = await readRepairState(session);
	let choices: ReadonlyArray<RepairChoice> = [];
	let isAgain = false;
	while (start) {
		const chosen = isAgain ? choices : await chooseAll(start, source, choices, options);
		if (!chosen || chosen.length === 0) {
			return;
		}
		choices = chosen;
		const outcome = await confirmAndApply(session, source, start, choices);
		if (outcome === "done") {
			return;
		}
		isAgain = outcome === "again";
		choices = outcome === "back" ? choices.slice(0, -1) : choices;
		start = await readRepairState(session);
	}
}

/** Prompts for ways back until the user asks for the changes; undefined if canceled, or if nothing is off. */
async function chooseAll(
	start: RepairState,
	source: ViewSource,
	given: ReadonlyArray<RepairChoice>,
	{ only, promise }: BackOnTrackOptions,
): Promise<ReadonlyArray<RepairChoice> | undefined> {
	let choices = given;
	const promised = new Set<string>();
	for (;;) {
		const state = applyChoices(start, choices, "");
		if (typeof state === "string") {
			tell(repairFailureText(state));
			return undefined;
		}
		const open = openOff(state, source, new Set([...choices.map(({ off }) => off), ...promised]));
		const wanted = only === undefined ? undefined : open.find((off) => offKey(off) === only);
		if (choices.length === 0 && (open.length === 0 || (only !== undefined && !wanted))) {
			if (promised.size > 0) {
				return undefined;
			}
			tell(vscode.l10n.t("Nothing is off track."));
			return undefined;
		}
		const off = wanted ?? (only === undefined ? await chooseOff(open, source, choices.length) : "preview");
		if (off === undefined || off === "preview") {
			return off && choices;
		}
		const { formatter } = source;
		const now = { ...source, plan: state.plan, snapshot: state.snapshot };
		const chosen = await chooseRepair(
			state,
			off,
			now,
			promise && ((repair) => isPromiseWhole(repair, offItem(off), formatter)),
		);
		if (chosen === undefined || (chosen === "back" && only !== undefined)) {
			return undefined;
		}
		if (chosen !== "back" && chosen.as === "promise") {
			await promise?.(promiseOf(chosen.option.repair, off, source));
			promised.add(offKey(off));
		} else if (chosen !== "back") {
			choices = [...choices, { off: offKey(off), repair: chosen.option.repair.kind }];
		}
	}
}

function promiseOf(repair: PlanRepair, off: OffTrack, { formatter }: ViewSource): PromisedRepair {
	const item = offItem(off);
	return {
		text: promiseText(repair, item, formatter),
		...(item ? { on: item.id } : {}),
		...(repair.kind === "later" ? { due: formatDay(repair.due) } : {}),
	};
}

/**
 * Shows the changes, prompts for the reason, and makes them. If the plan has changed since, they are to be computed and
 * shown again.
 */
async function confirmAndApply(
	session: PlanSession,
	source: ViewSource,
	start: RepairState,
	choices: ReadonlyArray<RepairChoice>,
): Promise<"done" | "back" | "again"> {
	const shown = applyChoices(start, choices, "");
	if (typeof shown === "string") {
		// The plan has changed so that a choice no longer exists.
		tell(repairFailureText(shown));
		return "done";
	}
	const draft = await session.promptDraft("backOnTrack");
	const accepted = await previewRepairs(session, start, shown, source);
	if (accepted === "back") {
		return "back";
	}
	const why = accepted ? await promptReason(draft) : undefined;
	if (why === undefined) {
		return "done";
	}
	const now = await readRepairState(session);
	if (!now) {
		return "done";
	}
	if (now.text !== start.text) {
		tell(vscode.l10n.t("The plan changed in the meantime. The changes were computed again."));
		return "again";
	}
	const result = applyChoices(now, choices, why);
	if (typeof result === "string") {
		tell(repairFailureText(result));
		return "done";
	}
	if (await changePlan(session, { before: now.text, after: result.text }, result.entries)) {
		draft.clear();
		offerUndo(doneText(result, source, choices));
	}
	return "done";
}

function doneText(after: RepairState, source: ViewSource, choices: ReadonlyArray<RepairChoice>): string {
	const [only] = choices;
	const item = choices.length === 1 ? after.plan.items.find(({ id }) => `item:${id}` === only?.off) : undefined;
	return item
		? vscode.l10n.t("Replanned: {0}", source.formatter.title(item))
		: vscode.l10n.t("Back on track: {0}", changesText(after.entries.length));
}

function changesText(count: number): string {
	return plural(count, vscode.l10n.t("1 change of the plan"), vscode.l10n.t("{0} changes of the plan", count));
}

function tell(message: string): void {
	detach(vscode.window.showInformationMessage(escapeLabel(message)));
}

import * as vscode from "vscode";
import {
	movedByRepair,
	offKey,
	type RepairOption,
	type RepairState,
	repairOptions,
} from "../../../logging/backOnTrack/planRepairs.ts";
import { type OffTrack, offItem, offTrack } from "../../../progress/backOnTrack/offTrack.ts";
import type { PlanRepair } from "../../../progress/backOnTrack/planRepair.ts";
import { plural } from "../../../util/plural.ts";
import { isOffHidden, offTrackText } from "../../../viewmodel/backOnTrack/offTrackText.ts";
import { movesAlongText, repairFailureText, repairText } from "../../../viewmodel/backOnTrack/repairText.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import { pickStep } from "../../ui/quickInput.ts";

/** What is off track and not treated yet, worst first. */
export function openOff(state: RepairState, source: ViewSource, treated: ReadonlySet<string>): ReadonlyArray<OffTrack> {
	return offTrack(state.snapshot).filter((off) => !treated.has(offKey(off)) && !isOffHidden(off, source));
}

/** Prompts for something that is off track, or to show the changes chosen so far; undefined if canceled. */
export async function chooseOff(
	open: ReadonlyArray<OffTrack>,
	source: ViewSource,
	chosen: number,
): Promise<OffTrack | "preview" | undefined> {
	const preview = {
		off: "preview" as const,
		label: `$(diff) ${vscode.l10n.t("Show the changes")}`,
		description: plural(chosen, vscode.l10n.t("1 choice"), vscode.l10n.t("{0} choices", chosen)),
	};
	const items = [
		...(chosen > 0 ? [preview] : []),
		...open.map((off) => {
			const { title, reason, icon } = offTrackText(off, source);
			return { off, label: `$(${icon}) ${title}`, description: reason };
		}),
	];
	const title = vscode.l10n.t("Get Back on Track");
	const placeholder =
		chosen > 0
			? vscode.l10n.t("Show the changes, or choose something else that is off track")
			: vscode.l10n.t("What is off track, worst first");
	return (await pickStep<(typeof items)[number]>({ title, placeholder, items }))?.off;
}

/** Whether a way back changes the plan, or becomes a promise of a review. */
export interface ChosenRepair {
	readonly option: RepairOption;
	readonly as: "change" | "promise";
}

/**
 * Prompts for a way back; undefined if canceled. What can't be made is listed with the reason, and can't be chosen, unless it
 * can be a promise.
 *
 * @param canPromise whether a way back can be a promise as it is shown; undefined where none can
 */
export async function chooseRepair(
	state: RepairState,
	off: OffTrack,
	source: ViewSource,
	canPromise: ((repair: PlanRepair) => boolean) | undefined,
): Promise<ChosenRepair | "back" | undefined> {
	const { title, reason } = offTrackText(off, source);
	const items = repairOptions(state, off).map((option) => repairItem(state, option, off, source));
	for (;;) {
		const step = { title, placeholder: reason, items, back: true } as const;
		const chosen = await pickStep<(typeof items)[number]>(step);
		if (chosen === undefined || chosen === "back") {
			return chosen;
		}
		const { option, isTaken } = chosen;
		const as = canPromise
			? await chooseUse(chosen.name, { canChange: isTaken, canPromise: canPromise(option.repair) })
			: isTaken && "change";
		if (as === undefined) {
			return undefined;
		}
		if (as === "change" || as === "promise") {
			return { option, as };
		}
	}
}

/** Prompts whether to change the plan or to promise it; false to choose again. */
async function chooseUse(
	title: string,
	{ canChange, canPromise }: { readonly canChange: boolean; readonly canPromise: boolean },
): Promise<ChosenRepair["as"] | false | undefined> {
	const promise = {
		as: canPromise && ("promise" as const),
		label: `$(checklist) ${vscode.l10n.t("Promise it in the review")}`,
		description: canPromise
			? vscode.l10n.t("The plan stays as it is")
			: vscode.l10n.t("Turn off discreet mode first: the promise would be saved without its amount"),
	};
	const change = { as: "change" as const, label: `$(diff) ${vscode.l10n.t("Change the plan")}`, description: "" };
	const items: ReadonlyArray<typeof promise | typeof change> = canChange ? [change, promise] : [promise];
	const placeholder = vscode.l10n.t("Choose what to do with it");
	const chosen = await pickStep<(typeof items)[number]>({ title, placeholder, items, back: true });
	return chosen === "back" ? false : chosen?.as;
}

function repairItem(state: RepairState, { repair, result }: RepairOption, off: OffTrack, { formatter }: ViewSource) {
	const item = offItem(off);
	const { icon, label, chance, detail } = repairText(repair, item, formatter);
	const last =
		typeof result === "string"
			? repairFailureText(result)
			: movesAlongText(movedByRepair(state, result), item, formatter);
	return {
		option: { repair, result },
		name: label,
		isTaken: typeof result !== "string" && repair.steps.length > 0,
		label: `$(${icon}) ${label}`,
		description: chance,
		detail: [detail, last].filter(Boolean).join(" "),
	};
}

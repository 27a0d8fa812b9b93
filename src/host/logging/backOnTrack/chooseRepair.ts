import * as vscode from "vscode";
import {
	offKey,
	type RepairOption,
	type RepairState,
	repairOptions,
} from "../../../logging/backOnTrack/planRepairs.ts";
import { type OffTrack, offTrack } from "../../../progress/backOnTrack/offTrack.ts";
import { plural } from "../../../util/plural.ts";
import { isOffHidden, offTrackText } from "../../../viewmodel/backOnTrack/offTrackText.ts";
import { repairFailureText, repairText } from "../../../viewmodel/backOnTrack/repairText.ts";
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

/** Prompts for a way back; undefined if canceled. What can't be made is listed with the reason, and can't be chosen. */
export async function chooseRepair(
	state: RepairState,
	off: OffTrack,
	source: ViewSource,
): Promise<RepairOption | "back" | undefined> {
	const { title, reason } = offTrackText(off, source);
	const items = repairOptions(state, off).map((option) => repairItem(option, off, source));
	for (;;) {
		const step = { title, placeholder: reason, items, back: true } as const;
		const chosen = await pickStep<(typeof items)[number]>(step);
		if (chosen === undefined || chosen === "back") {
			return chosen;
		}
		if (chosen.isTaken) {
			return chosen.option;
		}
	}
}

function repairItem(option: RepairOption, off: OffTrack, { formatter }: ViewSource) {
	const { repair, result } = option;
	const { icon, label, chance, detail } = repairText(repair, off.kind === "item" ? off.item : undefined, formatter);
	const problem = typeof result === "string" ? repairFailureText(result) : "";
	return {
		option,
		isTaken: typeof result !== "string" && repair.steps.length > 0,
		label: `$(${icon}) ${label}`,
		description: chance,
		detail: [detail, problem].filter(Boolean).join(" "),
	};
}

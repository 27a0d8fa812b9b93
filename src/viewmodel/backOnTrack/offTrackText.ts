import * as l10n from "@vscode/l10n";
import type { OffReason, OffTrack } from "../../progress/backOnTrack/offTrack.ts";
import { chanceText } from "../forecast/forecastText.ts";
import { reachedTexts } from "../text/itemText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** What is off track, in words: its title and the reason. */
export interface OffTrackText {
	readonly title: string;
	readonly reason: string;
	/** The name of a codicon. */
	readonly icon: string;
}

/** What is off track, in words. */
export function offTrackText(off: OffTrack, source: ViewSource): OffTrackText {
	const { formatter, snapshot } = source;
	switch (off.kind) {
		case "weeks": {
			const { kept, of } = off.kept;
			const reason = l10n.t("{0} of the last {1} weeks kept", kept, of);
			return { title: l10n.t("The week"), reason, icon: "calendar" };
		}
		case "phase":
			return {
				title: formatter.title(off.phase),
				reason: l10n.t("{0} of {1} open items are off track", off.late.length, off.of),
				icon: "milestone",
			};
		case "item": {
			const progress = snapshot.progressOf(off.item);
			const reason = [reasonText(off.reason, source), ...reachedTexts(off.item, progress, formatter)];
			return { title: formatter.title(off.item), reason: reason.join(" · "), icon: iconOf(off.reason) };
		}
	}
}

/** Whether it must not be shown in discreet mode. */
export function isOffHidden(off: OffTrack, { formatter }: ViewSource): boolean {
	switch (off.kind) {
		case "weeks":
			return false;
		case "phase":
			return isHidden(off.phase, formatter);
		case "item":
			return isHidden(off.item, formatter);
	}
}

function reasonText(reason: OffReason, { formatter, today }: ViewSource): string {
	const { due } = reason;
	switch (reason.kind) {
		case "overdue":
			return l10n.t("was due {0}", formatter.relative(due, today));
		case "unlikely":
			return chanceText(reason.chance, due, formatter);
		case "behind":
			return l10n.t("behind, due {0}", formatter.relative(due, today));
	}
}

function iconOf({ kind }: OffReason): string {
	return kind === "overdue" ? "warning" : "graph-line";
}

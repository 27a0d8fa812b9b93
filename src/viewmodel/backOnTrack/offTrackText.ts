import * as l10n from "@vscode/l10n";
import { type OffReason, type OffTrack, offTrack } from "../../progress/backOnTrack/offTrack.ts";
import { chanceText } from "../forecast/forecastText.ts";
import type { Formatter } from "../text/formatter.ts";
import { reachedTexts } from "../text/itemText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";

/** The number of titles in a sentence. */
const mostNamed = 3;

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
			return { title: offTitle(off, formatter), reason, icon: "calendar" };
		}
		case "phase":
			return {
				title: offTitle(off, formatter),
				reason: l10n.t("{0} of {1} open items are off track", off.late.length, off.of),
				icon: "milestone",
			};
		case "item": {
			const progress = snapshot.progressOf(off.item);
			const reason = [reasonText(off.reason, source), ...reachedTexts(off.item, progress, formatter)];
			return { title: offTitle(off, formatter), reason: reason.join(" · "), icon: iconOf(off.reason) };
		}
	}
}

/** Names what is off track, as far as forecasts are known: "Off track: The week, Talks, and 2 more"; empty if nothing is. */
export function offTrackSentence(source: ViewSource): string {
	const { snapshot, formatter } = source;
	const off = offTrack(snapshot, (item) => snapshot.forecasts.known(item)).filter((each) => !isOffHidden(each, source));
	const titles = off.slice(0, mostNamed).map((each) => offTitle(each, formatter));
	const more = off.length - titles.length;
	const named = titles.join(", ");
	if (off.length === 0) {
		return "";
	}
	return more > 0 ? l10n.t("Off track: {0}, and {1} more", named, more) : l10n.t("Off track: {0}", named);
}

function offTitle(off: OffTrack, formatter: Formatter): string {
	switch (off.kind) {
		case "weeks":
			return l10n.t("The week");
		case "phase":
			return formatter.title(off.phase);
		case "item":
			return formatter.title(off.item);
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

import * as l10n from "@vscode/l10n";
import type { Driver, Plan } from "../../plan/plan.ts";
import type { DriveCounts } from "../../progress/drives/driveCounts.ts";
import type { Drive } from "../../progress/drives/drives.ts";
import type { Formatter } from "../text/formatter.ts";

/** What a row says about a driver and what it drives: "after a rise 9 of 14, otherwise 3 of 10". */
export function driveRowText({ direction, ahead, others }: DriveCounts): string {
	const counts = [ahead.moved, ahead.months, others.moved, others.months];
	return direction === 1
		? l10n.t("after a rise {0} of {1}, otherwise {2} of {3}", ...counts)
		: l10n.t("after a fall {0} of {1}, otherwise {2} of {3}", ...counts);
}

/** The counts as a sentence, or that the record is too short for counts. */
export function driveText({ driver, driven, counts }: Drive, formatter: Formatter): string {
	const found = counts();
	if (!found) {
		return l10n.t("There aren't enough months with numbers, hours, or trends of both to count.");
	}
	const { direction, ahead, others } = found;
	const [first, second] = [formatter.title(driver), formatter.title(driven)];
	const moved = l10n.t("“{0}” moved within a quarter in {1} of them.", second, ahead.moved);
	const rest = l10n.t("Other months: {0}. It moved in {1} of them.", others.months, others.moved);
	const months =
		direction === 1
			? l10n.t("Months in which “{0}” rose: {1}.", first, ahead.months)
			: l10n.t("Months in which “{0}” fell: {1}.", first, ahead.months);
	return [months, moved, rest].join(" ");
}

/** The titles of the items that a node is meant to move. */
export function drivenTitles({ drives }: Driver, { byId }: Plan, formatter: Formatter): ReadonlyArray<string> {
	return [...new Set(drives.map(({ id }) => id))].flatMap((id) => {
		const driven = byId.get(id);
		return driven ? [formatter.title(driven)] : [];
	});
}

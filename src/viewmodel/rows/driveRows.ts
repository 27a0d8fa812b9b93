import * as l10n from "@vscode/l10n";
import type { Drive } from "../../progress/drives/drives.ts";
import { driveRowText, driveText } from "../drives/driveText.ts";
import { isHidden } from "../text/privacy.ts";
import type { ViewSource } from "../text/viewSource.ts";
import { hiddenRow } from "./hiddenRow.ts";
import type { Row } from "./row.ts";

/** What is meant to move what, with what the record says about it: one row for each pair. */
export function driveRows(source: ViewSource): ReadonlyArray<Row> {
	return source.snapshot.drives.map((drive) => driveRow(drive, source));
}

function driveRow(drive: Drive, { formatter }: ViewSource): Row {
	const { driver, driven, counts } = drive;
	const id = `drive:${driver.id}:${driven.id}`;
	if (isHidden(driver, formatter) || isHidden(driven, formatter)) {
		return hiddenRow(id);
	}
	const found = counts();
	const facts = found ? [driveRowText(found)] : [];
	const [first, second] = [formatter.title(driver), formatter.title(driven)];
	return {
		id,
		label: `${first} → ${second}`,
		description: facts.join(" · "),
		accessibleName: [l10n.t("{0} drives {1}", first, second), ...facts].join(", "),
		icon: "link",
		range: driver.range,
		can: ["openPlan"],
		tooltip: () => [
			{ kind: "heading", text: `${first} → ${second}` },
			{ kind: "text", text: driveText(drive, formatter) },
			...(found ? [{ kind: "text" as const, text: l10n.t("These are counts. They don't say what caused what.") }] : []),
		],
	};
}

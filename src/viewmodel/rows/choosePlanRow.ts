import * as l10n from "@vscode/l10n";
import type { Row } from "./row.ts";

/** The location of a plan, such as a URI. */
interface Place {
	readonly path: string;
}

/** The row to choose another plan; none if there is only one. */
export function choosePlanRow({
	all,
	active,
}: {
	readonly all: ReadonlyArray<Place>;
	readonly active: Place | undefined;
}): ReadonlyArray<Row> {
	if (!active || all.length < 2) {
		return [];
	}
	const label = planName(active);
	const description = l10n.t("1 of {0} plans", all.length);
	return [
		{
			id: "plan",
			label,
			description,
			accessibleName: l10n.t("Plan: {0}, {1}. Choose another one.", label, description),
			icon: "folder-library",
			command: { id: "waymark.choosePlan", args: [] },
		},
	];
}

/** The label of a plan among several: its folder and name. */
export function planName({ path }: Place): string {
	return path.split("/").slice(-2).join("/");
}

import * as l10n from "@vscode/l10n";
import type { ForecastNode } from "../../progress/forecast/forecastGroups.ts";
import { arrivalRowTexts, forecastTexts } from "../forecast/forecastText.ts";
import type { ViewSource } from "../text/viewSource.ts";
import type { TooltipPart } from "./row.ts";

/** What the tooltip of a phase, stage or track says of when all its items are likely to be done. */
export function groupForecastParts(node: ForecastNode, source: ViewSource): ReadonlyArray<TooltipPart> {
	const forecast = source.snapshot.forecasts.ofGroup(node);
	if (!forecast || forecast.state === "reached") return [];
	return [{ kind: "fact", name: l10n.t("Forecast"), text: forecastTexts(datesOf(node), forecast, source).join(", ") }];
}

/** What its row says: nothing where all is well, or while that isn't known yet. */
export function groupForecastTexts(node: ForecastNode, { snapshot, formatter }: ViewSource): ReadonlyArray<string> {
	return arrivalRowTexts(datesOf(node), snapshot.forecasts.knownGroup(node), formatter);
}

function datesOf(node: ForecastNode): Pick<Exclude<ForecastNode, { readonly stages: unknown }>, "span"> {
	return "span" in node && node.span ? { span: node.span } : {};
}

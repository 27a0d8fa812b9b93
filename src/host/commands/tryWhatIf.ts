import * as vscode from "vscode";
import type { Item } from "../../plan/plan.ts";
import { forecastTexts, rateTexts } from "../../viewmodel/forecast/forecastText.ts";
import { type WhatIfReading, whatIfReadings } from "../../viewmodel/forecast/whatIfText.ts";
import { reachedTexts } from "../../viewmodel/text/itemText.ts";
import { isHidden } from "../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { detach } from "../core/detach.ts";
import { commandArguments } from "../logging/commandArguments.ts";
import { requireSource } from "../logging/requireSource.ts";
import { resolveTargetArg } from "../logging/resolveTargetArg.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { pickStep, searchStep } from "../ui/quickInput.ts";

interface ReadingItem extends vscode.QuickPickItem {
	readonly reading?: WhatIfReading;
}

/**
 * Shows the effect of another rate, date, or goal on an item, while it is typed. Nothing is written; Enter continues with
 * Replan with the value filled in.
 *
 * @param given a row, or `{on}`; without it, the user is prompted for the item
 */
export async function tryWhatIf(context: CommandContext, given?: unknown): Promise<void> {
	const source = (await requireSource(context))?.source;
	if (!source) {
		return;
	}
	const on = resolveTargetArg(source, commandArguments(given));
	if (on === "unknown") {
		return;
	}
	const item = on === undefined ? await pickItem(source) : source.snapshot.items.get(on);
	if (!item) {
		return;
	}
	if (!canTry(item, source)) {
		tell(
			source.snapshot.forecasts.isOn
				? vscode.l10n.t('There is no forecast for "{0}".', source.formatter.title(item))
				: vscode.l10n.t("Forecasts are off. Turn on the setting waymark.forecasts to use them."),
		);
		return;
	}
	const replan = (await tryOut(item, source))?.replan;
	if (replan) {
		await vscode.commands.executeCommand("waymark.replan", { on: item.id, ...replan });
	}
}

async function pickItem(source: ViewSource): Promise<Item | undefined> {
	const { plan, snapshot, formatter } = source;
	const items = plan.items
		.filter((item) => canTry(item, source))
		.map((item) => ({
			item,
			label: formatter.title(item),
			description: reachedTexts(item, snapshot.progressOf(item), formatter).join(" · "),
		}));
	if (items.length === 0) {
		tell(vscode.l10n.t("The plan has no item with a forecast."));
		return undefined;
	}
	const placeholder = vscode.l10n.t("Which one?");
	return (await pickStep({ title: vscode.l10n.t("What If"), placeholder, items }))?.item;
}

function canTry(item: Item, { snapshot, formatter }: ViewSource): boolean {
	return !isHidden(item, formatter) && (snapshot.forecasts.question(item)?.missing ?? 0) > 0;
}

async function tryOut(item: Item, source: ViewSource): Promise<WhatIfReading | undefined> {
	const answer = await searchStep<ReadingItem>({
		title: vscode.l10n.t("What If: {0}", source.formatter.title(item)),
		placeholder: vscode.l10n.t("A rate (2 a week), a date (2027-06), or a goal (120)"),
		typed: "",
		itemsFor: (typed) => ({ items: typed.trim() === "" ? asItIs(item, source) : tried(item, typed, source) }),
		isTaken: ({ reading }) => reading?.replan !== undefined,
	});
	return answer?.item.reading;
}

function asItIs(item: Item, source: ViewSource): ReadonlyArray<ReadingItem> {
	const forecast = source.snapshot.forecastOf(item);
	const texts = forecast ? forecastTexts(item, forecast, source) : [];
	const detail = forecast ? rateTexts(item, forecast, source.formatter).join(", ") : "";
	return [{ label: `$(graph-line) ${texts.join(", ")}`, ...(detail ? { detail } : {}), alwaysShow: true }];
}

function tried(item: Item, typed: string, source: ViewSource): ReadonlyArray<ReadingItem> {
	const readings = whatIfReadings(item, typed, source);
	if (readings.length === 0) {
		const label = vscode.l10n.t("Enter a rate (2 a week), a date (2027-06), or a goal (120).");
		return [{ label: `$(info) ${label}`, alwaysShow: true }];
	}
	return readings.map((reading) => ({
		reading,
		label: `$(${reading.replan ? "graph-line" : "info"}) ${reading.text}`,
		description: reading.detail,
		...(reading.replan ? { detail: vscode.l10n.t("Enter: Replan with this value") } : {}),
		alwaysShow: true,
	}));
}

function tell(message: string): void {
	detach(vscode.window.showInformationMessage(message));
}

import * as vscode from "vscode";
import { parseHours } from "../../../amount/hours.ts";
import { parseQuantity } from "../../../amount/parseQuantity.ts";
import { spanOfWhen } from "../../../logging/delayedWhen.ts";
import type { NewNode } from "../../../plan/edit/place/addNode.ts";
import type { PlanPlace } from "../../../plan/edit/place/itemPlace.ts";
import { parsePeriod } from "../../../time/period.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import type { PromptDraft } from "../../core/promptDrafts.ts";
import { promptText, type TextPrompt } from "./promptText.ts";

/** Prompts for what is added to a place: its title, and its goal, hours, or dates; undefined if canceled. */
export async function promptNewNode(
	draft: PromptDraft,
	source: ViewSource,
	place: PlanPlace["kind"],
	title: string,
): Promise<NewNode | undefined> {
	const named = await promptText({
		title,
		prompt: vscode.l10n.t("What is it called?"),
		placeholder: vscode.l10n.t("Title"),
		problemOf: (text) => (text === "" ? vscode.l10n.t("Enter a title.") : undefined),
		draft: draft.field("title"),
	});
	if (named === undefined) {
		return undefined;
	}
	const { key, ...detail } = detailOf(place, source);
	const typed = await promptText({ ...detail, title, draft: draft.field(key) });
	return typed === undefined ? undefined : { title: named, ...(typed === "" ? {} : { [key]: typed }) };
}

type Detail = Pick<TextPrompt, "prompt" | "placeholder" | "problemOf" | "infoOf"> & { readonly key: string };

function detailOf(place: PlanPlace["kind"], source: ViewSource): Detail {
	switch (place) {
		case "commitments":
			return {
				key: "hours",
				prompt: vscode.l10n.t("Hours per week, for example 2 or 2-3 (optional)"),
				placeholder: "2-3",
				problemOf: (text) =>
					text === "" || parseHours(text)
						? undefined
						: vscode.l10n.t("Enter hours per week, for example 2, 1.5, or 4-5."),
			};
		case "phases":
			return {
				key: "when",
				prompt: vscode.l10n.t("When? For example months 1-6 or years 2-3 (optional)"),
				placeholder: "years 2-3",
				problemOf: (text) =>
					text === "" || isPeriod(text)
						? undefined
						: vscode.l10n.t("Enter when, for example months 1-6, by year 2, or 2027-Q3."),
				infoOf(text) {
					const span = isPeriod(text) ? spanOfWhen(text, source.plan) : undefined;
					return span && source.formatter.dates(span);
				},
			};
		default:
			return {
				key: "goal",
				prompt: vscode.l10n.t("How much? For example 8-12 people or $1M+. Leave empty to mark it as done instead."),
				placeholder: "100+",
				problemOf: (text) =>
					text === "" || typeof parseQuantity(text) === "object"
						? undefined
						: vscode.l10n.t("Enter how much, for example 100+, 8-12 people, $1M+, at most 2, or 4 per quarter."),
			};
	}
}

function isPeriod(text: string): boolean {
	return typeof parsePeriod(text) === "object";
}

import * as vscode from "vscode";
import type { ItemPlace } from "../../../plan/edit/place/itemPlace.ts";
import { pickStep } from "../../ui/quickInput.ts";
import type { PlaceChoice } from "./placeChoices.ts";
import { promptText, type TextPrompt } from "./promptText.ts";

/** A place, and its name in messages and in the journal. */
export interface NamedPlace {
	readonly place: ItemPlace;
	readonly name: string;
	/** Where in the list, counted without the moved item; the end if omitted. */
	readonly index?: number;
}

/** Prompts for a list of items, and for the name of a new area; undefined if canceled. */
export async function promptPlace(
	choices: ReadonlyArray<PlaceChoice | vscode.QuickPickItem>,
	title: string,
	draft: TextPrompt["draft"],
): Promise<NamedPlace | undefined> {
	const chosen = await pickStep({ title, placeholder: vscode.l10n.t("Where?"), items: choices });
	if (!chosen || !("place" in chosen)) {
		return undefined;
	}
	const { place, name } = chosen;
	if (place.kind !== "area" || place.area !== "") {
		return { place, name };
	}
	const area = await promptText({
		title,
		prompt: vscode.l10n.t("The area of the phase, for example technical or networking"),
		placeholder: vscode.l10n.t("Area"),
		problemOf: (text) => (text === "" ? vscode.l10n.t("Enter an area.") : undefined),
		draft,
	});
	return area === undefined ? undefined : { place: { ...place, area }, name: `${name}: ${area}` };
}

import * as vscode from "vscode";
import { RoadmapSearch, type SearchHit, type SearchHits } from "../../viewmodel/search/roadmapSearch.ts";
import { sliceOf } from "../core/timeSlices.ts";
import { openEntry } from "../logging/openEntry.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import type { PlanSession } from "../session/planSession.ts";
import { searchStep } from "../ui/quickInput.ts";

interface HitItem extends vscode.QuickPickItem {
	/** Undefined for separators and messages. */
	readonly hit?: SearchHit;
}

/** Searches the plan, the reviews, and the journal, and opens the chosen hit at its place. */
export async function searchRoadmap(context: CommandContext): Promise<void> {
	const found = await requireSource(context);
	if (!found) {
		return;
	}
	const { session, source } = found;
	const search = new RoadmapSearch(source);
	const answer = await searchStep<HitItem>({
		title: vscode.l10n.t("Search Roadmap"),
		placeholder: vscode.l10n.t("Search the plan, the journal, and the reviews"),
		typed: "",
		draft: (await session.promptDraft("search")).field("text"),
		itemsFor(typed) {
			const shown = (hits: SearchHits) => ({ items: itemsOf(hits, typed) });
			const steps = search.steps(typed);
			const { result } = sliceOf(steps);
			return result ? shown(result.value) : session.slices.run(steps).then(shown);
		},
		isTaken: ({ hit }) => hit !== undefined,
	});
	if (answer?.item.hit) {
		await open(answer.item.hit, session, context);
	}
}

function itemsOf({ plan, reviews, journal }: SearchHits, typed: string): ReadonlyArray<HitItem> {
	const items = [
		...group(vscode.l10n.t("Plan"), plan),
		...group(vscode.l10n.t("Reviews"), reviews),
		...group(vscode.l10n.t("Journal"), journal),
	];
	return items.length > 0 || typed.trim() === ""
		? items
		: [{ label: `$(info) ${vscode.l10n.t("Nothing was found.")}`, alwaysShow: true }];
}

/** VS Code hides separators while a text is typed: each row has an icon of its kind. */
function group(label: string, hits: ReadonlyArray<SearchHit>): ReadonlyArray<HitItem> {
	const separator = { label, kind: vscode.QuickPickItemKind.Separator };
	const items = hits.map((hit): HitItem => {
		const { icon, description, detail } = hit;
		const line = detail.replace(/\s+/g, " ").trim();
		return {
			hit,
			label: `$(${icon}) ${hit.label}`,
			description,
			...(line === "" ? {} : { detail: line }),
			alwaysShow: true,
		};
	});
	return items.length > 0 ? [separator, ...items] : [];
}

async function open({ place }: SearchHit, session: PlanSession, context: CommandContext): Promise<void> {
	switch (place.in) {
		case "plan":
			await vscode.commands.executeCommand("waymark.openPlan", { range: place.range });
			return;
		case "review":
			await (await context.roadmap.reviews())?.open(place.key);
			return;
		case "journal":
			await openEntry(session, place.entry);
			return;
	}
}

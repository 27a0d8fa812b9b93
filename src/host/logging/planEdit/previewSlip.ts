import * as vscode from "vscode";
import { movedReviews } from "../../../logging/movedReviews.ts";
import { type MovedDate, movedDates, type PlanChange } from "../../../logging/planChange.ts";
import { slipSteps } from "../../../logging/slipSteps.ts";
import type { Item } from "../../../plan/plan.ts";
import { movesText } from "../../../viewmodel/text/planChangeText.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import type { PlanSession } from "../../session/planSession.ts";
import { pickStep } from "../../ui/quickInput.ts";
import { changePlan } from "../changePlan.ts";
import { offerUndo } from "../offerUndo.ts";
import { preparePlanSteps } from "../preparePlanChange.ts";
import { applyItem, movedItem } from "./movedPreview.ts";

interface SlipItem extends vscode.QuickPickItem {
	/** What a choice turns on or off; without it, the plan is changed. */
	readonly turns?: keyof Chosen;
}

/** What moves besides the later dates of the plan, if the user chooses it. */
interface Chosen {
	readonly overdue: boolean;
	readonly reviews: boolean;
}

/**
 * Shows what a slip moves and what stays. Recurring reviews and overdue items move only if the user chooses it. Then changes
 * the plan in one step.
 *
 * @param why the reason; empty for none
 * @returns whether the plan was changed
 */
export async function previewSlip(
	session: PlanSession,
	source: ViewSource,
	change: Extract<PlanChange, { readonly kind: "slip" }>,
	why: string,
): Promise<boolean> {
	const { plan, today } = source;
	const prepare = (reviews: boolean, overdue: ReadonlyArray<Item>) =>
		preparePlanSteps(session, slipSteps(change, { reviews, overdue }, today), why);
	const plain = await prepare(true, []);
	if (!plain) {
		return false;
	}
	const moves = new Set(movedDates(plan, plain.planned).map(({ id }) => id));
	const late = source.snapshot.overdue.items.filter(({ id }) => !moves.has(`item:${id}`));
	const recurring = movedReviews(plan, plain.planned, today).length;
	let chosen: Chosen = { overdue: false, reviews: false };
	let active: keyof Chosen | undefined;
	for (;;) {
		const prepared = await prepare(chosen.reviews, chosen.overdue ? late : []);
		if (!prepared) {
			return false;
		}
		const moved = [...movedDates(plan, prepared.planned), ...movedReviews(plan, prepared.planned, today)];
		const items = itemsOf({ moved, late, recurring, chosen }, source);
		const answer = await pickStep<SlipItem>({
			title: vscode.l10n.t("What would move"),
			placeholder: vscode.l10n.t("Press Enter to change the plan or Escape to cancel"),
			items,
			active: items.find(({ turns }) => turns !== undefined && turns === active),
		});
		if (answer?.turns) {
			active = answer.turns;
			chosen = { ...chosen, [active]: !chosen[active] };
			continue;
		}
		const isChanged = answer !== undefined && (await changePlan(session, prepared.swap, prepared.entries));
		if (isChanged) {
			offerUndo(vscode.l10n.t("Replanned: {0}", movesText(moved.length)));
		}
		return isChanged;
	}
}

interface Shown {
	readonly moved: ReadonlyArray<MovedDate>;
	/** The overdue items that the slip doesn't reach. */
	readonly late: ReadonlyArray<Item>;
	/** How many recurring reviews could move. */
	readonly recurring: number;
	readonly chosen: Chosen;
}

/** The change, what can move as well, what moves, and the overdue items that stay. */
function itemsOf({ moved, late, recurring, chosen }: Shown, source: ViewSource): ReadonlyArray<SlipItem> {
	const option = (turns: keyof Chosen, text: string, count: number): ReadonlyArray<SlipItem> => {
		const icon = chosen[turns] ? "pass-filled" : "circle-large-outline";
		return count === 0 ? [] : [{ label: `$(${icon}) ${text}`, description: String(count), turns }];
	};
	const stay = chosen.overdue ? [] : late;
	const separator = { label: vscode.l10n.t("Overdue, not moved"), kind: vscode.QuickPickItemKind.Separator };
	return [
		applyItem(moved),
		...option("overdue", vscode.l10n.t("Move overdue items too"), late.length),
		...option("reviews", vscode.l10n.t("Move recurring reviews too"), recurring),
		...moved.map((each) => movedItem(each, source)),
		...(stay.length > 0 ? [separator] : []),
		...stay.map((item) => ({ label: source.formatter.title(item), description: "" })),
	];
}

import * as vscode from "vscode";
import type { EntryOf } from "../../journal/entry.ts";
import type { NewEntry } from "../../journal/newEntry.ts";
import { verdicts } from "../../journal/verdict.ts";
import { mostFocus, type WeekFocus } from "../../progress/week/weekFocus.ts";
import { formatDay } from "../../time/day.ts";
import {
	focusChoices,
	lastWeekText,
	titleOf,
	type WeekToPlan,
	weekToPlan,
} from "../../viewmodel/focus/focusChoices.ts";
import { focusVerdictText } from "../../viewmodel/rows/focus/focusRows.ts";
import { isHidden } from "../../viewmodel/text/privacy.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { requireSession } from "../logging/requireSession.ts";
import { saveNewEntries } from "../logging/saveNewEntries.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import type { PlanSession } from "../session/planSession.ts";
import { pickManyStep, pickStep } from "../ui/quickInput.ts";

type Kept = NonNullable<EntryOf<"focus">["kept"]>;

interface VerdictItem extends vscode.QuickPickItem {
	readonly verdict?: Kept[number]["verdict"];
}

interface ChoiceItem extends vscode.QuickPickItem {
	readonly id?: string;
}

/** Plans the week: asks once what became of the last focus, and then for at most three things to focus on. */
export async function planMyWeek(context: CommandContext): Promise<void> {
	const found = await requireSession(context);
	const source = await found?.session.sourceWithForecasts();
	if (!found || !source) {
		return;
	}
	const toPlan = weekToPlan(source);
	const kept = toPlan.unanswered ? await promptVerdicts(toPlan.unanswered, toPlan, source) : [];
	const on = kept && (await promptFocus(toPlan, source, kept));
	if (kept && on) {
		await save(found.session, source, toPlan, { kept, on });
	}
}

/** Asks what became of each thing that was in focus; undefined if canceled. */
async function promptVerdicts(
	{ on }: WeekFocus,
	toPlan: WeekToPlan,
	source: ViewSource,
): Promise<ReadonlyArray<Kept[number]> | undefined> {
	const kept: Array<Kept[number]> = [];
	const asked = on.filter((id) => !isHidden(source.plan.byId.get(id), source.formatter));
	for (const [index, id] of asked.entries()) {
		const icons = { yes: "check", partly: "circle-slash", no: "close" } as const;
		const items = verdicts.map((verdict): VerdictItem => {
			return { verdict, label: `$(${icons[verdict]}) ${focusVerdictText(verdict)}` };
		});
		const picked = await pickStep<VerdictItem>({
			title: titleFor(toPlan, source),
			step: index + 1,
			totalSteps: asked.length + 1,
			placeholder: vscode.l10n.t('What became of "{0}"?', titleOf(id, source)),
			items: [...items, { label: `$(dash) ${vscode.l10n.t("Skip")}` }],
		});
		if (!picked) {
			return undefined;
		}
		kept.push(...(picked.verdict ? [{ on: id, verdict: picked.verdict }] : []));
	}
	return kept;
}

/** Prompts for what to focus on; undefined if canceled. */
async function promptFocus(
	toPlan: WeekToPlan,
	source: ViewSource,
	kept: ReadonlyArray<Kept[number]>,
): Promise<ReadonlyArray<string> | undefined> {
	const { planned, unanswered } = toPlan;
	const isDone = new Set(kept.filter(({ verdict }) => verdict === "yes").map(({ on }) => on));
	const unfinished = (unanswered?.on ?? []).filter((id) => !isDone.has(id));
	const items = focusChoices(source, toPlan, unfinished).flatMap(({ title, choices }): ReadonlyArray<ChoiceItem> => {
		return [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...choices];
	});
	// What is hidden stays.
	const hidden = (planned?.on ?? []).filter((id) => isHidden(source.plan.byId.get(id), source.formatter));
	const most = mostFocus - hidden.length;
	const picked = await pickManyStep<ChoiceItem>({
		title: titleFor(toPlan, source),
		placeholder: vscode.l10n.t("Choose at most {0} things. {1}", most, lastWeekText(toPlan, source)),
		items,
		isSelected: ({ id }) => id !== undefined && planned?.on.includes(id) === true,
		onSelect: () => undefined,
		validate: ({ length }) =>
			length > most ? vscode.l10n.t("Choose at most {0}: {1} are chosen", most, length) : undefined,
	});
	return picked === "back" || !picked ? undefined : [...hidden, ...picked.flatMap(({ id }) => id ?? [])];
}

function titleFor({ week }: WeekToPlan, { formatter }: ViewSource): string {
	return vscode.l10n.t("Plan My Week: {0}", formatter.dates(week));
}

/** Saves the focus of the week, in place of an earlier one, and what became of the last one, as one step. */
async function save(
	session: PlanSession,
	source: ViewSource,
	{ week, planned, unanswered }: WeekToPlan,
	{ on, kept }: { readonly on: ReadonlyArray<string>; readonly kept: ReadonlyArray<Kept[number]> },
): Promise<void> {
	const name = on.map((id) => source.plan.byId.get(id)?.title ?? id);
	const replaced = planned ? { replaces: planned.entry.id } : {};
	// An entry without anything to focus on doesn't exist: it is removed.
	const removed = planned ? session.journal.ledger.chainOf(planned.entry.id) : [];
	const focus: ReadonlyArray<NewEntry> =
		on.length > 0
			? [{ type: "focus", week: formatDay(week.start), on: [...on], name, ...replaced }]
			: removed.map((entry) => ({ type: "void", entry }));
	const answered: ReadonlyArray<NewEntry> = unanswered
		? [{ ...unanswered.entry, replaces: unanswered.entry.id, kept: [...kept] }]
		: [];
	const drafts = [...focus, ...answered];
	if (drafts.length > 0) {
		const titles = on.map((id) => titleOf(id, source)).join(", ");
		await saveNewEntries(
			session,
			source.plan,
			drafts,
			titles === "" ? undefined : vscode.l10n.t("focus on {0}", titles),
		);
	}
}

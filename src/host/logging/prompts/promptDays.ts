import * as vscode from "vscode";
import { planYears } from "../../../plan/planYears.ts";
import { addMonths, type Day, formatDay, parseDay, type Span } from "../../../time/day.ts";
import type { Duration } from "../../../time/duration.ts";
import type { ViewSource } from "../../../viewmodel/text/viewSource.ts";
import type { PromptDraft } from "../../core/promptDrafts.ts";
import { inputStep, pickStep } from "../../ui/quickInput.ts";
import { textArgument } from "../commandArguments.ts";

/**
 * Prompts for a date range, up to today. Undefined if canceled.
 *
 * @param step its title, and its number if there are others
 */
export async function promptDays(
	source: ViewSource,
	draft: PromptDraft,
	step: { readonly title: string; readonly step?: number; readonly totalSteps?: number },
): Promise<Required<Span> | undefined> {
	const items = [
		...choicesOf(source).map(({ label, span }) => ({ label, description: source.formatter.dates(span), span })),
		{ label: vscode.l10n.t("Custom range..."), description: "", span: undefined },
	];
	const chosen = await pickStep({
		...step,
		placeholder: vscode.l10n.t("Choose a date range"),
		items,
	});
	return chosen && (chosen.span ?? (await askForEnds(step.title, source.today, draft)));
}

/** The date range of the arguments `from` and `to`, up to today without the last date. Undefined without the first one. */
export function daysOfArguments(wanted: Readonly<Record<string, unknown>>, today: Day): Required<Span> | undefined {
	const from = parseDay(textArgument(wanted, "from") ?? "");
	return from === undefined
		? undefined
		: { start: from, end: (parseDay(textArgument(wanted, "to") ?? "") ?? today) + 1 };
}

function choicesOf(source: ViewSource): ReadonlyArray<{ readonly label: string; readonly span: Required<Span> }> {
	const { plan, today, snapshot, aliases, ledger } = source;
	const years = planYears(plan, [today]);
	const until = (start: Day) => ({ start: Math.min(start, today), end: today + 1 });
	const annual = snapshot.reviews.findLast(({ entry }) => {
		const id = aliases.idOf(entry.checkpoint);
		return isYearly(plan.checkpoints.find((each) => each.id === id)?.every);
	});
	const last = snapshot.reviews.at(-1);
	return [
		{ label: vscode.l10n.t("This year of the plan"), span: until(years.spanOf(years.indexOf(today)).start) },
		...(annual ? [{ label: vscode.l10n.t("Since the last annual review"), span: until(annual.day + 1) }] : []),
		...(last && last !== annual ? [{ label: vscode.l10n.t("Since the last review"), span: until(last.day + 1) }] : []),
		{ label: vscode.l10n.t("The last twelve months"), span: until(addMonths(today, -12)) },
		{
			label: vscode.l10n.t("Everything"),
			// Notes before day one count as well.
			span: until(Math.min(plan.start ?? today, ledger.firstDay() ?? today)),
		},
	];
}

function isYearly(every: Duration | undefined): boolean {
	const months = { day: 0, week: 0, month: 1, quarter: 3, year: 12 };
	return every !== undefined && months[every.unit] * every.count >= 12;
}

/** Prompts for the first and the last day, with a Back button. */
async function askForEnds(title: string, today: Day, draft: PromptDraft): Promise<Required<Span> | undefined> {
	let from = "";
	for (;;) {
		const first = await askForDay(vscode.l10n.t("First day, no later than today"), from, today);
		if (!first || first.back) {
			return undefined;
		}
		from = first.value.trim();
		const start = parseDay(from) ?? today;
		const last = await askForDay(vscode.l10n.t("Last day, no later than today"), formatDay(today), today, start);
		if (!last?.back) {
			const end = last && parseDay(last.value.trim());
			return end === undefined ? undefined : { start, end: end + 1 };
		}
	}

	function askForDay(prompt: string, value: string, latest: Day, earliest?: Day) {
		const isDay = (day: Day | undefined) => day !== undefined && day <= latest && day >= (earliest ?? day);
		return inputStep({
			title,
			draft: draft.field(earliest === undefined ? "from" : "to"),
			placeholder: "2026-01-05",
			prompt,
			value,
			validate: (text) => (isDay(parseDay(text.trim())) ? undefined : expectedDays(earliest)),
		});
	}
}

function expectedDays(earliest: Day | undefined): string {
	return earliest === undefined
		? vscode.l10n.t("Enter a date no later than today, such as 2026-01-05.")
		: vscode.l10n.t("Enter a date between {0} and today.", formatDay(earliest));
}

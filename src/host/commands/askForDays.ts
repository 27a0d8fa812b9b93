import * as vscode from "vscode";
import { addMonths, type Day, formatDay, parseDay, type Span } from "../../plan/day.ts";
import type { Duration } from "../../plan/duration.ts";
import { planYears } from "../../present/planYears.ts";
import type { ViewSource } from "../../present/viewSource.ts";
import { inputStep, pickStep } from "./steps.ts";

/** Asks for the days that a record is to tell of, up to today at the latest. Undefined where it was cancelled. */
export async function askForDays(source: ViewSource): Promise<Required<Span> | undefined> {
	const items = [
		...choicesOf(source).map(({ label, span }) => ({ label, description: source.words.dates(span), span })),
		{ label: vscode.l10n.t("Between two days..."), description: "", span: undefined },
	];
	const title = vscode.l10n.t("Export Impact Record");
	const chosen = await pickStep({ title, step: 2, totalSteps: 2, placeholder: vscode.l10n.t("Of which days?"), items });
	return chosen && (chosen.span ?? (await askForEnds(title, source.today)));
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
			// What was noted of the time before day one counts as well.
			span: until(Math.min(plan.start ?? today, ledger.between()[0]?.day ?? today)),
		},
	];
}

function isYearly(every: Duration | undefined): boolean {
	const months = { day: 0, week: 0, month: 1, quarter: 3, year: 12 };
	return every !== undefined && months[every.unit] * every.count >= 12;
}

/** Asks for the first and the last day, with a way back from the second. */
async function askForEnds(title: string, today: Day): Promise<Required<Span> | undefined> {
	let from = "";
	for (;;) {
		const first = await askForDay(vscode.l10n.t("The first day, up to today"), from, today);
		if (!first || first.back) {
			return undefined;
		}
		from = first.value.trim();
		const start = parseDay(from) ?? today;
		const last = await askForDay(vscode.l10n.t("The last day, up to today"), formatDay(today), today, start);
		if (!last?.back) {
			const end = last && parseDay(last.value.trim());
			return end === undefined ? undefined : { start, end: end + 1 };
		}
	}

	function askForDay(prompt: string, value: string, latest: Day, earliest?: Day) {
		const isDay = (day: Day | undefined) => day !== undefined && day <= latest && day >= (earliest ?? day);
		return inputStep({
			title,
			placeholder: "2026-01-05",
			prompt,
			value,
			validate: (text) =>
				isDay(parseDay(text.trim()))
					? undefined
					: earliest === undefined
						? vscode.l10n.t("Write a day up to today, such as 2026-01-05.")
						: vscode.l10n.t("Write a day from {0} up to today.", formatDay(earliest)),
		});
	}
}

import * as vscode from "vscode";
import { readDay } from "../../journal/typed/day.ts";
import type { Logged } from "../../journal/typed/logged.ts";
import { formatMinutes, parseMinutes } from "../../journal/typed/minutes.ts";
import { formatChange, parseChange } from "../../journal/typed/progress.ts";
import { formatDay } from "../../plan/day.ts";
import { titleIn } from "../../present/changeText.ts";
import { dayProblem, minutesProblem } from "../../present/entryFields.ts";
import type { ViewSource } from "../../present/viewSource.ts";
import type { LogWish } from "./askForLog.ts";
import { pickTarget } from "./pickTarget.ts";
import { inputStep } from "./steps.ts";

const totalSteps = 4;

/**
 * Asks for what, how much, when and a note, one after the other, each with a way back. What was understood already stands
 * there to be taken by Enter.
 */
export async function stepThrough(
	source: ViewSource,
	{ title, first, on: fixed }: LogWish,
	begun: Partial<Logged>,
): Promise<ReadonlyArray<Logged> | undefined> {
	const { plan, today } = source;
	let on = begun.on ?? fixed;
	const isTime = begun.minutes !== undefined || (first === "time" && begun.change === undefined);
	let amount = isTime
		? begun.minutes === undefined
			? ""
			: formatMinutes(begun.minutes)
		: begun.change
			? formatChange(begun.change)
			: "";
	let day = formatDay(begun.day ?? today);
	let note = [begun.note, begun.link].filter(Boolean).join(" ");
	for (let step = on === undefined ? 1 : 2; ; ) {
		if (step === 1) {
			const picked = await pickTarget(plan, source.words, {
				title,
				placeholder: vscode.l10n.t("What it was"),
				...(on === undefined ? {} : { active: on }),
			});
			if (picked === undefined || picked === "back") {
				return undefined;
			}
			on = picked;
			step = 2;
			continue;
		}
		const target = on ?? "";
		const goal = plan.items.find(({ id }) => id === target)?.goal;
		const ask = (placeholder: string, prompt: string, value: string, validate: (text: string) => string | undefined) =>
			inputStep({ title: titleIn(source, target), step, totalSteps, placeholder, prompt, value, validate });
		const answer =
			step === 2
				? isTime
					? await ask("45m", vscode.l10n.t("How long it took, as in: 45m, 1h30, 1.5h"), amount, minutesProblem)
					: await ask(
							goal?.text ?? vscode.l10n.t("done"),
							vscode.l10n.t("The new value, or what came on top, as in: 7, +1, 50%, done, not done, rising"),
							amount,
							(text) =>
								parseChange(text, goal)
									? undefined
									: vscode.l10n.t("Write a value, as in: 7, +1, 50%, done, not done, rising, steady, falling"),
						)
				: step === 3
					? await ask(
							formatDay(today),
							vscode.l10n.t("When it happened, as in: yesterday, monday, 20 Nov, 2026-11-20"),
							day,
							(text) => dayProblem(text, today),
						)
					: await ask(vscode.l10n.t("Note"), vscode.l10n.t("What it was about; may stay empty"), note, () => undefined);
		if (!answer) {
			return undefined;
		}
		if (step === 2) {
			amount = answer.value;
		} else if (step === 3) {
			day = answer.value;
		} else {
			note = answer.value;
		}
		if (answer.back) {
			step = Math.max(1, step - 1);
		} else if (step < totalSteps) {
			step++;
		} else {
			const minutes = isTime ? parseMinutes(amount) : undefined;
			const change = isTime ? begun.change : parseChange(amount, goal);
			const read = readDay(day, today);
			return [
				{
					on: target,
					...(minutes?.kind === "minutes" ? { minutes: minutes.minutes } : {}),
					...(change ? { change } : {}),
					day: read?.kind === "day" ? read.day : today,
					...(begun.end === undefined || read?.kind !== "day" || read.day !== begun.day ? {} : { end: begun.end }),
					...noteAndLink(note, change !== undefined),
				},
			];
		}
	}
}

/** An address at the end of a note is the evidence of a change. */
function noteAndLink(typed: string, hasChange: boolean): Pick<Logged, "note" | "link"> {
	const text = typed.trim();
	const link = hasChange ? /(?:^|\s)(https?:\/\/\S+)$/.exec(text)?.[1] : undefined;
	const note = link === undefined ? text : text.slice(0, -link.length).trim();
	return { ...(note === "" ? {} : { note }), ...(link === undefined ? {} : { link }) };
}

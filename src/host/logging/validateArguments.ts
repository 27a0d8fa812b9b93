import * as vscode from "vscode";
import { trends } from "../../amount/trend.ts";
import { type Day, parseDay } from "../../time/day.ts";
import { minutesPerDay } from "../../time/minutes.ts";
import { dayOfMoment, instantOf, isMoment } from "../../time/moment.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { detach } from "../core/detach.ts";

type Arguments = Readonly<Record<string, unknown>>;

/**
 * Validates the arguments of Log Time from keybindings and tasks; undefined if they are valid, otherwise an error
 * message.
 */
export function validateTime({ minutes, at, note }: Arguments): string | undefined {
	if (minutes !== undefined && !(typeof minutes === "number" && minutes > 0 && minutes <= minutesPerDay)) {
		return vscode.l10n.t("`minutes` must be a number greater than 0 and at most {0}.", minutesPerDay);
	}
	if (at !== undefined && !(typeof at === "string" && isMoment(at.trim()))) {
		return vscode.l10n.t("`at` must be a date or time, such as 2026-11-20 or 2026-11-20T18:30:00+01:00.");
	}
	return validateTexts({ note });
}

/** Validates that a time is not in the future, by the clock of the session. */
export function validateNotInFuture(
	at: string | undefined,
	{ today, plan }: ViewSource,
	now: number,
): string | undefined {
	if (at === undefined) {
		return undefined;
	}
	if (dayOfMoment(at, plan.week.dayEnds) > today) {
		return vscode.l10n.t("The date is in the future.");
	}
	const isAhead = (instantOf(at) ?? Number.NEGATIVE_INFINITY) > now + 60_000;
	return isAhead ? vscode.l10n.t("The time is in the future.") : undefined;
}

/** Validates the arguments of Log Progress. */
export function validateProgress({ set, add, note, link }: Arguments): string | undefined {
	if (set !== undefined && add !== undefined) {
		return vscode.l10n.t("Use either `set` or `add`, not both.");
	}
	if (add !== undefined && !Number.isFinite(add)) {
		return vscode.l10n.t("`add` must be a number.");
	}
	const isValue = typeof set === "boolean" || Number.isFinite(set) || trends.some((each) => each === set);
	if (set !== undefined && !isValue) {
		return vscode.l10n.t("`set` must be a number, true, false, rising, steady, or falling.");
	}
	return validateTexts({ note, link });
}

/** Validates text arguments, by name. */
export function validateTexts(texts: Arguments): string | undefined {
	const wrong = Object.entries(texts).find(([, text]) => text !== undefined && typeof text !== "string");
	return wrong && vscode.l10n.t("`{0}` must be a string.", wrong[0]);
}

/** Validates the arguments of Export Impact Record. */
export function validateExport({ format, from, to, file }: Arguments, today: Day): string | undefined {
	if (format !== undefined && format !== "markdown" && format !== "csv") {
		return vscode.l10n.t("`format` must be markdown or csv.");
	}
	return validateRange(from, to, today) ?? validateTexts({ file });
}

/** Validates the arguments of Export Time. */
export function validateTimeExport(
	{ tool, from, to, email, file, ...others }: Arguments,
	today: Day,
): string | undefined {
	if (tool !== undefined && tool !== "toggl" && tool !== "clockify") {
		return vscode.l10n.t("`tool` must be toggl or clockify.");
	}
	if (others["private"] !== undefined && typeof others["private"] !== "boolean") {
		return vscode.l10n.t("`private` must be true or false.");
	}
	return validateRange(from, to, today) ?? validateTexts({ email, file });
}

function validateRange(from: unknown, to: unknown, today: Day): string | undefined {
	const [first, last] = [from, to].map((day) => (typeof day === "string" ? parseDay(day.trim()) : undefined));
	if ((from !== undefined && first === undefined) || (to !== undefined && last === undefined)) {
		return vscode.l10n.t("`from` and `to` must be dates, such as 2026-01-05.");
	}
	if (to !== undefined && first === undefined) {
		return vscode.l10n.t("`to` requires `from`.");
	}
	if (first !== undefined && first > (last ?? today)) {
		return vscode.l10n.t("`from` must not be later than `to`.");
	}
	return undefined;
}

/**
 * Shows an error message, if there is one.
 *
 * @param outcome the consequence, as a sentence; by default that nothing was logged
 */
export function reportInvalid(wrong: string | undefined, outcome?: string): boolean {
	if (wrong !== undefined) {
		detach(
			vscode.window.showErrorMessage(
				outcome === undefined ? vscode.l10n.t("Nothing was logged. {0}", wrong) : `${outcome} ${wrong}`,
			),
		);
	}
	return wrong !== undefined;
}

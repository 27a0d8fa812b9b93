import * as vscode from "vscode";
import { trends } from "../../journal/entry.ts";
import { dayOfMoment, instantOf, isMoment } from "../../journal/moment.ts";
import { maxPlainMinutes } from "../../journal/plainEntry.ts";
import { type Day, parseDay } from "../../plan/day.ts";
import type { ViewSource } from "../../present/viewSource.ts";

type Arguments = Readonly<Record<string, unknown>>;

/** What is wrong with the arguments of Log Time, as a keybinding or a task gave them; undefined where nothing is. */
export function wrongTime({ minutes, at, note }: Arguments): string | undefined {
	if (minutes !== undefined && !(typeof minutes === "number" && minutes > 0 && minutes <= maxPlainMinutes)) {
		return vscode.l10n.t("`minutes` has to be a number above 0, at most {0}.", maxPlainMinutes);
	}
	if (at !== undefined && !(typeof at === "string" && isMoment(at.trim()))) {
		return vscode.l10n.t("`at` has to be a day or a time, as in: 2026-11-20, 2026-11-20T18:30:00+01:00");
	}
	return wrongTexts({ note });
}

/** The same of a time that was said well but is still to come, by the clock of the session. */
export function stillToCome(at: string | undefined, { today, plan }: ViewSource, now: number): string | undefined {
	if (at === undefined) {
		return undefined;
	}
	if (dayOfMoment(at, plan.week.dayEnds) > today) {
		return vscode.l10n.t("That day is still to come.");
	}
	const isAhead = (instantOf(at) ?? Number.NEGATIVE_INFINITY) > now + 60_000;
	return isAhead ? vscode.l10n.t("That time is still to come.") : undefined;
}

/** The same of Log Progress. */
export function wrongProgress({ set, add, note, link }: Arguments): string | undefined {
	if (set !== undefined && add !== undefined) {
		return vscode.l10n.t("Give `set` or `add`, not both.");
	}
	if (add !== undefined && !Number.isFinite(add)) {
		return vscode.l10n.t("`add` has to be a number.");
	}
	const isValue = typeof set === "boolean" || Number.isFinite(set) || trends.some((each) => each === set);
	if (set !== undefined && !isValue) {
		return vscode.l10n.t("`set` has to be a number, true, false, rising, steady or falling.");
	}
	return wrongTexts({ note, link });
}

/** The same of texts, by their names. */
export function wrongTexts(texts: Arguments): string | undefined {
	const wrong = Object.entries(texts).find(([, text]) => text !== undefined && typeof text !== "string");
	return wrong && vscode.l10n.t("`{0}` has to be a text.", wrong[0]);
}

/** The same of Export Impact Record. */
export function wrongExport({ format, from, to, file }: Arguments, today: Day): string | undefined {
	if (format !== undefined && format !== "markdown" && format !== "csv") {
		return vscode.l10n.t("`format` has to be markdown or csv.");
	}
	const [first, last] = [from, to].map((day) => (typeof day === "string" ? parseDay(day.trim()) : undefined));
	if ((from !== undefined && first === undefined) || (to !== undefined && last === undefined)) {
		return vscode.l10n.t("`from` and `to` have to be days, as in: 2026-01-05");
	}
	if (to !== undefined && first === undefined) {
		return vscode.l10n.t("Give `from` with `to`.");
	}
	if (first !== undefined && first > (last ?? today)) {
		return vscode.l10n.t("`from` has to be a day before `to`, or the same.");
	}
	return wrongTexts({ file });
}

/**
 * Says what is wrong, where something is.
 *
 * @param outcome what came of it, as a sentence; that nothing was logged when left out
 */
export function isTold(wrong: string | undefined, outcome?: string): boolean {
	if (wrong !== undefined) {
		void vscode.window.showErrorMessage(
			outcome === undefined ? vscode.l10n.t("Nothing was logged. {0}", wrong) : `${outcome} ${wrong}`,
		);
	}
	return wrong !== undefined;
}

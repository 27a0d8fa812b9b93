import * as vscode from "vscode";
import { formatDay } from "../../plan/day.ts";
import { addTimeOff } from "../../plan/edit/addTimeOff.ts";
import { setWeekHours } from "../../plan/edit/setWeekHours.ts";
import { applyEdits, type EditResult } from "../../plan/edit/textEdit.ts";
import { formatHours, parseHours } from "../../plan/scalars.ts";
import type { ViewSource } from "../../present/viewSource.ts";
import { quietWeeks as quiet } from "../../progress/nudge.ts";
import { changePlan } from "../changePlan.ts";
import type { Session } from "../session.ts";
import { needSession } from "./needSession.ts";
import { inputStep, pickStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";
import { offerUndo } from "./undo.ts";

/** After quiet weeks: says that they were time off, plans a smaller week, or fills in what was done after all. */
export async function quietWeeks(context: CommandContext): Promise<void> {
	const found = await needSession(context);
	const source = await found?.session.source();
	if (!found || !source) {
		return;
	}
	const items = [
		{
			kindOf: "off",
			label: `$(coffee) ${vscode.l10n.t("It was time off")}`,
			description: vscode.l10n.t("the aim of those weeks shrinks to nothing"),
		},
		{
			kindOf: "smaller",
			label: `$(arrow-down) ${vscode.l10n.t("Plan a smaller week")}`,
			description: vscode.l10n.t("from now on, until you change it again"),
		},
		{
			kindOf: "fill",
			label: `$(edit) ${vscode.l10n.t("Fill in what was done")}`,
			description: vscode.l10n.t("log time, with the day"),
		},
	] as const;
	const title = vscode.l10n.t("Welcome Back");
	const placeholder = vscode.l10n.t("What would help?");
	const chosen = await pickStep({ title, placeholder, items });
	switch (chosen?.kindOf) {
		case "off":
			return takeOff(found.session, source);
		case "smaller":
			return planSmaller(found.session, source);
		case "fill":
			await vscode.commands.executeCommand("waymark.logTime");
			return;
		case undefined:
			return;
	}
}

async function takeOff(session: Session, source: ViewSource): Promise<void> {
	const { week } = source.snapshot;
	const start = quiet(source.snapshot)?.start ?? week.span.start - 7;
	const when = `${formatDay(start)}..${formatDay(week.span.start - 1)}`;
	await change(session, (text) => addTimeOff(text, when), vscode.l10n.t("Time off: {0}", when), {
		field: "time_off",
		was: null,
		now: when,
	});
}

async function planSmaller(session: Session, source: ViewSource): Promise<void> {
	const { aim } = source.snapshot.week;
	const typed = await inputStep({
		title: vscode.l10n.t("Plan a Smaller Week"),
		placeholder: "2-3",
		prompt: vscode.l10n.t("Hours a week from now on, as in: 2, 2-3. You can change it back at any time."),
		value: formatHours(aim),
		validate: (text) => (parseHours(text) ? undefined : vscode.l10n.t("Write hours a week, as in: 2, 1.5, 4-5")),
	});
	const hours = typed && !typed.back ? parseHours(typed.value) : undefined;
	if (hours) {
		const now = formatHours(hours);
		await change(session, (text) => setWeekHours(text, now), vscode.l10n.t("The week asks for {0} h now", now), {
			field: "week.hours",
			was: formatHours(aim),
			now,
		});
	}
}

async function change(
	session: Session,
	make: (text: string) => EditResult,
	message: string,
	record: { readonly field: string; readonly was: string | null; readonly now: string },
): Promise<void> {
	const before = await session.planText();
	const edits = make(before);
	if (typeof edits === "string") {
		void vscode.window.showWarningMessage(
			vscode.l10n.t("The plan is written in a way that cannot be changed here. Change it by hand."),
		);
	} else if (await changePlan(session, { before, after: applyEdits(before, edits) }, [{ type: "plan", ...record }])) {
		offerUndo(message);
	}
}

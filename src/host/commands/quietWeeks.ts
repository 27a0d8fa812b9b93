import * as vscode from "vscode";
import { type PlanChange, planChangeEntry } from "../../logging/planChange.ts";
import { findQuietWeeks as quiet } from "../../progress/nudge.ts";
import { formatDay } from "../../time/day.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { changePlan } from "../logging/changePlan.ts";
import { offerUndo } from "../logging/offerUndo.ts";
import { preparePlanChange } from "../logging/preparePlanChange.ts";
import { promptWeekHours } from "../logging/prompts/promptPlanChange.ts";
import { requireSource } from "../logging/requireSource.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import type { PlanSession } from "../session/planSession.ts";
import { pickStep } from "../ui/quickInput.ts";

/** After weeks without entries: marks them as time off, lowers the weekly target, or logs what was done after all. */
export async function quietWeeks(context: CommandContext): Promise<void> {
	const found = await requireSource(context);
	if (!found) {
		return;
	}
	const { session, source } = found;
	const items = [
		{
			kindOf: "off",
			label: `$(coffee) ${vscode.l10n.t("It was time off")}`,
			description: vscode.l10n.t("the target for those weeks is 0 h"),
		},
		{
			kindOf: "smaller",
			label: `$(arrow-down) ${vscode.l10n.t("Plan a smaller week")}`,
			description: vscode.l10n.t("from now on, until you change it"),
		},
		{
			kindOf: "fill",
			label: `$(edit) ${vscode.l10n.t("Log what you did")}`,
			description: vscode.l10n.t("log time, with the day"),
		},
	] as const;
	const title = vscode.l10n.t("Welcome Back");
	const placeholder = vscode.l10n.t("What would help?");
	const chosen = await pickStep({ title, placeholder, items });
	switch (chosen?.kindOf) {
		case "off":
			return takeOff(session, source);
		case "smaller":
			return planSmaller(session, source);
		case "fill":
			await vscode.commands.executeCommand("waymark.logTime");
			return;
		case undefined:
			return;
	}
}

async function takeOff(session: PlanSession, source: ViewSource): Promise<void> {
	const { week } = source.snapshot;
	const start = quiet(source.snapshot)?.start ?? week.span.start - 7;
	const when = `${formatDay(start)}..${formatDay(week.span.start - 1)}`;
	await apply(session, source, { kind: "timeOff", when }, vscode.l10n.t("Time off: {0}", when));
}

async function planSmaller(session: PlanSession, source: ViewSource): Promise<void> {
	const draft = await session.promptDraft("smallerWeek");
	const change = await promptWeekHours(draft.field("hours"), source, vscode.l10n.t("Plan a Smaller Week"));
	if (change) {
		const message = vscode.l10n.t("The weekly target is now {0} h", change.hours);
		if (await apply(session, source, change, message)) {
			draft.clear();
		}
	}
}

/** @returns whether the plan was changed */
async function apply(
	session: PlanSession,
	{ plan }: ViewSource,
	change: PlanChange,
	message: string,
): Promise<boolean> {
	const prepared = await preparePlanChange(session, change, "");
	const isChanged =
		prepared !== undefined && (await changePlan(session, prepared.swap, [planChangeEntry(plan, change, "")]));
	if (isChanged) {
		offerUndo(message);
	}
	return isChanged;
}

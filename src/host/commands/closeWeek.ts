import * as vscode from "vscode";
import { formatDay } from "../../time/day.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { weekPaceText } from "../../viewmodel/text/weekText.ts";
import { weekCloseSteps } from "../../viewmodel/weekClose/weekClose.ts";
import { requireSource } from "../logging/requireSource.ts";
import { saveNewEntries } from "../logging/saveNewEntries.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import type { PlanSession } from "../session/planSession.ts";
import { inputStep, pickStep } from "../ui/quickInput.ts";

interface CloseItem extends vscode.QuickPickItem {
	/** The command with its argument; undefined to go on to the note. */
	readonly run?: readonly [command: string, args?: object];
}

/** Closes the week: what is not logged yet, as often as the user likes, and then one line about it. */
export async function closeWeek(context: CommandContext): Promise<void> {
	for (;;) {
		const found = await requireSource(context);
		const chosen = found && (await pickStep({ ...stepOf(found.source), items: itemsOf(found.session, found.source) }));
		if (!found || !chosen) {
			return;
		}
		if (!chosen.run) {
			const note = await promptNote(found.session, found.source);
			if (note !== "back") {
				return;
			}
			continue;
		}
		const [command, args] = chosen.run;
		await vscode.commands.executeCommand(command, args);
	}
}

function stepOf({ snapshot, formatter }: ViewSource) {
	const { week } = snapshot;
	return {
		title: vscode.l10n.t("Close Week: {0}", formatter.dates(week.span)),
		placeholder: vscode.l10n.t("{0}. Log what is missing, then close the week", weekPaceText(week, formatter, false)),
	};
}

/** The first row is what Enter does: closing the week, if nothing is left to log. */
function itemsOf({ clock }: PlanSession, source: ViewSource): ReadonlyArray<CloseItem> {
	const steps = weekCloseSteps(source, clock.now()).map(({ kind, id, label, description }): CloseItem => {
		const icon = kind === "timer" ? "debug-stop" : "watch";
		const run = kind === "timer" ? (["waymark.stopTimer"] as const) : (["waymark.logTime", { on: id }] as const);
		return { run, label: `$(${icon}) ${label}`, description };
	});
	const other: CloseItem = { run: ["waymark.logTime"], label: `$(add) ${vscode.l10n.t("Log something else...")}` };
	const close: CloseItem = {
		label: `$(check) ${vscode.l10n.t("Close the week")}`,
		description: vscode.l10n.t("with one line about it"),
	};
	return [...steps, close, other];
}

/** Prompts for the line and saves it; without one, that the week is closed. What was typed is offered again until it is saved. */
async function promptNote(session: PlanSession, source: ViewSource): Promise<"back" | undefined> {
	const { snapshot, plan } = source;
	const week = formatDay(snapshot.week.span.start);
	const draft = (await session.promptDraft("closeWeek")).field(week);
	const answer = await inputStep({
		title: stepOf(source).title,
		placeholder: vscode.l10n.t("What went well, and what will you change?"),
		prompt: vscode.l10n.t("One line about the week (optional)"),
		value: "",
		validate: () => undefined,
		draft,
	});
	if (!answer) {
		return undefined;
	}
	if (answer.back) {
		return "back";
	}
	const text = answer.value.trim();
	if (await saveNewEntries(session, plan, [{ type: "note", text, week }])) {
		draft.keep(undefined);
	}
	return undefined;
}

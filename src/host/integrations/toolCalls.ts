import * as vscode from "vscode";
import { forecastsForModel } from "../../api/forecastsForModel.ts";
import { inboxForModel } from "../../api/inboxForModel.ts";
import { repairsForModel } from "../../api/repairsForModel.ts";
import { roadmapStatus } from "../../api/roadmapStatus.ts";
import { statusForModel } from "../../api/statusForModel.ts";
import type { LogRequest } from "../../api/waymarkApi.ts";
import { repairFailureText } from "../../viewmodel/backOnTrack/repairText.ts";
import type { ViewSource } from "../../viewmodel/text/viewSource.ts";
import { repairStateOf } from "../logging/backOnTrack/readRepairState.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { type CheckedRequest, checkRequest, handleLogRequest } from "./handleLogRequest.ts";
import { loggedTimeText } from "./loggedTimeText.ts";
import type { ModelToolName } from "./modelToolNames.ts";

/**
 * The messages while a tool runs, and the confirmation before it writes. Throws an error about invalid input, for the
 * model to fix.
 */
export async function prepareTool(
	context: CommandContext,
	name: ModelToolName,
	input: unknown,
): Promise<vscode.PreparedToolInvocation> {
	switch (name) {
		case "get_roadmap_status":
		case "get_roadmap_forecasts":
		case "get_roadmap_inbox":
			return { invocationMessage: vscode.l10n.t("Reading the roadmap") };
		case "suggest_roadmap_repairs":
			return { invocationMessage: vscode.l10n.t("Looking for ways back on track") };
		case "log_roadmap_time": {
			const text = loggedTimeText(await check(context, input));
			return {
				invocationMessage: vscode.l10n.t("Logging time"),
				confirmationMessages: {
					title: vscode.l10n.t("Log this to the roadmap?"),
					message: new vscode.MarkdownString().appendText(text),
				},
			};
		}
	}
}

/** Runs a tool. Models never receive anything private. */
export async function callTool(
	context: CommandContext,
	name: ModelToolName,
	input: unknown,
): Promise<vscode.LanguageModelToolResult> {
	switch (name) {
		case "get_roadmap_forecasts":
			return result(JSON.stringify(forecastsForModel(await requirePlan(context))));
		case "get_roadmap_inbox": {
			const inbox = (await context.roadmap.current())?.inbox;
			await inbox?.refresh();
			const source = await requirePlan(context);
			return result(JSON.stringify(inboxForModel(inbox?.proposals(source) ?? [], source, inbox?.unread() ?? 0)));
		}
		case "get_roadmap_status": {
			const status = roadmapStatus(await requirePlan(context));
			const scope = (input as { readonly scope?: unknown } | undefined)?.scope === "all" ? "all" : "now";
			return result(JSON.stringify(statusForModel(status, scope)));
		}
		case "log_roadmap_time": {
			const text = loggedTimeText(await check(context, input));
			const outcome = await handleLogRequest(context, timeIn(input));
			if (!outcome.ok) {
				throw new Error(outcome.error);
			}
			return result(`${vscode.l10n.t("Logged: {0}", text)} ${vscode.l10n.t("To undo, run Roadmap: Undo Last Entry.")}`);
		}
		case "suggest_roadmap_repairs":
			return result(JSON.stringify(await readRepairs(context, input)));
	}
}

/** What is off track with the ways back. Nothing is written: applying them stays with the user. */
async function readRepairs({ roadmap }: CommandContext, input: unknown): Promise<object> {
	const session = await roadmap.current();
	const source = await session?.sourceWithForecasts();
	const read = await session?.planText();
	if (!session || !source || !read) {
		throw new Error(vscode.l10n.t("There's no roadmap.yaml in this workspace yet."));
	}
	const state = read.kind === "text" ? await repairStateOf(session, read.text) : undefined;
	if (!state) {
		throw new Error(read.kind === "text" ? repairFailureText("unparsed") : read.why);
	}
	const { on } = (input ?? {}) as { readonly on?: unknown };
	const id = typeof on === "string" && on.trim() !== "" ? on.trim() : undefined;
	const item = id === undefined ? undefined : source.snapshot.items.get(source.aliases.idOf(id) ?? "");
	if (id !== undefined && (!item || item.private)) {
		throw new Error(vscode.l10n.t('No item in the plan has the ID "{0}".', id));
	}
	return repairsForModel(state, source, item?.id);
}

/** The current roadmap with its forecasts. @throws Error if there is none */
async function requirePlan({ roadmap }: CommandContext): Promise<ViewSource> {
	const source = await (await roadmap.current())?.sourceWithForecasts();
	if (!source) {
		throw new Error(vscode.l10n.t("There's no roadmap.yaml in this workspace yet."));
	}
	return source;
}

async function check(context: CommandContext, input: unknown): Promise<CheckedRequest> {
	const checked = await checkRequest(context, timeIn(input), true);
	if (typeof checked === "string") {
		throw new Error(checked);
	}
	return checked;
}

/** Only time: other fields from a model are ignored. */
function timeIn(input: unknown): LogRequest {
	const { on, minutes, at, note } = (input ?? {}) as LogRequest;
	return { on, minutes: minutes ?? 0, ...(at === undefined ? {} : { at }), ...(note === undefined ? {} : { note }) };
}

function result(text: string): vscode.LanguageModelToolResult {
	return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}

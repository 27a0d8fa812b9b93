import * as vscode from "vscode";
import { statusForModel } from "../../api/statusForModel.ts";
import type { LogRequest } from "../../api/waymarkApi.ts";
import { logItemText } from "../../viewmodel/text/logText.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { type CheckedRequest, checkRequest, handleLogRequest } from "./handleLogRequest.ts";
import type { ModelToolName } from "./modelToolNames.ts";
import { readStatus } from "./readStatus.ts";

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
			return { invocationMessage: vscode.l10n.t("Reading the roadmap") };
		case "log_roadmap_time": {
			const text = textOf(await check(context, input));
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
		case "get_roadmap_status": {
			const status = await readStatus(context);
			if (!status) {
				throw new Error(vscode.l10n.t("There's no roadmap.yaml in this workspace yet."));
			}
			const scope = (input as { readonly scope?: unknown } | undefined)?.scope === "all" ? "all" : "now";
			return result(JSON.stringify(statusForModel(status, scope)));
		}
		case "log_roadmap_time": {
			const text = textOf(await check(context, input));
			const outcome = await handleLogRequest(context, timeIn(input));
			if (!outcome.ok) {
				throw new Error(outcome.error);
			}
			return result(`${vscode.l10n.t("Logged: {0}", text)} ${vscode.l10n.t("To undo, run Roadmap: Undo Last Entry.")}`);
		}
	}
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

function textOf({ source, on, day, drafts }: CheckedRequest): string {
	const parts = drafts.flatMap((draft) => (draft.type === "time" ? [draft] : []));
	return parts
		.map(({ minutes, note }) => logItemText({ on, minutes, day, ...(note === undefined ? {} : { note }) }, source))
		.join();
}

function result(text: string): vscode.LanguageModelToolResult {
	return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}

import * as vscode from "vscode";
import { loggedText } from "../../present/logText.ts";
import { statusForModel } from "../../present/statusForModel.ts";
import type { LogRequest } from "../../present/waymarkApi.ts";
import type { CommandContext } from "../commands/table.ts";
import { type CheckedRequest, checkRequest, logRequested } from "./logRequested.ts";
import type { ToolName } from "./modelTools.ts";
import { readStatus } from "./readStatus.ts";

/** What is said while a tool runs, and asked before it writes. Throws what is wrong with its input, for the model to mend. */
export async function prepareTool(
	context: CommandContext,
	name: ToolName,
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
					title: vscode.l10n.t("Log this in the roadmap?"),
					message: new vscode.MarkdownString().appendText(text),
				},
			};
		}
	}
}

/** Runs a tool. Nothing that is private in the plan is given to a model. */
export async function callTool(
	context: CommandContext,
	name: ToolName,
	input: unknown,
): Promise<vscode.LanguageModelToolResult> {
	switch (name) {
		case "get_roadmap_status": {
			const status = await readStatus(context);
			if (!status) {
				throw new Error(vscode.l10n.t("There is no roadmap.yaml in this workspace yet."));
			}
			const scope = (input as { readonly scope?: unknown } | undefined)?.scope === "all" ? "all" : "now";
			return result(JSON.stringify(statusForModel(status, scope)));
		}
		case "log_roadmap_time": {
			const text = textOf(await check(context, input));
			const outcome = await logRequested(context, timeIn(input));
			if (!outcome.ok) {
				throw new Error(outcome.error);
			}
			return result(
				`${vscode.l10n.t("Logged: {0}", text)} ${vscode.l10n.t("Roadmap: Undo Last Entry takes it back.")}`,
			);
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

/** Time alone: what else a model may send is not looked at. */
function timeIn(input: unknown): LogRequest {
	const { on, minutes, at, note } = (input ?? {}) as LogRequest;
	return { on, minutes: minutes ?? 0, ...(at === undefined ? {} : { at }), ...(note === undefined ? {} : { note }) };
}

function textOf({ source, on, day, drafts }: CheckedRequest): string {
	const parts = drafts.flatMap((draft) => (draft.type === "time" ? [draft] : []));
	return parts
		.map(({ minutes, note }) => loggedText({ on, minutes, day, ...(note === undefined ? {} : { note }) }, source))
		.join();
}

function result(text: string): vscode.LanguageModelToolResult {
	return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}

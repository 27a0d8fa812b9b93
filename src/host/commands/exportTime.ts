import * as vscode from "vscode";
import { formatDay, type Span } from "../../time/day.ts";
import { type TimeCsvTool, timeCsv, timeToExport } from "../../viewmodel/export/timeCsv.ts";
import { openly } from "../../viewmodel/text/viewSource.ts";
import { commandArguments, textArgument } from "../logging/commandArguments.ts";
import { daysOfArguments, promptDays } from "../logging/prompts/promptDays.ts";
import { requireSource } from "../logging/requireSource.ts";
import { saveFile } from "../logging/saveFile.ts";
import { reportInvalid, validateTimeExport } from "../logging/validateArguments.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { inputStep, pickStep } from "../ui/quickInput.ts";

/**
 * Exports logged time as CSV that a time tracker imports, without private items unless the user includes them.
 *
 * @param given `{tool, from, to, email, private, file}`: `"toggl"` or `"clockify"`; dates such as `2026-01-05`, both inclusive; the
 * address of the account there; `true` to include private items; the URI of the file. Missing arguments are prompted for
 */
export async function exportTime(context: CommandContext, given?: unknown): Promise<void> {
	const found = await requireSource(context);
	const wanted = commandArguments(given);
	if (!found || reportInvalid(validateTimeExport(wanted, found.source.today), vscode.l10n.t("Nothing was exported."))) {
		return;
	}
	const { session } = found;
	const { slices, clock } = session;
	// Discreet mode only affects the screen.
	const source = openly(found.source);
	const title = vscode.l10n.t("Export Time");
	const draft = await session.promptDraft("exportTime");
	const tool = (textArgument(wanted, "tool") as TimeCsvTool | undefined) ?? (await askForTool(title));
	const span = tool && (daysOfArguments(wanted, source.today) ?? (await promptDays(source, draft, { title })));
	const withPrivate =
		span && (await wantsPrivate(wanted, title, span, (options) => slices.run(timeToExport(source, options))));
	if (!tool || !span || withPrivate === undefined) {
		return;
	}
	const isAsked = wanted["email"] === undefined && wanted["file"] === undefined;
	const email = isAsked ? await askForEmail(title) : (textArgument(wanted, "email") ?? "");
	if (email === undefined) {
		return;
	}
	const options = { tool, span, timeZone: clock.timeZone(), email, withPrivate };
	const isSaved = await saveFile(session, {
		name: `time-${formatDay(source.today)}.csv`,
		type: { CSV: ["csv"] },
		title,
		content: await slices.run(timeCsv(source, options)),
		file: textArgument(wanted, "file"),
		opens: true,
		hasPrivate: withPrivate,
	});
	if (isSaved) {
		draft.clear();
	}
}

async function askForTool(title: string): Promise<TimeCsvTool | undefined> {
	const items = [
		{ label: "Toggl Track", tool: "toggl" as const },
		{ label: "Clockify", tool: "clockify" as const },
	];
	return (await pickStep({ title, placeholder: vscode.l10n.t("Choose the tool that imports it"), items }))?.tool;
}

/** Whether private items are included; asked only if there are some. Undefined if canceled. */
async function wantsPrivate(
	{ private: wanted, file }: Readonly<Record<string, unknown>>,
	title: string,
	span: Required<Span>,
	entriesFor: (options: Parameters<typeof timeToExport>[1]) => Promise<ReadonlyArray<unknown>>,
): Promise<boolean | undefined> {
	if (typeof wanted === "boolean" || file !== undefined) {
		return wanted === true;
	}
	const [all, open] = [await entriesFor({ span, withPrivate: true }), await entriesFor({ span, withPrivate: false })];
	if (all.length === open.length) {
		return false;
	}
	const items = [
		{ label: vscode.l10n.t("Leave out private items"), withPrivate: false },
		{ label: vscode.l10n.t("Include private items"), withPrivate: true },
	];
	const placeholder = vscode.l10n.t("Some of this time was spent on private items");
	return (await pickStep({ title, placeholder, items }))?.withPrivate;
}

/** The tools require the address, and it is not known here; it can stay empty. */
async function askForEmail(title: string): Promise<string | undefined> {
	const answer = await inputStep({
		title,
		placeholder: "me@example.com",
		prompt: vscode.l10n.t("The email address of your account there, which the import requires"),
		value: "",
		validate: () => undefined,
	});
	return answer && !answer.back ? answer.value.trim() : undefined;
}

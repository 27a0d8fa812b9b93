import * as vscode from "vscode";
import { shiftSampleDates } from "../../plan/shiftSampleDates.ts";
import { formatDay } from "../../time/day.ts";
import { systemClock, today } from "../core/clock.ts";
import { inWords } from "../core/fileErrorText.ts";
import { FileWriter } from "../core/fileWriter.ts";
import { fileExists } from "../core/planFileName.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";

const names = ["roadmap.yaml", "roadmap.log.jsonl"] as const;

/**
 * Opens a sample roadmap that is well under way today, in its own folder: nothing of the user is changed, and
 * everything can be tried. Changes made on the same day are kept.
 */
export async function openSample({ context }: CommandContext): Promise<void> {
	const source = vscode.Uri.joinPath(context.extensionUri, "examples", "director-of-ai-engineering");
	const day = today(systemClock);
	const name = `sample-${formatDay(day)}`;
	const folder = vscode.Uri.joinPath(context.globalStorageUri, name);
	if (!(await fileExists(vscode.Uri.joinPath(folder, names[0])))) {
		const [plan = "", journal = ""] = await Promise.all(
			names.map(async (name) =>
				new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(source, name))),
			),
		);
		const moved = shiftSampleDates({ plan, journal }, day);
		const files = new FileWriter();
		const storage = context.globalStorageUri;
		await inWords(files.write({ folder: storage, names: [name, names[1]] }, moved.journal));
		await inWords(files.write({ folder: storage, names: [name, names[0]] }, moved.plan));
	}
	// Reuse an empty window; open another window otherwise.
	const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
	await vscode.commands.executeCommand("vscode.openFolder", folder, { forceNewWindow });
}

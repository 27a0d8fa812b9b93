import * as vscode from "vscode";
import { formatDay } from "../../plan/day.ts";
import { movedSample } from "../../present/movedSample.ts";
import { systemClock, today } from "../clock.ts";
import { exists } from "../planFinder.ts";
import type { CommandContext } from "./table.ts";

const names = ["roadmap.yaml", "roadmap.log.jsonl"] as const;

/**
 * Opens the sample, well under way today, as a folder of its own: nothing of the person's own is touched, and everything in it
 * may be tried. What was tried on the same day is still there.
 */
export async function openSample({ context }: CommandContext): Promise<void> {
	const source = vscode.Uri.joinPath(context.extensionUri, "examples", "director-of-ai-engineering");
	const day = today(systemClock);
	const folder = vscode.Uri.joinPath(context.globalStorageUri, `sample-${formatDay(day)}`);
	if (!(await exists(vscode.Uri.joinPath(folder, names[0])))) {
		const [plan = "", journal = ""] = await Promise.all(
			names.map(async (name) =>
				new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(source, name))),
			),
		);
		const moved = movedSample({ plan, journal }, day);
		await vscode.workspace.fs.createDirectory(folder);
		await write(folder, names[1], moved.journal);
		await write(folder, names[0], moved.plan);
	}
	// An empty window has nothing to lose; any other stays as it is.
	const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
	await vscode.commands.executeCommand("vscode.openFolder", folder, { forceNewWindow });
}

async function write(folder: vscode.Uri, name: string, text: string): Promise<void> {
	await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
}

import * as vscode from "vscode";
import { type Suggestion, whatNext as suggest } from "../../present/whatNext.ts";
import { needSession } from "./needSession.ts";
import { searchStep } from "./steps.ts";
import type { CommandContext } from "./table.ts";

interface SuggestionItem extends vscode.QuickPickItem {
	readonly suggestion: Suggestion;
}

interface ActionButton extends vscode.QuickInputButton {
	readonly index: number;
}

/** Lists what would help most now; Enter begins it, the buttons do the other things that one can do about it. */
export async function whatNext(context: CommandContext): Promise<void> {
	const found = await needSession(context);
	const source = await found?.session.source();
	if (!source) {
		return;
	}
	const suggestions = suggest(source);
	if (suggestions.length === 0) {
		void vscode.window.showInformationMessage(
			vscode.l10n.t("Nothing is behind, due or overdue. Enjoy it, or get ahead with whatever you like."),
		);
		return;
	}
	const items = suggestions.map((suggestion): SuggestionItem => {
		const [first, ...others] = suggestion.actions;
		return {
			suggestion,
			label: `$(${suggestion.icon}) ${suggestion.label}`,
			description: suggestion.reason,
			detail: vscode.l10n.t("Enter: {0}", first.label),
			buttons: others.map(({ label, command }, index): ActionButton => {
				const icon = command === "waymark.startTimer" ? "play" : "watch";
				return { index: index + 1, tooltip: label, iconPath: new vscode.ThemeIcon(icon) };
			}),
		};
	});
	const answer = await searchStep({
		title: vscode.l10n.t("What Next?"),
		placeholder: vscode.l10n.t("What would help most now"),
		typed: "",
		itemsFor: () => ({ items }),
	});
	const index = (answer?.button as ActionButton | undefined)?.index ?? 0;
	const action = answer?.item.suggestion.actions[index];
	if (action) {
		await vscode.commands.executeCommand(action.command, action.args);
	}
}

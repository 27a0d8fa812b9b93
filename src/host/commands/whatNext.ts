import * as vscode from "vscode";
import { type Suggestion, suggestNext as suggest } from "../../viewmodel/suggestNext.ts";
import { detach } from "../core/detach.ts";
import { requireSession } from "../logging/requireSession.ts";
import type { CommandContext } from "../roadmap/commandContext.ts";
import { searchStep } from "../ui/quickInput.ts";

interface SuggestionItem extends vscode.QuickPickItem {
	readonly suggestion: Suggestion;
}

interface ActionButton extends vscode.QuickInputButton {
	readonly index: number;
}

/** Lists suggestions of what to do next; Enter runs the first action, buttons the others. */
export async function whatNext(context: CommandContext): Promise<void> {
	const found = await requireSession(context);
	const source = await found?.session.sourceWithForecasts();
	if (!source) {
		return;
	}
	const suggestions = suggest(source);
	if (suggestions.length === 0) {
		detach(
			vscode.window.showInformationMessage(
				vscode.l10n.t("Nothing is behind, due, or overdue. Enjoy the time, or get ahead with something you like."),
			),
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
		placeholder: vscode.l10n.t("What would help most right now"),
		typed: "",
		itemsFor: () => ({ items }),
	});
	const index = (answer?.button as ActionButton | undefined)?.index ?? 0;
	const action = answer?.item.suggestion.actions[index];
	if (action) {
		await vscode.commands.executeCommand(action.command, action.args);
	}
}

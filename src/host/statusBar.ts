import * as vscode from "vscode";
import { type StatusShown, type StatusSize, statusItem, statusSizes } from "../present/statusItem.ts";
import { plainLabel } from "./plainText.ts";
import type { Session } from "./session.ts";

/** Commands that links in the tooltip may run. */
const linked = [
	"waymark.logTime",
	"waymark.startTimer",
	"waymark.stopTimer",
	"waymark.openReview",
	"waymark.whatNext",
	"waymark.showJournal",
];
/** What a click may do, by the value of the setting. */
const clicks: Readonly<Record<string, string>> = {
	logTime: "waymark.logTime",
	whatNext: "waymark.whatNext",
	showWeek: "waymark.week.focus",
	toggleTimer: "waymark.toggleTimer",
};

/** The week's hours in the status bar, or the timer that runs. */
export class StatusBar implements vscode.Disposable {
	private readonly item: vscode.StatusBarItem;

	constructor(private readonly session: Session) {
		this.item = vscode.window.createStatusBarItem("waymark.week", vscode.StatusBarAlignment.Left, 10);
		this.item.name = vscode.l10n.t("Roadmap: This Week");
	}

	/**
	 * Shows the week as it is now.
	 *
	 * @param tinted whether it asks for attention
	 */
	async show(tinted: boolean): Promise<void> {
		const settings = vscode.workspace.getConfiguration("waymark");
		const size = statusSizes.find((each) => each === settings.get("statusBar")) ?? "compact";
		const source = size === "off" ? undefined : await this.session.source();
		if (!source) {
			this.item.hide();
			return;
		}
		this.put(statusItem(source, size as StatusSize, this.session.clock.now()));
		this.item.command = clicks[String(settings.get("statusBarClick"))] ?? "waymark.logTime";
		if (tinted) {
			this.item.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
		} else {
			this.item.backgroundColor = undefined;
		}
		this.item.show();
	}

	dispose(): void {
		this.item.dispose();
	}

	private put({ text, spoken, lines }: StatusShown): void {
		this.item.text = plainLabel(text);
		this.item.accessibilityInformation = { label: spoken };
		const tooltip = new vscode.MarkdownString("", true);
		tooltip.isTrusted = { enabledCommands: linked };
		for (const { text: line, strong, actions } of lines) {
			tooltip
				.appendMarkdown(strong ? "**" : "")
				.appendText(line)
				.appendMarkdown(strong ? "**" : "");
			for (const [index, { label, command, args }] of actions.entries()) {
				const query = args ? `?${encodeURIComponent(JSON.stringify(args))}` : "";
				tooltip.appendMarkdown(index > 0 ? " · [" : line === "" ? "[" : " — [");
				tooltip.appendText(label).appendMarkdown(`](command:${command}${query})`);
			}
			tooltip.appendMarkdown("\n\n");
		}
		this.item.tooltip = tooltip;
	}
}

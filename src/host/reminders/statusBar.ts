import * as vscode from "vscode";
import { isWeekEnding } from "../../progress/weekEnd.ts";
import { type StatusItemContent, statusItem } from "../../viewmodel/statusItem.ts";
import { weekCloseLine } from "../../viewmodel/weekClose/weekClose.ts";
import { hourOf } from "../core/clock.ts";
import { getSetting } from "../core/config.ts";
import type { SettingValue } from "../core/settings.ts";
import type { PlanSession } from "../session/planSession.ts";
import { escapeLabelWithIcon } from "../ui/escapeLabel.ts";
import { escapeMarkdown } from "../ui/tooltipMarkdown.ts";

/** Commands that are allowed in the tooltip. */
const linked = [
	"waymark.closeWeek",
	"waymark.logTime",
	"waymark.startTimer",
	"waymark.stopTimer",
	"waymark.openReview",
	"waymark.whatNext",
	"waymark.getBackOnTrack",
	"waymark.showJournal",
	"waymark.toggleDiscreetMode",
];
/** What a click may do, by the value of the setting. */
const clicks: Readonly<Record<SettingValue<"statusBarClick">, string>> = {
	logTime: "waymark.logTime",
	whatNext: "waymark.whatNext",
	showWeek: "waymark.week.focus",
	toggleTimer: "waymark.toggleTimer",
};

/** The status bar item with the hours of the week, or the running timer. */
export class StatusBar implements vscode.Disposable {
	private readonly item: vscode.StatusBarItem;

	constructor(private readonly session: PlanSession) {
		this.item = vscode.window.createStatusBarItem("waymark.week", vscode.StatusBarAlignment.Left, 10);
		this.item.name = vscode.l10n.t("Roadmap: This Week");
	}

	/**
	 * Updates the item.
	 *
	 * @param tinted whether it is highlighted
	 */
	async show(tinted: boolean): Promise<void> {
		const size = getSetting("statusBar");
		const source = size === "off" ? undefined : await this.session.source();
		if (!source) {
			this.item.hide();
			return;
		}
		const { clock } = this.session;
		const isEnding = isWeekEnding(source, hourOf(clock), getSetting("nudge.fromHour"));
		const content = statusItem(source, size, clock.now(), isEnding ? [weekCloseLine(source)] : []);
		const click = getSetting("statusBarClick");
		this.put(content);
		this.item.command = content.isTimer && click !== "toggleTimer" ? "waymark.showTimer" : clicks[click];
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

	private put({ text, spoken, lines }: StatusItemContent): void {
		this.item.text = escapeLabelWithIcon(text);
		this.item.accessibilityInformation = { label: spoken };
		const tooltip = new vscode.MarkdownString();
		tooltip.isTrusted = { enabledCommands: linked };
		for (const { text: line, strong, actions } of lines) {
			tooltip
				.appendMarkdown(strong ? "**" : "")
				.appendMarkdown(escapeMarkdown(line))
				.appendMarkdown(strong ? "**" : "");
			const firstLink = line === "" ? "[" : " — [";
			for (const [index, { label, command, args }] of actions.entries()) {
				const query = args ? `?${encodeURIComponent(JSON.stringify(args))}` : "";
				tooltip.appendMarkdown(index > 0 ? " · [" : firstLink);
				tooltip.appendMarkdown(escapeMarkdown(label)).appendMarkdown(`](command:${command}${query})`);
			}
			tooltip.appendMarkdown("\n\n");
		}
		this.item.tooltip = tooltip;
	}
}

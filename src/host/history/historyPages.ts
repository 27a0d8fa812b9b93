import * as vscode from "vscode";
import { itemHistory } from "../../viewmodel/history/itemHistory.ts";
import { redactMoney } from "../../viewmodel/text/redaction.ts";
import { detach } from "../core/detach.ts";
import type { PlanSession } from "../session/planSession.ts";

const scheme = "waymark-history";
/** Of the built-in extension that shows Markdown. */
const preview = { show: "markdown.showPreview", refresh: "markdown.preview.refresh" };

/** Provides the history of each item as a read-only Markdown document, which follows the plan and the journal. */
export class HistoryPages implements vscode.TextDocumentContentProvider, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<vscode.Uri>();
	private readonly subscriptions: vscode.Disposable;
	/** The names of the pages that were opened, without their endings. */
	private readonly opened = new Set<string>();

	readonly onDidChange = this.changed.event;

	/** @param onDidChange fires when the content must be updated */
	constructor(
		private readonly session: PlanSession,
		onDidChange: vscode.Event<void>,
	) {
		this.subscriptions = vscode.Disposable.from(
			this.changed,
			vscode.workspace.registerTextDocumentContentProvider(scheme, this),
			onDidChange(() => this.refresh()),
		);
	}

	/** Opens the page of an item, as a preview, or as text if there are no previews. */
	async open(id: string): Promise<void> {
		const node = (await this.session.plan())?.byId.get(id);
		// The name stays when discreet mode is turned on: it has nothing that is hidden then.
		const title =
			node && !node.private
				? redactMoney(node.title)
						.replace(/[\\/\s]+/g, " ")
						.trim()
				: "";
		const name = vscode.l10n.t("History of {0}", title || vscode.l10n.t("an item"));
		this.opened.add(name);
		const page = vscode.Uri.from({ scheme, path: `/${name}.md`, query: id });
		try {
			await vscode.commands.executeCommand(preview.show, page);
		} catch {
			await vscode.window.showTextDocument(page);
		}
	}

	async provideTextDocumentContent(page: vscode.Uri): Promise<string> {
		const source = await this.session.source();
		const id = source?.aliases.idOf(page.query);
		const text = source && id !== undefined ? itemHistory(id, source) : undefined;
		return text ?? vscode.l10n.t("The plan in this window doesn't have this item.");
	}

	dispose(): void {
		this.subscriptions.dispose();
	}

	/** Only what is open is computed again. */
	private refresh(): void {
		const documents = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme);
		for (const { uri } of documents) {
			this.changed.fire(uri);
		}
		// After three minutes VS Code forgets the document behind a preview, which then misses its changes.
		const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: each }) => each.map(({ label }) => label));
		const isShown = (name: string) => tabs.some((label) => label.includes(name));
		if (documents.length === 0 && [...this.opened].some(isShown)) {
			detach(vscode.commands.executeCommand(preview.refresh));
		}
	}
}

import * as vscode from "vscode";
import { detach } from "../core/detach.ts";

/** What follows a page. */
interface PageFollower {
	readonly extensionUri: vscode.Uri;
	readonly log: vscode.LogOutputChannel;
	/** Called with each message of the page, which isn't validated yet. */
	readonly receive: (message: unknown) => Promise<void>;
	/** Called once, when the panel is closed. */
	readonly onDispose: () => void;
}

/** Gives the panel of a page its icon, and passes on its messages until it is closed. */
export function followPage(panel: vscode.WebviewPanel, follower: PageFollower): void {
	const { extensionUri, log, receive, onDispose } = follower;
	const icon = (theme: string) => vscode.Uri.joinPath(extensionUri, "media", `review-${theme}.svg`);
	panel.iconPath = { light: icon("light"), dark: icon("dark") };
	const following = vscode.Disposable.from(
		panel.webview.onDidReceiveMessage((message: unknown) => detach(receive(message), log)),
		panel.onDidDispose(() => {
			following.dispose();
			onDispose();
		}),
	);
}

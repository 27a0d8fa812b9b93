import * as vscode from "vscode";
import { detach } from "../core/detach.ts";

/** What follows a page. */
interface PageFollower<Message> {
	readonly extensionUri: vscode.Uri;
	readonly log: vscode.LogOutputChannel;
	/** Validates a message of the page. */
	readonly schema: { safeParse(message: unknown): Validated<Message> };
	/** Called with each valid message of the page. */
	readonly receive: (message: Message) => Promise<void>;
	/** Called once, when the panel is closed. */
	readonly onDispose: () => void;
}

type Validated<Message> =
	| { readonly success: true; readonly data: Message }
	| { readonly success: false; readonly error: Error };

/**
 * Gives the panel of a page its icon, and passes on its messages until it is closed. A message that isn't valid is logged, and
 * answered if it is a request.
 */
export function followPage<Message>(panel: vscode.WebviewPanel, follower: PageFollower<Message>): void {
	const { extensionUri, log, schema, receive, onDispose } = follower;
	const icon = (theme: string) => vscode.Uri.joinPath(extensionUri, "media", `review-${theme}.svg`);
	panel.iconPath = { light: icon("light"), dark: icon("dark") };
	const validate = async (message: unknown) => {
		const read = schema.safeParse(message);
		if (read.success) {
			await receive(read.data);
			return;
		}
		log.warn(`A message of ${panel.viewType} was not understood: ${read.error.message}`);
		const id = (message as { readonly id?: unknown } | null)?.id;
		if (typeof id === "number") {
			const error = vscode.l10n.t("The request isn't valid.");
			await panel.webview.postMessage({ kind: "answer", id, ok: false, error });
		}
	};
	const following = vscode.Disposable.from(
		panel.webview.onDidReceiveMessage((message: unknown) => detach(validate(message), log)),
		panel.onDidDispose(() => {
			following.dispose();
			onDispose();
		}),
	);
}

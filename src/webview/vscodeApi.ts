import type { ReviewDraft } from "../present/review/draft.ts";
import type { PageMessage } from "../present/review/messages.ts";
import type { ReviewKey } from "../present/review/page.ts";

/** What outlives the page when it is hidden or the window is loaded anew. `at`: ms since 1970 of the draft's last change. */
export interface SavedState extends ReviewKey {
	readonly draft?: ReviewDraft;
	readonly at?: number;
	/** How far the page is scrolled, in CSS pixels. */
	readonly scroll: number;
}

/** What VS Code gives to a page. */
export interface VsCodeApi {
	postMessage(message: PageMessage): void;
	/** What {@link setState} was given last, by this or by an earlier version of the page. */
	getState(): unknown;
	setState(state: SavedState): void;
}

declare global {
	function acquireVsCodeApi(): VsCodeApi;
}

import type { ReviewDraft } from "../review/reviewDraft.ts";
import type { ReviewKey, ReviewPage } from "../review/reviewPageModel.ts";
import { type PageMessage, parseSavedState, type SavedState } from "../review/reviewProtocol.ts";
import type { VsCodeApi } from "./vscodeApi.ts";

const postAfterMs = 300;

/**
 * Saves the draft: at once in the webview state, and shortly after with the host, so that it survives the window. Of
 * two drafts of the same review the most recently changed one is used.
 */
export class DraftKeeper {
	#state: SavedState | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly api: VsCodeApi<PageMessage, SavedState>,
		private readonly onPosted: () => void,
	) {
		this.#state = parseSavedState(api.getState());
	}

	/** The last scroll position of the page. */
	get scroll(): number {
		return this.#state?.scroll ?? 0;
	}

	/** The unsaved draft; undefined if nothing was changed. */
	get draft(): ReviewDraft | undefined {
		return this.#state?.draft;
	}

	/** Receives the content from the host, with its draft. */
	receive(page: ReviewPage, draft: ReviewDraft | undefined, at = 0): void {
		const mine = isSameReview(page, this.#state) ? this.#state : undefined;
		const isMineNewer = mine?.draft !== undefined && (draft === undefined || (mine.at ?? 0) > at);
		const scroll = mine?.scroll ?? 0;
		if (mine !== undefined && isMineNewer) {
			// A restarted host does not have it. A read-only review has no draft.
			if (page.mode === "open" && mine.at !== at) this.#postSoon();
		} else if (draft === undefined) this.#set({ ...keyOf(page), scroll });
		else this.#set({ ...keyOf(page), draft, at, scroll });
	}

	change(draft: ReviewDraft): void {
		if (this.#state === undefined) return;
		this.#set({ ...this.#state, draft, at: Math.max(Date.now(), (this.#state.at ?? 0) + 1) });
		this.#postSoon();
	}

	/** Deletes the draft after it was saved or discarded. `sent`: the saved draft; later changes are kept. */
	forget(sent: ReviewDraft | undefined): void {
		if (this.#state === undefined || this.#state.draft !== sent) return;
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#set({ ...keyOf({ key: this.#state }), scroll: this.#state.scroll });
	}

	scrolled(scroll: number): void {
		if (this.#state !== undefined && this.#state.scroll !== scroll) this.#set({ ...this.#state, scroll });
	}

	/** Posts the pending draft, when the page may be closed. */
	flush(): void {
		if (this.#timer === undefined) return;
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const { draft, at } = this.#state ?? {};
		if (draft === undefined || at === undefined) return;
		this.api.postMessage({ kind: "draft", draft, at } satisfies PageMessage);
		this.onPosted();
	}

	#postSoon(): void {
		// Not postponed by further keystrokes: continuous typing must not lose more than this.
		this.#timer ??= setTimeout(() => this.flush(), postAfterMs);
	}

	#set(state: SavedState): void {
		this.#state = state;
		this.api.setState(state);
	}
}

function keyOf({ key }: { readonly key: ReviewKey }): ReviewKey {
	return { checkpoint: key.checkpoint, occurrence: key.occurrence };
}

/** Whether both are of the same review. */
function isSameReview(page: ReviewPage | undefined, saved: SavedState | undefined): boolean {
	const isSame = page?.key.checkpoint === saved?.checkpoint && page?.key.occurrence === saved?.occurrence;
	return page !== undefined && isSame;
}

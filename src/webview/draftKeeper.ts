import type { ReviewDraft } from "../present/review/draft.ts";
import type { PageMessage } from "../present/review/messages.ts";
import type { ReviewKey, ReviewPage } from "../present/review/page.ts";
import { isSameReview, savedState } from "./received.ts";
import type { SavedState, VsCodeApi } from "./vscodeApi.ts";

const postAfterMs = 300;

/**
 * Keeps what was filled in: at once where it outlives the page, and shortly after with the host, where it outlives the
 * window. Of two drafts of the same review the one that was changed last is taken.
 */
export class DraftKeeper {
	#state: SavedState | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly api: VsCodeApi,
		private readonly onPosted: () => void,
	) {
		this.#state = savedState(api.getState());
	}

	/** How far the page was scrolled when it was last seen. */
	get scroll(): number {
		return this.#state?.scroll ?? 0;
	}

	/** What is filled in and not saved; undefined when nothing was changed. */
	get draft(): ReviewDraft | undefined {
		return this.#state?.draft;
	}

	/** Takes the content that the host sent, with its draft. */
	receive(page: ReviewPage, draft: ReviewDraft | undefined, at = 0): void {
		const mine = isSameReview(page, this.#state) ? this.#state : undefined;
		const isMineNewer = mine?.draft !== undefined && (draft === undefined || (mine.at ?? 0) > at);
		const scroll = mine?.scroll ?? 0;
		if (mine !== undefined && isMineNewer) {
			// A host that was started anew has not got it. While the review is read-only there is no draft to have.
			if (page.mode === "open" && mine.at !== at) this.#postSoon();
		} else if (draft === undefined) this.#set({ ...keyOf(page), scroll });
		else this.#set({ ...keyOf(page), draft, at, scroll });
	}

	change(draft: ReviewDraft): void {
		if (this.#state === undefined) return;
		this.#set({ ...this.#state, draft, at: Math.max(Date.now(), (this.#state.at ?? 0) + 1) });
		this.#postSoon();
	}

	/** Forgets the draft: it was saved or thrown away. `sent`: the one that was saved; what was written since then stays. */
	forget(sent: ReviewDraft | undefined): void {
		if (this.#state === undefined || this.#state.draft !== sent) return;
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#set({ ...keyOf({ key: this.#state }), scroll: this.#state.scroll });
	}

	scrolled(scroll: number): void {
		if (this.#state !== undefined && this.#state.scroll !== scroll) this.#set({ ...this.#state, scroll });
	}

	/** Posts what is not posted yet, for when the page may go away. */
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
		// Not put off by further keys: who types without a pause must not lose more than this either.
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

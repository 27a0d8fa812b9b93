import type { ReviewDraft } from "../present/review/draft.ts";
import type { PageRequest } from "../present/review/messages.ts";
import type { PageLabel, Picture, ReviewPage } from "../present/review/page.ts";

/** `open`: it can be filled in. `held`: it is read. `export`: it is read outside, where nothing can be pressed. */
export type ViewMode = "open" | "held" | "export";

/** What the bar at the bottom says. */
export type Status =
	| { readonly kind: "none" | "kept" | "saving" | "saved" }
	| { readonly kind: "error"; readonly text: string };

/** What the person can do. */
export interface Actions {
	edit(change: (draft: ReviewDraft) => ReviewDraft): void;
	ask(request: Exclude<PageRequest["do"], "openItem" | "pageToExport">): void;
	openItem(id: string): void;
	/** Shows the table in place of the picture, or the picture again. */
	toggleTable(kind: Picture["kind"]): void;
}

/** All that the page is drawn from. */
export interface View {
	readonly page: ReviewPage;
	/** What is filled in; when it is read, what was saved. */
	readonly draft: ReviewDraft;
	readonly mode: ViewMode;
	readonly status: Status;
	/** The pictures in whose place their table is shown. */
	readonly tables: ReadonlySet<Picture["kind"]>;
	/** Whether what stands below the pictures is drawn as well. */
	readonly isBegun: boolean;
	readonly actions: Actions;
}

/** One of the page's own texts. */
export function label({ page }: Pick<View, "page">, name: PageLabel): string {
	return page.labels[name] ?? "";
}

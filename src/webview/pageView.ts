import type { ReviewDraft } from "../review/reviewDraft.ts";
import type { Chart, PageLabel, ReviewPage } from "../review/reviewPageModel.ts";
import type { PageRequest } from "../review/reviewProtocol.ts";

/** `open`: editable. `held`: read-only. `export`: shown outside of VS Code, without controls. */
export type ViewMode = "open" | "held" | "export";

/** The text of the bar at the bottom. */
export type SaveStatus =
	| { readonly kind: "none" | "kept" | "saving" | "saved" }
	| { readonly kind: "error"; readonly text: string };

/** The actions of the user. */
export interface PageActions {
	edit(change: (draft: ReviewDraft) => ReviewDraft): void;
	ask(request: Exclude<PageRequest["do"], "openItem" | "pageToExport">): void;
	openItem(id: string): void;
	/** Moves the focus to the next question without an answer. */
	goToUnanswered(): void;
	/** Scrolls to a section and moves the focus to its heading. */
	goToSection(title: PageLabel): void;
	/** Switches between a chart and its table. */
	toggleTable(kind: Chart["kind"]): void;
}

/** Everything that the page is rendered from. */
export interface PageView {
	readonly page: ReviewPage;
	/** The draft; in read-only mode, the saved content. */
	readonly draft: ReviewDraft;
	readonly mode: ViewMode;
	readonly status: SaveStatus;
	/** The charts that are shown as tables. */
	readonly tables: ReadonlySet<Chart["kind"]>;
	/** Whether the sections below the charts are rendered. */
	readonly isBegun: boolean;
	readonly actions: PageActions;
}

/** A label of the page. */
export function pageLabel({ page }: Pick<PageView, "page">, name: PageLabel): string {
	return page.labels[name] ?? "";
}

import { html, render } from "lit";
import type { OverviewPage, SectionKey } from "../../viewmodel/overview/overviewPageModel.ts";
import { type OverviewPatch, patchedPage } from "../../viewmodel/overview/overviewPatch.ts";
import {
	type ExportType,
	type OverviewAnswer,
	type OverviewHostMessage,
	type OverviewMessage,
	type OverviewRequest,
	parseSavedOverview,
	type SavedOverview,
} from "../../viewmodel/overview/overviewProtocol.ts";
import { firstChartMark } from "../chartDirective.ts";
import { HostRequests } from "../hostRequests.ts";
import type { VsCodeApi } from "../vscodeApi.ts";
import { overviewFile, pngOf, timelineSvg } from "./overviewExport.ts";
import { renderOverview } from "./renderOverview.ts";
import { type TimelineHost, TimelineView } from "./timelineView.ts";

/** The overview: content from the host, and what the user chose, rendered into one element. */
export class OverviewView implements TimelineHost {
	readonly #requests: HostRequests<OverviewRequest, OverviewAnswer>;
	readonly #timelineRoot = document.createElement("div");
	readonly #timeline: TimelineView;
	#page: OverviewPage | undefined;
	#saved: SavedOverview;
	#tables: ReadonlySet<SectionKey> = new Set();
	#error = "";

	constructor(
		private readonly root: HTMLElement,
		private readonly api: VsCodeApi<OverviewMessage, SavedOverview>,
	) {
		this.#requests = new HostRequests((message) => api.postMessage(message));
		this.#saved = parseSavedOverview(api.getState());
		this.#timelineRoot.className = "tl";
		this.#timeline = new TimelineView(this.#timelineRoot, this);
	}

	get saved(): SavedOverview {
		return this.#saved;
	}

	save(change: Partial<SavedOverview>): void {
		this.#saved = { ...this.#saved, ...change };
		this.api.setState(this.#saved);
	}

	receive(message: OverviewHostMessage): void {
		if (message.kind === "answer") this.#requests.settle(message);
		else if (message.kind === "export") void this.#export(message.type);
		else this.#show(message.patch);
	}

	show(key: string, focus = false): void {
		void this.#send({ do: "show", key, focus });
	}

	log(key: string): void {
		void this.#send({ do: "log", key });
	}

	replan(key: string, day?: number): void {
		void this.#send({ do: "replan", key, ...(day === undefined ? {} : { day }) });
	}

	async tip(key: string): Promise<string> {
		const answer = await this.#ask({ do: "tip", key });
		return answer.ok && "tip" in answer ? (answer.tip ?? "") : "";
	}

	/** The page will be hidden or closed, or was scrolled. */
	scrolled(): void {
		this.save({ scroll: window.scrollY });
	}

	#show(patch: OverviewPatch): void {
		const before = this.#page;
		const page = patchedPage(before, patch);
		if (page === undefined) return;
		this.#page = page;
		this.#render();
		if (patch.timeline !== undefined || patch.labels !== undefined) this.#timeline.show(page);
		if (before !== undefined) return;
		performance.mark(firstChartMark);
		setTimeout(() => window.scrollTo(0, this.#saved.scroll));
	}

	async #export(type: ExportType): Promise<void> {
		const answer = await this.#ask({ do: "pageToExport" });
		const page = answer.ok && "page" in answer ? answer.page : undefined;
		if (page === undefined) return this.#say(answer.ok ? this.#noAnswer : answer.error);
		const content = await this.#contentOf(page, type).catch(() => undefined);
		if (content === undefined) this.#say(page.labels.tooLong);
		else await this.#send({ do: "export", type, content });
	}

	/** The content of a file; undefined if it would be too large. */
	async #contentOf(page: OverviewPage, type: ExportType): Promise<string | undefined> {
		if (type === "html") return overviewFile(page, this.#saved);
		const image = timelineSvg(page, this.#saved);
		return type === "svg" ? image.text : pngOf(image);
	}

	async #send(request: OverviewRequest): Promise<void> {
		const answer = await this.#ask(request);
		this.#say(answer.ok ? "" : answer.error);
	}

	#ask(request: OverviewRequest) {
		return this.#requests.send(request, this.#noAnswer);
	}

	get #noAnswer(): string {
		return this.#page?.labels.noAnswer ?? "";
	}

	#say(error: string): void {
		if (this.#error === error) return;
		this.#error = error;
		this.#render();
	}

	#render(): void {
		const page = this.#page;
		if (page === undefined) return;
		document.title = page.title;
		const folds = new Set(this.#saved.folds);
		render(
			renderOverview({
				...{ page, folds, isExport: false, tables: this.#tables, error: this.#error },
				timeline: html`${this.#timelineRoot}`,
				onFold: (key, isOpen) => {
					const others = this.#saved.folds.filter((one) => one !== key);
					this.save({ folds: isOpen ? others : [...others, key] });
				},
				onTable: (key) => {
					this.#tables = new Set([...this.#tables, key].filter((one) => one !== key || !this.#tables.has(key)));
					this.#render();
				},
				onShow: (key) => this.show(key, true),
				onExport: () => void this.#send({ do: "chooseExport" }),
			}),
			this.root,
		);
	}
}

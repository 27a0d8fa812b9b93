import { type PageMessage, parseHostMessage, type SavedState } from "../review/reviewProtocol.ts";
import {
	type OverviewMessage,
	parseOverviewMessage,
	type SavedOverview,
} from "../viewmodel/overview/overviewProtocol.ts";
import { OverviewView } from "./overview/overviewView.ts";
import { ReviewView } from "./reviewView.ts";

const root = document.createElement("div");
root.id = "review";
document.body.append(root);
// The initial content that the host wrote into the page: shown before the first message. It says which page this is.
const content: unknown = JSON.parse(document.getElementById("content")?.textContent ?? "null");
const overview = parseOverviewMessage(content);
if (overview?.kind === "overview") {
	const api = acquireVsCodeApi<OverviewMessage, SavedOverview>();
	const view = new OverviewView(root, api);
	listen(parseOverviewMessage, view);
	window.addEventListener("pagehide", () => view.scrolled());
	view.receive(overview);
	api.postMessage({ kind: "ready" });
} else {
	const api = acquireVsCodeApi<PageMessage, SavedState>();
	const view = new ReviewView(root, api);
	listen(parseHostMessage, view);
	window.addEventListener("keydown", (event) => {
		if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
			// A browser would save the page as a file.
			event.preventDefault();
			view.save();
		}
	});
	window.addEventListener("pagehide", () => view.leave());
	document.addEventListener("visibilitychange", () => view.leave());
	const begun = parseHostMessage(content);
	if (begun !== undefined) view.receive(begun);
	api.postMessage({ kind: "ready" });
}

/** Hands valid messages of the host to a page, and tells it where it is scrolled to. */
function listen<M>(
	parse: (data: unknown) => M | undefined,
	view: { receive(message: M): void; scrolled(): void },
): void {
	window.addEventListener("message", ({ data }) => {
		const message = parse(data);
		if (message !== undefined) view.receive(message);
	});
	window.addEventListener("scrollend", () => view.scrolled());
}

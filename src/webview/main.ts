import { hostMessage } from "./received.ts";
import { ReviewView } from "./reviewView.ts";

const api = acquireVsCodeApi();
const root = document.createElement("div");
root.id = "review";
document.body.append(root);
const view = new ReviewView(root, api);

window.addEventListener("message", ({ data }) => {
	const message = hostMessage(data);
	if (message !== undefined) view.receive(message);
});
window.addEventListener("pagehide", () => view.leave());
document.addEventListener("visibilitychange", () => view.leave());
window.addEventListener("scrollend", () => view.scrolled());
// What the host had to show when it made this page: shown at once, before the host hears that the page is there.
const begun = hostMessage(JSON.parse(document.getElementById("content")?.textContent ?? "null"));
if (begun !== undefined) view.receive(begun);
api.postMessage({ kind: "ready" });
